// X.509 certificates (RFC 5280) of the sandbox's authorities, and those that they issue.
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import {
  bits,
  element,
  explicit,
  integer,
  octets,
  oid,
  sequence,
  derSet,
  TRUE,
  utcTime,
  utf8,
} from './der.ts'

/** A certificate and its private key. */
export interface Authority {
  /** DER of its subject. */
  readonly name: Buffer
  /** DER. */
  readonly certificate: Buffer
  readonly serial: Buffer
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer
  readonly privateKey: KeyObject
}

/** The content of a certificate. Times are in milliseconds since the epoch. */
export interface CertificateBody {
  readonly subject: Buffer
  readonly spki: Buffer
  readonly from: number
  readonly to: number
  readonly extensions: readonly Buffer[]
}

const SIGNATURES = {
  prime256v1: { hash: 'sha256', algorithm: sequence(oid('1.2.840.10045.4.3.2')) },
  secp384r1: { hash: 'sha384', algorithm: sequence(oid('1.2.840.10045.4.3.3')) },
} as const

/** Curves of authorities. */
export type Curve = keyof typeof SIGNATURES

/** Returns the signature scheme of a key: its hash, and DER of its AlgorithmIdentifier. */
export const signatureScheme = (key: KeyObject): (typeof SIGNATURES)[Curve] =>
  SIGNATURES[key.asymmetricKeyDetails?.namedCurve === 'secp384r1' ? 'secp384r1' : 'prime256v1']

export const exportSpki = (publicKey: KeyObject): Buffer => publicKey.export({ type: 'spki', format: 'der' })

/** Returns DER of a name with an organization and a common name; empty without them. */
export const encodeName = (commonName?: string): Buffer =>
  commonName === undefined
    ? sequence()
    : sequence(
        derSet([sequence(oid('2.5.4.10'), utf8('sandbox'))]),
        derSet([sequence(oid('2.5.4.3'), utf8(commonName))]),
      )

/** Returns DER of an extension. */
export const extension = (id: string, value: Uint8Array, critical = false): Buffer =>
  sequence(oid(id), ...(critical ? [TRUE] : []), octets(value))

const keyIdentifier = (spki: Buffer): Buffer => createHash('sha1').update(spki).digest()

export const subjectKey = (spki: Buffer): Buffer => extension('2.5.29.14', octets(keyIdentifier(spki)))
export const authorityKey = (spki: Buffer): Buffer =>
  extension('2.5.29.35', sequence(element(0x80, keyIdentifier(spki))))
export const extendedUsage = (purpose: string, critical: boolean): Buffer =>
  extension('2.5.29.37', sequence(oid(purpose)), critical)
export const DIGITAL_SIGNATURE: Buffer = extension('2.5.29.15', bits(Buffer.from([0x80]), 7), true)
const CERTIFICATE_SIGNING: Buffer = extension('2.5.29.15', bits(Buffer.from([0x06]), 1), true)

/** RFC 5280 §4.2.1.12. */
export const PURPOSES = { codeSigning: '1.3.6.1.5.5.7.3.3', timeStamping: '1.3.6.1.5.5.7.3.8' } as const

/** Returns DER of a TBSCertificate. */
export function certificateBody(
  body: CertificateBody,
  serial: Buffer,
  issuer: Pick<Authority, 'name' | 'privateKey'>,
): Buffer {
  return sequence(
    explicit(0, integer(2)),
    integer(serial),
    signatureScheme(issuer.privateKey).algorithm,
    issuer.name,
    sequence(utcTime(body.from), utcTime(body.to)),
    body.subject,
    body.spki,
    explicit(3, sequence(...body.extensions)),
  )
}

/** Signs a TBSCertificate, and returns DER of the certificate. */
export function signCertificate(tbs: Buffer, issuer: Pick<Authority, 'privateKey'>): Buffer {
  const { hash, algorithm } = signatureScheme(issuer.privateKey)
  return sequence(tbs, algorithm, bits(sign(hash, tbs, issuer.privateKey)))
}

/** Returns a serial that is positive, as RFC 5280 §4.1.2.2 demands, and of fixed length. */
export function newSerial(): Buffer {
  const serial = randomBytes(16)
  serial[0] = 0x40 + ((serial[0] ?? 0) % 0x40)
  return serial
}

export const encodePem = (certificate: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${(certificate.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END CERTIFICATE-----\n`

const DAY_MS = 86_400_000

/** When the authorities of this process begin and end. */
const STARTED = Date.now() - DAY_MS
const ENDS = STARTED + 3650 * DAY_MS

/** The plan of an authority. */
export interface AuthorityPlan {
  readonly commonName: string
  readonly curve: Curve
  /** Undefined for a self-signed authority. */
  readonly issuer?: Authority
  /** Extensions beside those of any authority. */
  readonly extensions?: readonly Buffer[]
  /** Intermediates allowed below it; undefined for one that issues no certificates. */
  readonly depth?: number
}

const usageExtensions = (depth: number | undefined): readonly Buffer[] =>
  depth === undefined
    ? [DIGITAL_SIGNATURE]
    : [CERTIFICATE_SIGNING, extension('2.5.29.19', sequence(TRUE, integer(depth)), true)]

/** Creates a key and its certificate. */
export function createAuthority({
  commonName,
  curve,
  issuer,
  extensions = [],
  depth,
}: AuthorityPlan): Authority {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: curve })
  const spki = exportSpki(publicKey)
  const name = encodeName(commonName)
  const serial = newSerial()
  const signer = issuer ?? { name, privateKey, spki }
  const body = {
    subject: name,
    spki,
    from: STARTED,
    to: ENDS,
    extensions: [...usageExtensions(depth), ...extensions, subjectKey(spki), authorityKey(signer.spki)],
  }
  const certificate = signCertificate(certificateBody(body, serial, signer), signer)
  return { name, certificate, serial, spki, privateKey }
}

/** RFC 3339 time from which the authorities and logs of this process are valid. */
export const VALID_FROM: string = new Date(STARTED).toISOString()
