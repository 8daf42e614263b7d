// How the tests reach the keys of the sandbox.
import { createPublicKey } from 'node:crypto'
import type { AccessTokens, KeyUri, SigningKey } from '@open-claw/core'
import { parseKeyUri } from '../../support/key-uris.ts'
import { ambientGoogle } from '../../../packages/google/src/ambient.ts'
import { googleKeyService } from '../../../packages/google/src/kms/signing.ts'
import { KMS_SCOPE } from '../../../packages/google/src/permissions.ts'
import { testClock } from '../../support/clock.ts'
import { testToken } from '../../support/token.ts'

const RING = 'projects/demo/locations/global/keyRings/release/cryptoKeys'

export const uriOf = (key: string, version?: string): KeyUri =>
  parseKeyUri(`gcpkms://${RING}/${key}${version === undefined ? '' : `/cryptoKeyVersions/${version}`}`, 'key')

export const resourceOf = (key: string, version: string): string =>
  `${RING}/${key}/cryptoKeyVersions/${version}`

export const minting = (token: string): AccessTokens => ({
  mint: async () => ({ token: testToken(token), expires: Date.now() + 600_000 }),
})

export function serviceAt(endpoint: string, given: AccessTokens | 'ambient') {
  const clock = testClock()
  const masked: string[] = []
  const mask = (value: string): void => void masked.push(value)
  const tokens = given === 'ambient' ? ambientGoogle(KMS_SCOPE, mask) : given
  return { clock, masked, service: googleKeyService({ endpoint: new URL(endpoint), tokens, clock }) }
}

export const checkedWith = (key: Pick<SigningKey, 'algorithm' | 'publicKey'>) => ({
  algorithm: key.algorithm,
  key: createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' }),
})
