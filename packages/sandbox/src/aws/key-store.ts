// The seeded AWS KMS keys, in one account and region, and their aliases.
import { StatusError } from '../status.ts'
import { AwsFailure } from './failure.ts'
import { isKeySpec, KEY_SPECS, type KeySpec } from './key-specs.ts'
import { makeAwsKey, type AwsMaterial } from './material.ts'

/** Where every key is. */
export const REGION = 'us-east-1'
/** The account that owns them. */
export const ACCOUNT = '111122223333'

const ARN = `arn:aws:kms:${REGION}:${ACCOUNT}`

/** A key of the store. */
export interface AwsKey {
  readonly id: string
  readonly arn: string
  readonly spec: KeySpec
  readonly enabled: boolean
  readonly multiRegion: boolean
}

/** Keys, aliases and pairs. */
export interface AwsKeyStore {
  /** Finds a key by key id, key ARN, alias or alias ARN. Throws AwsFailure. */
  find(name: string): AwsKey
  /** Returns `alias/…` of every alias that points to the key. */
  aliasesFor(key: AwsKey): readonly string[]
  /** Returns the pair of a key; `foreign` gives another one of the same spec. */
  material(key: AwsKey, foreign: boolean): Promise<AwsMaterial>
  /** Points an alias to a key. Throws StatusError if either does not exist. */
  repoint(alias: string, key: string): void
  /** Restores the seeded aliases; pairs are kept, since RSA ones are slow to make. */
  reset(): void
}

interface Seed {
  readonly alias: string
  readonly spec: KeySpec
  readonly enabled?: boolean
  readonly id?: string
}

const SEEDS: readonly Seed[] = [
  ...Object.keys(KEY_SPECS)
    .filter(isKeySpec)
    .map((spec) => ({ alias: `alias/${spec.toLowerCase().replaceAll('_', '-')}`, spec })),
  { alias: 'alias/disabled', spec: 'ECC_NIST_P256', enabled: false },
  { alias: 'alias/multi-region', spec: 'ECC_NIST_P256', id: `mrk-${'0'.repeat(30)}0e` },
]

const seededKey = ({ spec, enabled = true, id }: Seed, index: number): AwsKey => {
  const named = id ?? `00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`
  return {
    id: named,
    arn: `${ARN}:key/${named}`,
    spec,
    enabled,
    multiRegion: named.startsWith('mrk-'),
  }
}

const missing = (message: string): AwsFailure => new AwsFailure('NotFoundException', message)

/** Returns the part of an ARN after its region and account; other names unchanged. */
function localName(name: string): string {
  if (!name.startsWith('arn:')) return name
  if (!name.startsWith(`${ARN}:`)) throw missing(`Invalid arn ${name.split(':')[3] ?? ''}`)
  return name.slice(ARN.length + 1).replace(/^key\//, '')
}

/** Creates the seeded keys. */
export function createAwsKeys(): AwsKeyStore {
  const keys = new Map(SEEDS.map((seed, index) => [seed.alias, seededKey(seed, index)]))
  const byId = new Map([...keys.values()].map((key) => [key.id, key]))
  let aliases = new Map(keys)
  const pairs = new Map<string, Promise<AwsMaterial>>()
  return {
    find(name) {
      const local = localName(name)
      const isAlias = local.startsWith('alias/')
      const found = isAlias ? aliases.get(local) : byId.get(local)
      if (found !== undefined) return found
      throw missing(
        isAlias ? `Alias ${ARN}:${local} is not found.` : `Key '${ARN}:key/${local}' does not exist`,
      )
    },
    aliasesFor: (key) => [...aliases].filter(([, target]) => target.id === key.id).map(([alias]) => alias),
    material(key, foreign) {
      const name = `${foreign ? 'foreign ' : ''}${key.id}`
      const pair = pairs.get(name) ?? makeAwsKey(key.spec)
      pairs.set(name, pair)
      return pair
    },
    repoint(alias, id) {
      const key = byId.get(id)
      if (key === undefined || !aliases.has(alias))
        throw new StatusError('NOT_FOUND', `There is no ${alias} or no key ${id}.`)
      aliases.set(alias, key)
    },
    reset() {
      aliases = new Map(keys)
    },
  }
}
