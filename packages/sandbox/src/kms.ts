// Cloud KMS: the operations, their checks and their integrity fields, for gRPC and REST alike.
import { crc32c } from '@open-claw/core'
import { CLOUD_KMS, CLOUD_PLATFORM, type AccessTokenBook } from './access-tokens.ts'
import type { FaultKind, SERVICES } from './services.ts'
import type { Answer, Operation } from './gateway.ts'
import type { Route } from './http.ts'
import { int64Value, timestamp } from './json-mapping.ts'
import { INPUT_BYTES, KEY_ALGORITHMS, type KeyAlgorithm } from './key-algorithms.ts'
import type { KeyMaterial } from './key-material.ts'
import type { Key, KeyRing, KeyVersion } from './key-ring.ts'
import {
  listRequest,
  nameRequest,
  parseRequest,
  publicKeyRequest,
  signRequest,
  type SignMessage,
} from './requests.ts'
import { StatusError } from './status.ts'

type KmsMethod = (typeof SERVICES)['kms']['methods'][number]
type KmsOperations = Readonly<Record<KmsMethod, Operation>>

const MAX_DATA_BYTES = 64 * 1024
const MAX_PAGE = 1000

const invalid = (message: string): StatusError => new StatusError('INVALID_ARGUMENT', message)

/** Checks the checksum of `bytes`, and returns whether one was sent. Throws INVALID_ARGUMENT. */
function checkCrc(field: string, bytes: Uint8Array, sent: string | null | undefined): boolean {
  if (sent === null || sent === undefined) return false
  if (sent === String(crc32c(bytes))) return true
  throw invalid(`The checksum in field ${field} did not match the data.`)
}

const sentDigests = ({ digest }: SignMessage): number =>
  Object.values(digest ?? {}).filter((bytes) => bytes instanceof Uint8Array).length

interface SigningInput {
  readonly bytes: Uint8Array
  readonly verifiedDigestCrc32c: boolean
  readonly verifiedDataCrc32c: boolean
}

function dataInput(algorithm: KeyAlgorithm, message: SignMessage): SigningInput {
  const data = message.data ?? new Uint8Array()
  if (sentDigests(message) > 0) throw invalid(`${algorithm} takes data, not a digest.`)
  if (data.length > MAX_DATA_BYTES) throw invalid(`data is longer than ${MAX_DATA_BYTES} bytes.`)
  const verifiedDataCrc32c = checkCrc('data_crc32c', data, message.dataCrc32c)
  return { bytes: data, verifiedDigestCrc32c: false, verifiedDataCrc32c }
}

/** Returns the input that the algorithm takes. Throws INVALID_ARGUMENT for any other, a wrong length or a wrong checksum. */
function signingInput(algorithm: KeyAlgorithm, message: SignMessage): SigningInput {
  const { input } = KEY_ALGORITHMS[algorithm]
  if (input === 'data') return dataInput(algorithm, message)
  if ((message.data?.length ?? 0) > 0) throw invalid(`${algorithm} takes a digest, not data.`)
  const bytes = message.digest?.[input]
  if (!(bytes instanceof Uint8Array) || sentDigests(message) !== 1)
    throw invalid(`${algorithm} takes digest.${input}.`)
  if (bytes.length !== INPUT_BYTES[input])
    throw invalid(`digest.${input} must have ${INPUT_BYTES[input]} bytes.`)
  const verifiedDigestCrc32c = checkCrc('digest_crc32c', bytes, message.digestCrc32c)
  return { bytes, verifiedDigestCrc32c, verifiedDataCrc32c: false }
}

const flipBit = (bytes: Uint8Array): Uint8Array =>
  bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte))

/** Returns the algorithm to show; as a fault, a plausible other one, for a client that does not compare it with the pinned one. */
const shownAlgorithm = (version: KeyVersion, fault: FaultKind | undefined): KeyAlgorithm =>
  fault === 'wrong-algorithm' ? 'RSA_SIGN_PKCS1_4096_SHA512' : version.algorithm

const otherVersion = (name: string): string => name.replace(/\d+$/, (number) => String(Number(number) + 1))

function checkUsable(version: KeyVersion, fault: FaultKind | undefined): void {
  if (version.state === 'ENABLED' && fault !== 'disabled') return
  const state = fault === 'disabled' ? 'DISABLED' : version.state
  throw new StatusError('FAILED_PRECONDITION', `${version.name} is not enabled, current state is: ${state}.`)
}

/** Returns a signature with its integrity fields, spoiled by `fault`. */
function signatureAnswer(
  version: KeyVersion,
  made: Uint8Array,
  used: SigningInput,
  fault: FaultKind | undefined,
): Answer {
  const signature = fault === 'corrupt-signature' ? flipBit(made) : made
  const crc = crc32c(signature)
  const signatureCrc32c = int64Value(fault === 'corrupt-signature-crc' ? (crc ^ 1) >>> 0 : crc)
  return {
    signature,
    ...(fault === 'no-signature-crc' ? {} : { signatureCrc32c }),
    verifiedDigestCrc32c: used.verifiedDigestCrc32c && fault !== 'no-verified-crc',
    verifiedDataCrc32c: used.verifiedDataCrc32c && fault !== 'no-verified-crc',
    name: fault === 'wrong-version-name' ? otherVersion(version.name) : version.name,
    protectionLevel: version.protectionLevel,
  }
}

type PublicKeyFormat = 'PUBLIC_KEY_FORMAT_UNSPECIFIED' | 'PEM' | 'DER' | 'NIST_PQC'

/** Encodes a key. If a format was asked for, the key is only in `publicKey` (resources.proto, PublicKeyFormat). */
function encodedKey({ publicKey }: KeyMaterial, format: PublicKeyFormat, wrong: number): Answer {
  const checksummed = (data: Uint8Array): Answer => ({
    publicKeyFormat: format,
    publicKey: { data, crc32cChecksum: int64Value((crc32c(data) ^ wrong) >>> 0) },
  })
  if ('raw' in publicKey) {
    if (format === 'NIST_PQC') return checksummed(publicKey.raw)
    throw invalid('public_key_format must be NIST_PQC for this algorithm.')
  }
  if (format === 'NIST_PQC') throw invalid('NIST_PQC is supported for post-quantum algorithms only.')
  if (format === 'DER') return checksummed(publicKey.spki.export({ type: 'spki', format: 'der' }))
  const pem = publicKey.spki.export({ type: 'spki', format: 'pem' }).toString()
  if (format === 'PEM') return checksummed(Buffer.from(pem))
  return { pem, pemCrc32c: int64Value((crc32c(Buffer.from(pem)) ^ wrong) >>> 0) }
}

const versionAnswer = (version: KeyVersion, fault: FaultKind | undefined, started: number): Answer => ({
  name: fault === 'wrong-version-name' ? otherVersion(version.name) : version.name,
  state: fault === 'disabled' ? 'DISABLED' : version.state,
  algorithm: shownAlgorithm(version, fault),
  protectionLevel: version.protectionLevel,
  createTime: timestamp(started),
  generateTime: timestamp(started),
})

/** Filters and sorts versions. Only the filter `state=…` and the order by name are supported; others are refused. */
function listedVersions(key: Key, filter: string, orderBy: string): readonly KeyVersion[] {
  const state = /^state\s*=\s*"?([A-Z_]+)"?$/.exec(filter)?.[1]
  if (filter !== '' && state === undefined) throw invalid('filter: only state=STATE is supported here.')
  if (!['', 'name', 'name asc', 'name desc'].includes(orderBy))
    throw invalid('order_by: only name is supported here.')
  const kept = key.versions.filter((version) => state === undefined || version.state === state)
  return orderBy === 'name desc' ? kept.toReversed() : kept
}

function listAnswer(ring: KeyRing, request: unknown, fault: FaultKind | undefined, started: number): Answer {
  const { parent, pageSize, pageToken, filter, orderBy } = parseRequest(listRequest, request)
  const all = listedVersions(ring.key(parent), filter, orderBy)
  const from = pageToken === '' ? 0 : Number(pageToken)
  if (!Number.isInteger(from) || from < 0) throw invalid('page_token is invalid.')
  const to = from + (pageSize === 0 ? MAX_PAGE : Math.min(pageSize, MAX_PAGE))
  return {
    cryptoKeyVersions: all.slice(from, to).map((version) => versionAnswer(version, fault, started)),
    nextPageToken: to < all.length ? String(to) : '',
    totalSize: all.length,
  }
}

/** Creates the operations of the key management service on `ring`. */
export function createKms(ring: KeyRing, tokens: AccessTokenBook): KmsOperations {
  const started = Date.now()
  const authorised =
    (operation: Operation): Operation =>
    (request, context) => {
      tokens.check(context.authorization, [CLOUD_PLATFORM, CLOUD_KMS])
      return operation(request, context)
    }
  return {
    AsymmetricSign: authorised(async (request, { fault }) => {
      const message = parseRequest(signRequest, request)
      const version = ring.version(message.name)
      checkUsable(version, fault)
      const input = signingInput(version.algorithm, message)
      const material = await ring.material(version, fault === 'wrong-key')
      return signatureAnswer(version, material.sign(input.bytes), input, fault)
    }),
    GetPublicKey: authorised(async (request, { fault }) => {
      const { name, publicKeyFormat } = parseRequest(publicKeyRequest, request)
      const version = ring.version(name)
      checkUsable(version, fault)
      const material = await ring.material(version, fault === 'wrong-key')
      return {
        ...encodedKey(material, publicKeyFormat, fault === 'corrupt-data-crc' ? 1 : 0),
        algorithm: shownAlgorithm(version, fault),
        name: fault === 'wrong-version-name' ? otherVersion(version.name) : version.name,
        protectionLevel: version.protectionLevel,
      }
    }),
    GetCryptoKey: authorised((request) => {
      const { name, algorithm, protectionLevel } = ring.key(parseRequest(nameRequest, request).name)
      const versionTemplate = { algorithm, protectionLevel }
      return { name, purpose: 'ASYMMETRIC_SIGN', createTime: timestamp(started), versionTemplate }
    }),
    GetCryptoKeyVersion: authorised((request, { fault }) =>
      versionAnswer(ring.version(parseRequest(nameRequest, request).name), fault, started),
    ),
    ListCryptoKeyVersions: authorised((request, { fault }) => listAnswer(ring, request, fault, started)),
  }
}

const KEY = 'projects/[^/]+/locations/[^/]+/keyRings/[^/]+/cryptoKeys/[^/:]+'
const VERSION = `${KEY}/cryptoKeyVersions/[^/:]+`

/** Returns the HTTP bindings of service.proto. */
export function kmsRoutes(kms: KmsOperations): readonly Route[] {
  const route = (verb: 'GET' | 'POST', path: string, method: KmsMethod): Route => ({
    verb,
    path: new RegExp(`^/v1/${path}$`),
    service: 'kms',
    method,
    operation: kms[method],
    request: ({ path: names, query, body }) =>
      verb === 'GET' ? { ...query, ...names } : { ...(typeof body === 'object' ? body : {}), ...names },
  })
  return [
    route('POST', `(?<name>${VERSION}):asymmetricSign`, 'AsymmetricSign'),
    route('GET', `(?<name>${VERSION})/publicKey`, 'GetPublicKey'),
    route('GET', `(?<name>${VERSION})`, 'GetCryptoKeyVersion'),
    route('GET', `(?<parent>${KEY})/cryptoKeyVersions`, 'ListCryptoKeyVersions'),
    route('GET', `(?<name>${KEY})`, 'GetCryptoKey'),
  ]
}
