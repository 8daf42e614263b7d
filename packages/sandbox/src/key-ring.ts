// The seeded key ring: one key per algorithm, with versions and states.
import { isKeyAlgorithm, KEY_ALGORITHMS, type KeyAlgorithm } from './key-algorithms.ts'
import { makeKey, type KeyMaterial } from './key-material.ts'
import { StatusError } from './status.ts'

/** The states of a version. */
export type VersionState = 'ENABLED' | 'DISABLED' | 'DESTROYED'

/** One version of a key. */
export interface KeyVersion {
  /** `projects/…/cryptoKeyVersions/N` */
  readonly name: string
  readonly number: string
  readonly algorithm: KeyAlgorithm
  readonly protectionLevel: 'SOFTWARE' | 'HSM'
  readonly state: VersionState
}

/** A key and its versions, oldest first. */
export interface Key {
  readonly name: string
  readonly algorithm: KeyAlgorithm
  readonly protectionLevel: 'SOFTWARE' | 'HSM'
  readonly versions: readonly KeyVersion[]
}

/** The keys and their pairs. */
export interface KeyRing {
  /** Finds a key by resource name. Throws NOT_FOUND. */
  key(name: string): Key
  version(name: string): KeyVersion
  /** Returns the key pair of a version; `foreign` gives another one of the same algorithm. */
  material(version: KeyVersion, foreign: boolean): Promise<KeyMaterial>
  /** Adds an enabled version to the key with this last segment and returns its number. Throws NOT_FOUND. */
  rotate(shortName: string): string
  setState(shortName: string, number: string, state: VersionState): void
  /** Restores the seeded versions; pairs are kept, since RSA ones are slow to make. */
  reset(): void
}

const PARENT = 'projects/demo/locations/global/keyRings/release/cryptoKeys'
const P256_STATES: readonly VersionState[] = ['ENABLED', 'ENABLED', 'DISABLED', 'DESTROYED']

function seededKey(shortName: string, algorithm: KeyAlgorithm, protectionLevel: 'SOFTWARE' | 'HSM'): Key {
  const name = `${PARENT}/${shortName}`
  const states = shortName === 'ec-sign-p256-sha256' ? P256_STATES : ['ENABLED' as const]
  const versions = states.map((state, index): KeyVersion => {
    const number = String(index + 1)
    return { name: `${name}/cryptoKeyVersions/${number}`, number, algorithm, protectionLevel, state }
  })
  return { name, algorithm, protectionLevel, versions }
}

function seededKeys(): Map<string, Key> {
  const software = Object.keys(KEY_ALGORITHMS)
    .filter(isKeyAlgorithm)
    .map((algorithm) => seededKey(algorithm.toLowerCase().replaceAll('_', '-'), algorithm, 'SOFTWARE'))
  // It claims to be in an HSM and is not: for clients that demand a protection level.
  const hsm = seededKey('hsm-ec-sign-p256-sha256', 'EC_SIGN_P256_SHA256', 'HSM')
  return new Map([...software, hsm].map((key) => [key.name, key]))
}

const missing = (name: string): StatusError => new StatusError('NOT_FOUND', `${name} not found.`)

/** Creates the seeded key ring. */
export function createKeyRing(): KeyRing {
  let keys = seededKeys()
  const pairs = new Map<string, Promise<KeyMaterial>>()
  const key = (name: string): Key => {
    const found = keys.get(name)
    if (found === undefined) throw missing(name)
    return found
  }
  const setVersions = (changed: Key, versions: readonly KeyVersion[]): void => {
    keys.set(changed.name, { ...changed, versions })
  }
  return {
    key,
    version(name) {
      const found = keys
        .get(name.replace(/\/cryptoKeyVersions\/[^/]+$/, ''))
        ?.versions.find((one) => one.name === name)
      if (found === undefined) throw missing(name)
      return found
    },
    material(version, foreign) {
      const id = `${foreign ? 'foreign ' : ''}${version.name}`
      const pair = pairs.get(id) ?? Promise.resolve(makeKey(KEY_ALGORITHMS[version.algorithm]))
      pairs.set(id, pair)
      return pair
    },
    rotate(shortName) {
      const rotated = key(`${PARENT}/${shortName}`)
      const number = String(rotated.versions.length + 1)
      const { algorithm, protectionLevel } = rotated
      const name = `${rotated.name}/cryptoKeyVersions/${number}`
      setVersions(rotated, [
        ...rotated.versions,
        { name, number, algorithm, protectionLevel, state: 'ENABLED' },
      ])
      return number
    },
    setState(shortName, number, state) {
      const changed = key(`${PARENT}/${shortName}`)
      if (!changed.versions.some((one) => one.number === number)) throw missing(`${shortName}/${number}`)
      setVersions(
        changed,
        changed.versions.map((one) => (one.number === number ? { ...one, state } : one)),
      )
    },
    reset() {
      keys = seededKeys()
    },
  }
}
