// Vault in dev mode, with the transit engine and a JWT login that trusts the sandbox's issuer.
import { randomBytes } from 'node:crypto'
import type { Sandbox } from '@open-claw/sandbox'
import { programOf } from '../tools/table.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { freePorts, startServer, type Server } from './server.ts'

export interface VaultServer extends Server {
  readonly address: string
  readonly rootToken: string
  /** Asks the API as root; `path` begins after `/v1/`. Throws for a status that is no success. */
  ask(method: 'GET' | 'POST' | 'LIST' | 'DELETE', path: string, body?: unknown): Promise<any>
}

/** What the login demands and gives. */
export const VAULT_ROLE = 'release'
export const VAULT_AUDIENCE = 'https://vault.open-claw.test'
const SIGN_ONLY = 'sign'

const POLICY = `
path "transit/sign/*" { capabilities = ["update"] }
path "transit/keys/*" { capabilities = ["read"] }
path "auth/token/revoke-accessor" { capabilities = ["update"] }
`

function client(address: string, token: string): VaultServer['ask'] {
  return async (method, path, body) => {
    const response = await fetch(`${address}/v1/${path}`, {
      method,
      headers: { 'x-vault-token': token, 'x-vault-request': 'true' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`Vault answered ${response.status} to ${method} ${path}: ${text}`)
    return text === '' ? undefined : JSON.parse(text)
  }
}

type SetUp = (ask: VaultServer['ask'], sandbox: Sandbox) => Promise<void>

/** A role for jobs of the sandbox's repository that may sign and read keys, revoke by accessor, and nothing else. */
async function configure(ask: VaultServer['ask'], { oidcIssuer }: Sandbox): Promise<void> {
  await ask('POST', 'sys/mounts/transit', { type: 'transit' })
  await ask('POST', 'sys/auth/jwt', { type: 'jwt' })
  await ask('POST', 'auth/jwt/config', { oidc_discovery_url: oidcIssuer, bound_issuer: oidcIssuer })
  await ask('POST', `sys/policies/acl/${SIGN_ONLY}`, { policy: POLICY })
  await ask('POST', `auth/jwt/role/${VAULT_ROLE}`, {
    role_type: 'jwt',
    user_claim: 'sub',
    bound_audiences: [VAULT_AUDIENCE],
    bound_claims: { repository_id: '456789' },
    token_policies: [SIGN_ONLY],
    token_ttl: '10m',
  })
}

/** `setUp` is for a server that is set up in another way. */
export async function startVault(sandbox: Sandbox, setUp: SetUp = configure): Promise<VaultServer> {
  const [port = 0, cluster = 0] = await freePorts(2)
  const address = `http://127.0.0.1:${port}`
  const rootToken = randomBytes(16).toString('hex')
  const { stop } = await startServer({
    program: programOf('vault'),
    args: [
      'server',
      '-dev',
      '-dev-no-store-token',
      `-dev-root-token-id=${rootToken}`,
      `-dev-listen-address=127.0.0.1:${port}`,
    ],
    env: { VAULT_CLUSTER_ADDR: `http://127.0.0.1:${cluster}` },
    folder: temporaryFolder('interop-vault'),
    readyUrl: `${address}/v1/sys/health`,
  })
  const ask = client(address, rootToken)
  try {
    await setUp(ask, sandbox)
  } catch (error) {
    await stop()
    throw error
  }
  return { address, rootToken, ask, stop }
}
