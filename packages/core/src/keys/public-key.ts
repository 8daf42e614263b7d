// Public keys, with which signatures are checked and to which the hint of a bundle points.
import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { ALGORITHMS, type Algorithm } from './algorithms.ts'
import { ClawError } from '../errors/claw-error.ts'
import type { PinnedKeyUri } from './key-uri.ts'

/** A key that the caller trusts, with the caller's name for it. */
export interface TrustedKey {
  readonly name: string
  /** base64(SHA-256(SubjectPublicKeyInfo DER)), as in a bundle's hint and a DSSE keyid. */
  readonly keyId: string
  readonly algorithm: Algorithm
  readonly key: KeyObject
  /** The key URI with its version, where the key was fetched from a KMS. */
  readonly uri: PinnedKeyUri | undefined
}

/** Returns the hint that cosign writes: base64(SHA-256(SPKI DER)). */
export const publicKeyId = (spki: Uint8Array): string => createHash('sha256').update(spki).digest('base64')

/** Whether `key` is of the type, curve and size that `algorithm` demands. */
export function fitsAlgorithm(key: KeyObject, algorithm: Algorithm): boolean {
  const { type, curve, bits }: { type: string; curve?: string; bits?: number } = ALGORITHMS[algorithm].node
  if (key.asymmetricKeyType !== type) return false
  if (curve !== undefined && key.asymmetricKeyDetails?.namedCurve !== curve) return false
  return bits === undefined || key.asymmetricKeyDetails?.modulusLength === bits
}

/** Returns the algorithms that a key fits. An RSA key fits several, so its algorithm must be stated. */
function fittingAlgorithms(key: KeyObject): Algorithm[] {
  return Object.keys(ALGORITHMS)
    .filter(isAlgorithm)
    .filter((name) => fitsAlgorithm(key, name) && ALGORITHMS[name].input !== 'mu')
}

export const isAlgorithm = (name: string): name is Algorithm => Object.hasOwn(ALGORITHMS, name)

const unfit = (
  name: string,
  why: string,
  more: { readonly cause?: unknown; readonly remedy?: string } = {},
): ClawError => new ClawError('KEY_ALGORITHM_UNSUPPORTED', `Key "${name}": ${why}.`, more)

function importKey(name: string, spki: Uint8Array | string): KeyObject {
  // createPublicKey would take a private key too and derive the public half from it.
  if (typeof spki === 'string' && !/^\s*-----BEGIN PUBLIC KEY-----/.test(spki)) {
    throw unfit(
      name,
      'it is no PEM block that begins with -----BEGIN PUBLIC KEY-----, and private keys are never accepted',
      { remedy: 'Give the public key as a PEM block.' },
    )
  }
  try {
    return createPublicKey(
      typeof spki === 'string' ? spki : { key: Buffer.from(spki), format: 'der', type: 'spki' },
    )
  } catch (cause) {
    throw unfit(name, 'this is not a SubjectPublicKeyInfo that can be read', { cause })
  }
}

/**
 * Makes a trusted key from SubjectPublicKeyInfo, DER or PEM. Without `algorithm` it is inferred where the key
 * allows only one. Throws KEY_ALGORITHM_UNSUPPORTED, also for a private key.
 */
export function trustedKey(
  name: string,
  spki: Uint8Array | string,
  options: { algorithm?: Algorithm | undefined; uri?: PinnedKeyUri | undefined } = {},
): TrustedKey {
  const key = importKey(name, spki)
  const candidates = options.algorithm === undefined ? fittingAlgorithms(key) : [options.algorithm]
  const [algorithm] = candidates
  if (algorithm === undefined)
    throw unfit(name, `keys of type ${key.asymmetricKeyType ?? 'unknown'} are not supported`)
  if (candidates.length > 1)
    throw unfit(name, `its algorithm is not stated, and it may be any of ${candidates.join(', ')}`, {
      remedy: 'State its algorithm.',
    })
  if (!fitsAlgorithm(key, algorithm)) throw unfit(name, `the key does not fit the algorithm ${algorithm}`)
  const der = key.export({ type: 'spki', format: 'der' })
  return { name, keyId: publicKeyId(der), algorithm, key, uri: options.uri }
}
