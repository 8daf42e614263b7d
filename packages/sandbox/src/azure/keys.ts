// The seeded keys of the key vault.
import { createHash } from 'node:crypto'
import { makeKeyPair, type KeyPair, type KeyShape } from './key-pairs.ts'

/** A key of the key vault. */
export interface KeyVaultKey {
  readonly name: string
  readonly kty: 'EC' | 'EC-HSM' | 'RSA' | 'RSA-HSM'
  readonly shape: KeyShape
  readonly operations: readonly string[]
  /** Seconds from now; absent if the key has no such bound. */
  readonly window: { readonly nbf?: number; readonly exp?: number }
  readonly enabled: boolean
  /** 32 hexadecimal digits each, oldest first. */
  readonly versions: readonly [string, ...string[]]
}

const HOUR = 3600
const FOR_SIGNING = ['sign', 'verify'] as const

/** Returns a version id, the same in every run, so that a test can name it. */
const versionId = (name: string, number: number): string =>
  createHash('sha256').update(`${name}/${number}`).digest('hex').slice(0, 32)

const key = (
  name: string,
  kty: KeyVaultKey['kty'],
  shape: KeyShape,
  more: Partial<KeyVaultKey> = {},
): KeyVaultKey => ({
  name,
  kty,
  shape,
  operations: FOR_SIGNING,
  window: {},
  enabled: true,
  versions: [versionId(name, 1)],
  ...more,
})

const KEYS: readonly KeyVaultKey[] = [
  key('ec-p-256', 'EC', { crv: 'P-256' }, { versions: [versionId('ec-p-256', 1), versionId('ec-p-256', 2)] }),
  key('ec-p-384', 'EC', { crv: 'P-384' }),
  key('ec-p-521', 'EC', { crv: 'P-521' }),
  key('ec-p-256k', 'EC', { crv: 'P-256K' }),
  key('rsa-2048', 'RSA', { bits: 2048 }),
  key('rsa-3072', 'RSA', { bits: 3072 }),
  key('rsa-4096', 'RSA', { bits: 4096 }),
  // They claim to be in an HSM and are not: for clients that demand a protection level.
  key('hsm-ec-p-256', 'EC-HSM', { crv: 'P-256' }),
  key('hsm-rsa-2048', 'RSA-HSM', { bits: 2048 }),
  key('disabled', 'EC', { crv: 'P-256' }, { enabled: false }),
  key('expired', 'EC', { crv: 'P-256' }, { window: { exp: -HOUR } }),
  key('not-yet-valid', 'EC', { crv: 'P-256' }, { window: { nbf: HOUR } }),
  key('for-encryption', 'RSA', { bits: 2048 }, { operations: ['encrypt', 'decrypt'] }),
]

/** The keys and their pairs. */
export interface KeyVaultKeys {
  find(name: string): KeyVaultKey | undefined
  /** Returns a pair, made at first use; `foreign` gives another one of the same shape. */
  pair(key: KeyVaultKey, version: string, foreign: boolean): Promise<KeyPair>
}

/** Creates the seeded keys. Names ignore case, as in the service. */
export function createKeyVaultKeys(): KeyVaultKeys {
  const pairs = new Map<string, Promise<KeyPair>>()
  return {
    find: (name) => KEYS.find((one) => one.name === name.toLowerCase()),
    pair({ name, shape }, version, foreign) {
      const id = `${foreign ? 'foreign ' : ''}${name}/${version}`
      const pair = pairs.get(id) ?? makeKeyPair(shape)
      pairs.set(id, pair)
      return pair
    },
  }
}
