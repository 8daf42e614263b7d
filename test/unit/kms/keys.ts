// How the tests reach the keys of the sandbox.
import { createPublicKey } from 'node:crypto'
import { parseKeyUri, type AccessTokens, type KeyUri, type SigningKey } from '@open-claw/core'
import { googleKeyService } from '@open-claw/kms'
import { testClock } from '../../support/clock.ts'

const RING = 'projects/demo/locations/global/keyRings/release/cryptoKeys'

export const uriOf = (key: string, version?: string): KeyUri =>
  parseKeyUri(`gcpkms://${RING}/${key}${version === undefined ? '' : `/cryptoKeyVersions/${version}`}`, 'key')

export const resourceOf = (key: string, version: string): string =>
  `${RING}/${key}/cryptoKeyVersions/${version}`

export const minting = (token: string): AccessTokens => ({
  mint: async () => ({ token, expires: Date.now() + 600_000 }),
})

export function serviceAt(endpoint: string, tokens: AccessTokens | 'ambient') {
  const clock = testClock()
  const masked: string[] = []
  const mask = (value: string): void => void masked.push(value)
  return { clock, masked, service: googleKeyService({ endpoint: new URL(endpoint), tokens, mask, clock }) }
}

export const checkedWith = (key: Pick<SigningKey, 'algorithm' | 'publicKey'>) => ({
  algorithm: key.algorithm,
  key: createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' }),
})
