// How the tests reach the keys of the sandboxed vault.
import { createHash, createPublicKey } from 'node:crypto'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll } from '@jest/globals'
import type { AccessTokens, HashName, KeyUri, SigningKey, SignRequest } from '@open-claw/core'
import { parseKeyUri } from '../../support/key-uris.ts'
import { azureCloudAt } from '../../../packages/azure/src/clouds.ts'
import { azureKeyService } from '../../../packages/azure/src/kms/signing.ts'
import type { Sandbox } from '@open-claw/sandbox'
import { testClock } from '../../support/clock.ts'
import { testToken } from '../../support/token.ts'

export const HOST = 'sandbox.vault.azure.net'
const GUID = '00000000-0000-4000-8000-000000000000'

export const uriOf = (key: string, version?: string, host = HOST): KeyUri =>
  parseKeyUri(`azurekms://${host}/${key}${version === undefined ? '' : `/${version}`}`, 'key')

export const minting = (token: string): AccessTokens => ({
  mint: async () => ({ token: testToken(token), expires: Date.now() + 600_000 }),
})

/** A token of the sandboxed Entra ID. */
export async function vaultToken(sandbox: Sandbox, scope = azureCloudAt(HOST).scope): Promise<string> {
  const { token = '' } = await sandbox.control({ op: 'mint', audience: azureCloudAt(HOST).audience })
  const form = {
    client_id: GUID,
    scope,
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: token,
  }
  const response = await fetch(`${sandbox.azureLoginEndpoint}/${GUID}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  })
  const { access_token: given } = (await response.json()) as { access_token: string }
  return given
}

/** Trusts the authority of the sandbox until the returned function is called. */
export function trust(authority: string): () => void {
  const roots = getCACertificates('default')
  setDefaultCACertificates([...roots, authority])
  return () => setDefaultCACertificates(roots)
}

/** A token of the sandbox for its vault, whose authority is trusted until the last test of the file has ended. */
export async function trustedToken(sandbox: Sandbox): Promise<string> {
  afterAll(trust(sandbox.authority))
  return vaultToken(sandbox)
}

export function serviceAt(endpoint: string, tokens: AccessTokens | 'ambient') {
  const clock = testClock()
  const masked: string[] = []
  const mask = (value: string): void => void masked.push(value)
  return { clock, masked, service: azureKeyService({ endpoint: new URL(endpoint), tokens, mask, clock }) }
}

export const checkedWith = (key: Pick<SigningKey, 'algorithm' | 'publicKey'>) => ({
  algorithm: key.algorithm,
  key: createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' }),
})

export const MESSAGE = Buffer.from('what a pipeline built')
export const digestOf = (
  hash: HashName,
  message: Uint8Array = MESSAGE,
): Extract<SignRequest, { input: 'digest' }> => ({
  input: 'digest',
  hash,
  digest: createHash(hash).update(message).digest(),
})
