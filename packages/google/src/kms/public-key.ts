// Public keys and what the service says about them. No signing here: the deployment gate loads only this.
import type { KeyObject } from 'node:crypto'
import {
  ALGORITHMS,
  ClawError,
  fitsAlgorithm,
  printable,
  type Algorithm,
  type KeyUri,
  type PublishedKey,
  chooseAlgorithm,
  type PublicKeySource,
  crc32c,
} from '@open-claw/core'
import { googleKeyName, googleKeyUri } from '../key-uri.ts'
import { GOOGLE_ALGORITHMS, UNCHECKABLE_ALGORITHMS } from './algorithms.ts'
import { kmsCaller, type GoogleKeyOptions, type KmsCaller } from './client.ts'
import { corrupt, RequestFailure } from '@open-claw/net'
import { GOOGLE_PERMISSIONS } from '../permissions.ts'
import { askGoogle } from './failures.ts'
import { rpcStatus } from '../status.ts'
import { importPemKey, importRawKey } from '@open-claw/asn1'

const INVALID_ARGUMENT = 3
/** Bytes as FIPS 204 and 205 encode them. */
const RAW_FORMAT = 'NIST_PQC'

/** A pinned key version. */
export interface PinnedKey extends PublishedKey {
  /** `projects/…/cryptoKeyVersions/N` */
  readonly resource: string
  /** Google's name for the algorithm. */
  readonly googleAlgorithm: string
}

interface PublicKeyAnswer {
  readonly name?: string | null
  readonly algorithm?: unknown
  readonly protectionLevel?: unknown
  readonly pem?: string | null
  readonly pemCrc32c?: { readonly value?: unknown } | null
  readonly publicKeyFormat?: unknown
  readonly publicKey?: {
    readonly data?: unknown
    readonly crc32cChecksum?: { readonly value?: unknown } | null
  } | null
}

function supportedAlgorithm(name: string, resource: string): Algorithm {
  const known = GOOGLE_ALGORITHMS.get(name)
  if (known !== undefined) return known.algorithm
  if (UNCHECKABLE_ALGORITHMS.has(name)) {
    throw new ClawError(
      'KEY_ALGORITHM_UNSUPPORTED',
      `${resource} is ${name}, whose signatures cannot be checked here before they are published.`,
    )
  }
  // A value newer than the client comes as its number.
  if (/(?:^|_)SIGN_|^[0-9]+$/.test(name)) {
    throw new ClawError(
      'KEY_ALGORITHM_UNSUPPORTED',
      `${resource} is ${printable(name)}, which is not supported.`,
    )
  }
  throw new ClawError('KEY_UNUSABLE', `${resource} is ${printable(name)}, which is not a signing key.`)
}

/** Returns the bytes if they match their checksum. int64 values come as numbers, strings or Longs. */
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
  const { pem, pemCrc32c, publicKey, publicKeyFormat } = answer
  try {
    const key =
      typeof pem === 'string' && pem !== ''
        ? importPemKey(checkedBytes(Buffer.from(pem), pemCrc32c, resource).toString('utf8'))
        : publicKey?.data instanceof Uint8Array && publicKeyFormat === RAW_FORMAT
          ? importRawKey(
              checkedBytes(Buffer.from(publicKey.data), publicKey.crc32cChecksum, resource),
              ALGORITHMS[algorithm].node.type,
            )
          : undefined
    if (key !== undefined) return key
  } catch (error) {
    if (error instanceof ClawError) throw error
    // The parser's message is of no use to a reader.
  }
  throw corrupt(resource, 'the answer has no public key that can be read')
}

/** Reads SOFTWARE, HSM, … An answer without it would let the level change unnoticed. */
function readProtectionLevel(answer: PublicKeyAnswer, resource: string): string {
  const level = answer.protectionLevel
  if (typeof level === 'string' && /^[A-Z_]{1,64}$/.test(level) && level !== 'PROTECTION_LEVEL_UNSPECIFIED')
    return level
  throw corrupt(resource, 'the answer does not state the protection level')
}

function readPublicKey(answer: PublicKeyAnswer, resource: string): Omit<PinnedKey, 'uri'> {
  if (answer.name !== resource)
    throw new ClawError('KEY_CHANGED', `${resource}: the answer is about another key or version.`)
  const googleAlgorithm = String(answer.algorithm)
  const algorithm = supportedAlgorithm(googleAlgorithm, resource)
  const key = importKey(answer, algorithm, resource)
  if (!fitsAlgorithm(key, algorithm))
    throw corrupt(resource, `the public key is not one of ${googleAlgorithm}`)
  return {
    resource,
    googleAlgorithm,
    algorithm,
    publicKey: key.export({ type: 'spki', format: 'der' }),
    protectionLevel: readProtectionLevel(answer, resource),
  }
}

/** Asks for PEM first: it fits every key but post-quantum ones, which need a format of their own. */
async function fetchPublicKey(
  caller: KmsCaller,
  resource: string,
  clock: GoogleKeyOptions['clock'],
): Promise<Omit<PinnedKey, 'uri'>> {
  const about = {
    resource,
    permission: GOOGLE_PERMISSIONS.viewPublicKey,
    clock,
  }
  return askGoogle(
    caller,
    about,
    async (client, options): Promise<PublicKeyAnswer> => {
      try {
        return (await client.getPublicKey({ name: resource }, options))[0]
      } catch (error) {
        if (rpcStatus(error).code !== INVALID_ARGUMENT) throw error
        return (await client.getPublicKey({ name: resource, publicKeyFormat: RAW_FORMAT }, options))[0]
      }
    },
    (answer) => readPublicKey(answer, resource),
  )
}

/** Describes a key with no enabled version while its first one is being generated: that passes. */
const stillGenerating = (): RequestFailure =>
  new RequestFailure({
    reason: 'no enabled version',
    code: 'KEY_UNUSABLE',
    passes: true,
    told: {
      what: 'the first one is still being generated',
      remedy: 'Run again in a few minutes.',
      code: undefined,
      retry: undefined,
    },
  })

/** Returns the newest enabled version of a key, as cosign resolves it. */
async function newestVersion(
  caller: KmsCaller,
  key: string,
  clock: GoogleKeyOptions['clock'],
): Promise<string> {
  const names = await askGoogle(
    caller,
    { resource: key, permission: GOOGLE_PERMISSIONS.list, clock },
    async (client, options) => {
      const inState = async (state: string): Promise<readonly string[]> => {
        const [versions] = await client.listCryptoKeyVersions(
          { parent: key, filter: `state=${state}` },
          options,
        )
        return versions.filter((version) => version.state === state).map(({ name }) => name ?? '')
      }
      const enabled = await inState('ENABLED')
      if (enabled.length > 0) return enabled
      if ((await inState('PENDING_GENERATION')).length > 0) throw stillGenerating()
      // It may have been enabled between the two requests.
      return inState('ENABLED')
    },
    (enabled) => enabled,
  )
  if (names.length === 0) throw new ClawError('KEY_UNUSABLE', `${key} has no enabled version.`)
  const prefix = `${key}/cryptoKeyVersions/`
  const numbers = names.map((name) => (name.startsWith(prefix) ? name.slice(prefix.length) : ''))
  if (!numbers.every((number) => /^[1-9][0-9]{0,9}$/.test(number)))
    throw new ClawError('KEY_CHANGED', `${key}: the service lists versions of another key.`)
  return String(Math.max(...numbers.map(Number)))
}

/** Resolves the version of `uri` once and fetches its public key. Throws what `ask` throws, KEY_CHANGED or KEY_ALGORITHM_UNSUPPORTED. */
export async function pinKey(
  caller: KmsCaller,
  uri: KeyUri,
  options: { readonly clock: GoogleKeyOptions['clock']; readonly wanted: Algorithm | undefined },
): Promise<PinnedKey> {
  const { clock, wanted } = options
  const { key, version } = googleKeyName(uri)
  const resource = `${key}/cryptoKeyVersions/${version ?? (await newestVersion(caller, key, clock))}`
  const fetched = await fetchPublicKey(caller, resource, clock)
  chooseAlgorithm(resource, [fetched.algorithm], wanted)
  return { uri: googleKeyUri(resource), ...fetched }
}

/** Fetches public keys by their URIs; for verifiers. */
export function googlePublicKey(options: GoogleKeyOptions): PublicKeySource {
  const caller = kmsCaller(options)
  return (uri, wanted) => pinKey(caller, uri, { clock: options.clock, wanted })
}
