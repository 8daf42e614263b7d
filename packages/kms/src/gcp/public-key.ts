// Public keys and what the service says of them. No signing here: the deployment gate loads this alone.
import { createPublicKey, type KeyObject } from 'node:crypto'
import {
  ALGORITHMS,
  ClawError,
  crc32c,
  fitsAlgorithm,
  gcpKeyName,
  parseKeyUri,
  printable,
  type Algorithm,
  type KeyUri,
} from '@open-claw/core'
import { GOOGLE_ALGORITHMS, UNCHECKABLE_ALGORITHMS } from './algorithms.ts'
import { callerOf, type Caller, type GoogleKeyOptions } from './client.ts'
import { ask, corrupt, rpcCode } from './failures.ts'

const INVALID_ARGUMENT = 3

/** A key version as it was pinned. */
export interface PinnedKey {
  /** The URI with its version. */
  readonly uri: KeyUri
  /** `projects/…/cryptoKeyVersions/N` */
  readonly resource: string
  /** Google's name of the algorithm. */
  readonly googleAlgorithm: string
  readonly algorithm: Algorithm
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  readonly protectionLevel: string
}

interface PublicKeyAnswer {
  readonly name?: string | null
  readonly algorithm?: unknown
  readonly protectionLevel?: unknown
  readonly pem?: string | null
  readonly pemCrc32c?: { readonly value?: unknown } | null
  readonly publicKey?: {
    readonly data?: unknown
    readonly crc32cChecksum?: { readonly value?: unknown } | null
  } | null
}

/** Arcs of the algorithm identifiers below 2.16.840.1.101.3.4.3 (RFC 9881, RFC 9909), by type of node:crypto. */
const NIST_SIGNATURE_OIDS: Readonly<Record<string, number>> = {
  'ml-dsa-44': 17,
  'ml-dsa-65': 18,
  'ml-dsa-87': 19,
  'slh-dsa-sha2-128s': 20,
}

const derLength = (length: number): Buffer =>
  length < 0x80
    ? Buffer.from([length])
    : length < 0x100
      ? Buffer.from([0x81, length])
      : Buffer.from([0x82, length >> 8, length & 0xff])

const derOf = (tag: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from([tag]), derLength(content.length), content])

/** SubjectPublicKeyInfo around the raw bytes that Google gives for post-quantum keys. */
function wrapRawKey(raw: Buffer, type: string): Buffer {
  const arc = NIST_SIGNATURE_OIDS[type]
  if (arc === undefined) throw new ClawError('INTERNAL', `No object identifier is known for ${type}.`)
  const oid = derOf(0x06, Buffer.from([0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03, arc]))
  return derOf(0x30, Buffer.concat([derOf(0x30, oid), derOf(0x03, Buffer.concat([Buffer.from([0]), raw]))]))
}

function algorithmOf(name: string, resource: string): Algorithm {
  const known = GOOGLE_ALGORITHMS.get(name)
  if (known !== undefined) return known.algorithm
  if (UNCHECKABLE_ALGORITHMS.has(name)) {
    throw new ClawError(
      'KEY_ALGORITHM_UNSUPPORTED',
      `${resource} is ${name}, whose signatures cannot be checked here before they are published.`,
    )
  }
  throw new ClawError('KEY_UNUSABLE', `${resource} is ${printable(name)}, which is not a signing key.`)
}

/** Bytes that fit their checksum. int64 values come as numbers, strings or Longs. */
function checkedBytes(
  data: Buffer,
  checksum: { readonly value?: unknown } | null | undefined,
  resource: string,
): Buffer {
  if (String(checksum?.value) !== String(crc32c(data)))
    throw corrupt(resource, 'the CRC32C of the public key is missing or wrong')
  return data
}

function importKey(answer: PublicKeyAnswer, algorithm: Algorithm, resource: string): KeyObject {
  const data = answer.publicKey?.data
  const { node } = ALGORITHMS[algorithm]
  const spki =
    typeof answer.pem === 'string' && answer.pem !== ''
      ? checkedBytes(Buffer.from(answer.pem), answer.pemCrc32c, resource).toString('utf8')
      : data instanceof Uint8Array
        ? wrapRawKey(checkedBytes(Buffer.from(data), answer.publicKey?.crc32cChecksum, resource), node.type)
        : undefined
  if (spki === undefined) throw corrupt(resource, 'the answer has no public key')
  try {
    return createPublicKey(typeof spki === 'string' ? spki : { key: spki, format: 'der', type: 'spki' })
  } catch {
    throw corrupt(resource, 'the public key cannot be read')
  }
}

function readPublicKey(answer: PublicKeyAnswer, resource: string): Omit<PinnedKey, 'uri'> {
  if (answer.name !== resource)
    throw new ClawError('KEY_CHANGED', `${resource}: the answer is about another key or version.`)
  const googleAlgorithm = String(answer.algorithm)
  const algorithm = algorithmOf(googleAlgorithm, resource)
  const key = importKey(answer, algorithm, resource)
  if (!fitsAlgorithm(key, algorithm))
    throw corrupt(resource, `the public key is not one of ${googleAlgorithm}`)
  return {
    resource,
    googleAlgorithm,
    algorithm,
    publicKey: key.export({ type: 'spki', format: 'der' }),
    protectionLevel: printable(String(answer.protectionLevel)),
  }
}

/** PEM first: it serves every key but post-quantum ones, which have to be asked for by their own format. */
async function fetchPublicKey(
  caller: Caller,
  resource: string,
  clock: GoogleKeyOptions['clock'],
): Promise<Omit<PinnedKey, 'uri'>> {
  const about = { resource, permission: 'cloudkms.cryptoKeyVersions.viewPublicKey', clock }
  return ask(
    caller,
    about,
    async (client, options): Promise<PublicKeyAnswer> => {
      try {
        return (await client.getPublicKey({ name: resource }, options))[0]
      } catch (error) {
        if (rpcCode(error) !== INVALID_ARGUMENT) throw error
        return (await client.getPublicKey({ name: resource, publicKeyFormat: 'NIST_PQC' }, options))[0]
      }
    },
    (answer) => readPublicKey(answer, resource),
  )
}

/** The newest enabled version of a key, as cosign resolves it. */
async function newestVersion(caller: Caller, key: string, clock: GoogleKeyOptions['clock']): Promise<string> {
  const names = await ask(
    caller,
    { resource: key, permission: 'cloudkms.cryptoKeyVersions.list', clock },
    async (client, options) =>
      (await client.listCryptoKeyVersions({ parent: key, filter: 'state=ENABLED' }, options))[0],
    (versions) => versions.filter(({ state }) => state === 'ENABLED').map(({ name }) => name ?? ''),
  )
  const numbers = names
    .map((name) => new RegExp('^.*/cryptoKeyVersions/([1-9][0-9]{0,9})$').exec(name))
    .flatMap((match) => (match?.[0].startsWith(`${key}/`) === true ? [Number(match[1])] : []))
  if (numbers.length === 0) throw new ClawError('KEY_UNUSABLE', `${key} has no enabled version.`)
  return String(Math.max(...numbers))
}

/** Resolves the version of `uri` once and fetches its public key. Throws as `ask`, and KEY_CHANGED or KEY_ALGORITHM_UNSUPPORTED. */
export async function pinKey(
  caller: Caller,
  uri: KeyUri,
  clock: GoogleKeyOptions['clock'],
): Promise<PinnedKey> {
  const { key, version } = gcpKeyName(uri)
  const resource = `${key}/cryptoKeyVersions/${version ?? (await newestVersion(caller, key, clock))}`
  return {
    uri: parseKeyUri(`gcpkms://${resource}`, 'key'),
    ...(await fetchPublicKey(caller, resource, clock)),
  }
}

/** Fetches public keys by their URIs; for verifiers. */
export function googlePublicKey(options: GoogleKeyOptions): (uri: KeyUri) => Promise<PinnedKey> {
  const caller = callerOf(options)
  return (uri) => pinKey(caller, uri, options.clock)
}
