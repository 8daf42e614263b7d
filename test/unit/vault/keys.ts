// How the tests reach the keys of the sandbox's Vault.
import type { Algorithm, KeyUri } from '@open-claw/core'
import { parseKeyUri } from '../../support/key-uris.ts'
import { vaultLogin } from '../../../packages/vault/src/login.ts'
import { vaultKeyService } from '../../../packages/vault/src/transit/signing.ts'
import type { VaultKeyOptions } from '../../../packages/vault/src/transit/client.ts'
import { TRANSIT_ALGORITHMS } from '../../../packages/vault/src/transit/algorithms.ts'
import type { Sandbox } from '@open-claw/sandbox'
import { testClock } from '../../support/clock.ts'
import { jobIdentity } from '../../support/job-identity.ts'
import { minting } from '../google/keys.ts'

export const AUDIENCE = 'https://vault.sandbox.example'

export const vaultUri = (key: string, version?: number): KeyUri =>
  parseKeyUri(`hashivault://${key}${version === undefined ? '' : `/versions/${version}`}`, 'key')

/** A token of the sandbox's Vault. */
export async function vaultToken(sandbox: Sandbox, namespace?: string): Promise<string> {
  const session = vaultLogin({
    address: new URL(sandbox.vaultEndpoint),
    namespace,
    role: 'release',
    audience: AUDIENCE,
    tls: undefined,
    identity: jobIdentity(sandbox),
    mask: () => undefined,
    clock: testClock(),
  })
  return (await session.mint()).token.reveal()
}

export function vaultOptions(
  address: string,
  token: string,
  given: Partial<VaultKeyOptions> = {},
): VaultKeyOptions & { clock: ReturnType<typeof testClock> } {
  const clock = testClock()
  return {
    address: new URL(address),
    namespace: undefined,
    tls: undefined,
    tokens: minting(token),
    ...given,
    clock,
  }
}

export function vaultAt(address: string, token: string, given: Partial<VaultKeyOptions> = {}) {
  const options = vaultOptions(address, token, given)
  return { clock: options.clock, service: vaultKeyService(options) }
}

/** Each key of the sandbox with each way it signs. */
export const VAULT_ROWS: readonly (readonly [string, Algorithm])[] = [...TRANSIT_ALGORITHMS].flatMap(
  ([key, algorithms]) => algorithms.map((algorithm) => [key, algorithm] as const),
)
