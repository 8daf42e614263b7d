// Timestamps and log entries of tests.
import { createHash, sign, type KeyObject } from 'node:crypto'
import {
  der,
  digitsOf,
  ECDSA_SHA256,
  extension,
  int,
  octets,
  oid,
  seq,
  set,
  sha256,
  SIGNED_AT,
  spkiOf,
  type Holder,
  type Keys,
} from './verify-authorities.ts'

const HASH_OIDS = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const
type Hash = keyof typeof HASH_OIDS

const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const digest = (hash: string, bytes: Uint8Array): Buffer => createHash(hash).update(bytes).digest()
const attribute = (id: string, value: Uint8Array): Buffer => seq(oid(id), set(value))

/** Each place in which a timestamp can be spoiled. */
export interface StampPlan {
  /** GeneralizedTime as it stands. */
  readonly time?: string
  readonly hash?: Hash
  readonly status?: number
  readonly version?: number
  readonly contentType?: string
  readonly messageDigest?: Buffer
  readonly certificateId?: 'v1' | 'v2' | 'v2-wrong' | 'v1-wrong' | 'none'
  readonly digestAlgorithm?: Hash
  readonly signatureAlgorithm?: string
  readonly signature?: (data: Buffer) => Buffer
  readonly embedded?: readonly Buffer[]
  readonly extensions?: readonly Buffer[]
  readonly signers?: number
  readonly attributes?: readonly Buffer[]
  readonly after?: Buffer
}

const certificateId = (tsa: Holder, kind: StampPlan['certificateId'] = 'v2'): Buffer[] => {
  if (kind === 'none') return []
  const bytes = kind.endsWith('wrong') ? Buffer.from('another certificate') : tsa.certificate
  return kind.startsWith('v1')
    ? [attribute('1.2.840.113549.1.9.16.2.12', seq(seq(seq(octets(digest('sha1', bytes))))))]
    : [attribute('1.2.840.113549.1.9.16.2.47', seq(seq(seq(octets(sha256(bytes))))))]
}

function contentOf(message: Uint8Array, plan: StampPlan): Buffer {
  const hash = plan.hash ?? 'sha256'
  return seq(
    int(plan.version ?? 1),
    oid('1.3.6.1.4.1.57264.2'),
    seq(seq(oid(HASH_OIDS[hash])), octets(digest(hash, message))),
    int(7),
    der(0x18, Buffer.from(plan.time ?? `${digitsOf(SIGNED_AT)}Z`)),
    seq(int(1)),
    int(9),
    ...(plan.extensions === undefined ? [] : [der(0xa1, ...plan.extensions)]),
  )
}

function attributesOf(content: Buffer, hash: Hash, tsa: Holder, plan: StampPlan): readonly Buffer[] {
  if (plan.attributes !== undefined) return plan.attributes
  return [
    attribute('1.2.840.113549.1.9.3', oid(plan.contentType ?? TST_INFO)),
    attribute('1.2.840.113549.1.9.4', octets(plan.messageDigest ?? digest(hash, content))),
    ...certificateId(tsa, plan.certificateId),
  ]
}

const USUAL = {
  digestAlgorithm: 'sha256',
  signatureAlgorithm: ECDSA_SHA256,
  signers: 1,
  status: 0,
  after: Buffer.alloc(0),
} as const satisfies StampPlan

/** DER of TimeStampResp over `message`, signed by `tsa`, whose issuer has the name `issuer`. */
export function stamp(message: Uint8Array, tsa: Holder, issuer: Holder, plan: StampPlan = {}): Buffer {
  const { digestAlgorithm, signatureAlgorithm, signers, status, after, embedded } = { ...USUAL, ...plan }
  const content = contentOf(message, plan)
  const attributes = Buffer.concat(attributesOf(content, digestAlgorithm, tsa, plan))
  const signed = set(attributes)
  const signer = seq(
    int(1),
    seq(issuer.name, der(0x02, tsa.serial)),
    seq(oid(HASH_OIDS[digestAlgorithm])),
    der(0xa0, attributes),
    seq(oid(signatureAlgorithm)),
    octets(plan.signature?.(signed) ?? sign('sha256', signed, tsa.privateKey)),
  )
  const data = seq(
    int(3),
    set(seq(oid(HASH_OIDS[digestAlgorithm]))),
    seq(oid(TST_INFO), der(0xa0, octets(content))),
    ...(embedded === undefined ? [] : [der(0xa0, ...embedded)]),
    set(...Array.from({ length: signers }, () => signer)),
  )
  const token = seq(oid('1.2.840.113549.1.7.2'), der(0xa0, data))
  return Buffer.concat([seq(seq(int(status)), token), after])
}

export const pem = (label: string, bytes: Buffer): Buffer => {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return Buffer.from(`-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`)
}

/** A log with one leaf. */
export interface TestLog extends Keys {
  readonly origin: string
  readonly id: Buffer
}

const signWith = (key: KeyObject, data: Uint8Array): Buffer =>
  sign(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', data, key)

export const leafOf = (body: Uint8Array): Buffer => sha256(Buffer.from([0]), body)
export const nodeOf = (left: Uint8Array, right: Uint8Array): Buffer => sha256(Buffer.from([1]), left, right)

export function checkpoint(
  log: TestLog,
  size: number,
  root: Buffer,
  name = log.origin.replace(/ - \d+$/, ''),
): string {
  const text = `${log.origin}\n${size}\n${root.toString('base64')}\n`
  const signature = Buffer.concat([log.id.subarray(0, 4), signWith(log.privateKey, Buffer.from(text))])
  return `${text}\n\u2014 ${name} ${signature.toString('base64')}\n`
}

/** The proof of `body` as the second of two leaves. */
export function proofOf(log: TestLog, body: Buffer) {
  const sibling = leafOf(Buffer.from('the first entry'))
  const root = nodeOf(sibling, leafOf(body))
  return {
    logIndex: '1',
    rootHash: root.toString('base64'),
    treeSize: '2',
    hashes: [sibling.toString('base64')],
    checkpoint: { envelope: checkpoint(log, 2, root) },
  }
}

/** Rekor's promise, over RFC 8785 as its source writes it. */
export const promiseOf = (log: TestLog, body: Buffer, seconds: number, index: string) => ({
  signedEntryTimestamp: signWith(
    log.privateKey,
    Buffer.from(
      `{"body":"${body.toString('base64')}","integratedTime":${seconds},"logID":"${log.id.toString('hex')}","logIndex":${index}}`,
    ),
  ).toString('base64'),
})

/** TransparencyLogEntry of Rekor v1 around `body`. */
export function entryV1(log: TestLog, body: object, seconds: number = SIGNED_AT / 1000) {
  const bytes = Buffer.from(JSON.stringify(body))
  const { kind, apiVersion } = body as { kind: string; apiVersion: string }
  return {
    logIndex: '25579',
    logId: { keyId: log.id.toString('base64') },
    kindVersion: { kind, version: apiVersion },
    integratedTime: String(seconds),
    inclusionPromise: promiseOf(log, bytes, seconds, '25579'),
    inclusionProof: proofOf(log, bytes),
    canonicalizedBody: bytes.toString('base64'),
  }
}

/** TransparencyLogEntry of Rekor v2: no promise, no time. */
export function entryV2(log: TestLog, body: object) {
  const { inclusionPromise: _, integratedTime: __, ...entry } = entryV1(log, body)
  return { ...entry, logIndex: '1' }
}

/** The list of timestamps that a certificate transparency log signed (RFC 6962 §3.3). */
export interface SctPlan {
  readonly time?: number
  readonly logId?: Buffer
  readonly version?: number
  readonly algorithm?: number
  readonly extensions?: Buffer
  readonly data?: (data: Buffer) => Buffer
}

const short = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff])

export function sct(precertificate: Buffer, issuer: Keys, log: Keys, plan: SctPlan = {}): Buffer {
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(plan.time ?? SIGNED_AT))
  const extensions = plan.extensions ?? Buffer.alloc(0)
  const data = Buffer.concat([
    Buffer.from([0, 0]),
    time,
    Buffer.from([0, 1]),
    sha256(spkiOf(issuer)),
    Buffer.from([
      precertificate.length >> 16,
      (precertificate.length >> 8) & 0xff,
      precertificate.length & 0xff,
    ]),
    precertificate,
    short(extensions.length),
    extensions,
  ])
  const signature = sign('sha256', plan.data?.(data) ?? data, log.privateKey)
  return Buffer.concat([
    Buffer.from([plan.version ?? 0]),
    plan.logId ?? sha256(spkiOf(log)),
    time,
    short(extensions.length),
    extensions,
    short(plan.algorithm ?? 0x0403),
    short(signature.length),
    signature,
  ])
}

export const sctList = (...scts: readonly Buffer[]): Buffer => {
  const list = Buffer.concat(scts.map((item) => Buffer.concat([short(item.length), item])))
  return extension('1.3.6.1.4.1.11129.2.4.2', octets(Buffer.concat([short(list.length), list])))
}
