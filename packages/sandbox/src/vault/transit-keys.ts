// The seeded keys of the transit mounts, by name: one for each type, a rotated one and a derived one.
import { StatusError } from '../status.ts'
import { makeTransitPair, TRANSIT_TYPES, type TransitPair, type TransitType } from './material.ts'
import type { Place } from './place.ts'

const MOUNTS: ReadonlySet<string> = new Set(['transit', 'transit-two'])

/** A key as it is now. */
export interface TransitKey {
  readonly name: string
  readonly type: TransitType
  readonly derived: boolean
  readonly latest: number
  /** Lower versions are not given out. */
  readonly minDecryption: number
  /** Lower versions do not sign; 0 for no such limit. */
  readonly minEncryption: number
}

/** The mounts and their keys. */
export interface TransitKeys {
  /** Finds a key; undefined if it does not exist. Throws NOT_FOUND if the mount does not exist. */
  find(place: Place, below: string): TransitKey | undefined
  /** Returns the pair of a version; `foreign` gives another one of the same type. */
  pair(place: Place, key: TransitKey, version: number, foreign: boolean): Promise<TransitPair | undefined>
  /** Adds a version to a key of the mount `transit` of the root namespace. Throws NOT_FOUND. */
  rotate(name: string): string
  reset(): void
}

const isType = (name: string): name is TransitType => Object.hasOwn(TRANSIT_TYPES, name)

/** A key after three rotations: 1 is gone, 2 only verifies, 3 and 4 sign. */
const ROTATED = { latest: 4, minDecryption: 2, minEncryption: 3 } as const
const FRESH = { latest: 1, minDecryption: 1, minEncryption: 0 } as const

function seeded(name: string): TransitKey | undefined {
  if (name === 'rotated-ecdsa-p256') return { name, type: 'ecdsa-p256', derived: false, ...ROTATED }
  if (name === 'derived-ed25519') return { name, type: 'ed25519', derived: true, ...FRESH }
  return isType(name) ? { name, type: name, derived: false, ...FRESH } : undefined
}

/** Creates the seeded mounts. */
export function createTransitKeys(): TransitKeys {
  const rotated = new Map<string, TransitKey>()
  const pairs = new Map<string, Promise<TransitPair | undefined>>()
  const keyId = ({ namespace, path }: Place, name: string): string => `${namespace}/${path}/${name}`
  const find = (place: Place, below: string): TransitKey | undefined => {
    if (!MOUNTS.has(place.path)) {
      const route = [place.namespace, place.path, below].filter((part) => part !== '').join('/')
      throw new StatusError('NOT_FOUND', `no handler for route "${route}". route entry not found.`)
    }
    const name = below.replace(/^[^/]*\//, '')
    return rotated.get(keyId(place, name)) ?? seeded(name)
  }
  return {
    find,
    pair(place, { name, type }, version, foreign) {
      const id = `${keyId(place, name)}/${version}${foreign ? '/foreign' : ''}`
      const pair = pairs.get(id) ?? makeTransitPair(type)
      pairs.set(id, pair)
      return pair
    },
    rotate(name) {
      const place = { namespace: '', path: 'transit' }
      const key = find(place, `keys/${name}`)
      if (key === undefined) throw new StatusError('NOT_FOUND', `There is no key ${name}.`)
      rotated.set(keyId(place, name), { ...key, latest: key.latest + 1 })
      return String(key.latest + 1)
    },
    reset: () => rotated.clear(),
  }
}
