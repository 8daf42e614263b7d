// The job's way into the clouds: options of each key service, made from the inputs, and what was
// borrowed on the way, given back at the end.
import { homedir } from 'node:os'
import {
  ClawError,
  type AccessTokens,
  type IdentityTokens,
  type KeyUri,
  type KeyUse,
  type RequestHeaders,
  type SessionTokens,
} from '@open-claw/core'
import { ambientGoogle, googleWorkloadIdentity, KMS_SCOPE, type GoogleKeyOptions } from '@open-claw/google'
import {
  ambientVaultToken,
  vaultLogin,
  type VaultLoginOptions,
  type VaultSession,
  type VaultKeyOptions,
} from '@open-claw/vault'
import { AWS_AUDIENCE, awsWebIdentity, type AwsKeyOptions } from '@open-claw/aws'
import { azureFederation, azureCloudOf, azureKeyName, type AzureKeyOptions } from '@open-claw/azure'
import {
  admitMachineCredentials,
  annotate,
  jobClock,
  jobEnvironment,
  maskValue,
  runId,
  saveState,
} from '@open-claw/ci'
import { jobIdentityTokens } from '@open-claw/github'
import type { CloudInputs } from '@open-claw/inputs'

/** Names of what is kept for `post`. Accessors name tokens of Vault and open nothing. */
export const STATE = { accessors: 'vault-accessors', ended: 'session-ended' } as const

const common = { mask: maskValue, clock: jobClock } as const

const missing = (input: string, what: string): ClawError =>
  new ClawError('CREDENTIALS_MISSING', `Input ${input} is empty.`, {
    remedy: `Name the ${what} that trusts this job, or set credentials: ambient to use what the machine has.`,
  })

function googleTokens(cloud: CloudInputs, identity: IdentityTokens): AccessTokens | RequestHeaders {
  const { provider, serviceAccount, stsEndpoint, iamEndpoint } = cloud.google
  if (cloud.credentials === 'ambient') return ambientGoogle(KMS_SCOPE, maskValue)
  if (provider === undefined) throw missing('workload-identity-provider', 'provider')
  return googleWorkloadIdentity({
    provider,
    serviceAccount,
    scope: KMS_SCOPE,
    stsEndpoint,
    iamEndpoint,
    identity,
    ...common,
  })
}

/** The identity provider of the partition in IAM. */
const awsAudience = (role: string): string =>
  role.startsWith('arn:aws-cn:') ? `${AWS_AUDIENCE}.cn` : AWS_AUDIENCE

function awsTokens(
  cloud: CloudInputs,
  identity: IdentityTokens,
  key: KeyUri,
  use: KeyUse,
): SessionTokens | 'ambient' {
  const { role, region, stsEndpoint, audience } = cloud.aws
  if (cloud.credentials === 'ambient') return 'ambient'
  if (role === undefined) throw missing('aws-role', 'role')
  return awsWebIdentity({
    role,
    key,
    use,
    region,
    audience: audience ?? awsAudience(role),
    runId: runId(),
    stsEndpoint,
    identity,
    ...common,
  })
}

function azureTokens(cloud: CloudInputs, identity: IdentityTokens, uri: KeyUri): AccessTokens | 'ambient' {
  const { tenantId, clientId, loginEndpoint } = cloud.azure
  if (cloud.credentials === 'ambient') return 'ambient'
  if (tenantId === undefined || clientId === undefined)
    throw missing('azure-tenant-id or azure-client-id', 'application')
  const { scope, audience, login } = azureCloudOf(azureKeyName(uri).host)
  return azureFederation({
    tenantId,
    clientId,
    scope,
    audience,
    loginEndpoint: loginEndpoint ?? new URL(login),
    identity,
    ...common,
  })
}

function vaultAddress({ address }: CloudInputs['vault']): URL {
  if (address !== undefined) return address
  throw new ClawError('INPUT_MISSING', 'Input vault-address is empty.', {
    remedy: 'Name the server that holds the key.',
  })
}

/** A step that outlives its first token has several; the last line of a state counts, so it names all. */
function rememberAccessors(): (accessor: string) => void {
  const accessors: string[] = []
  return (accessor) => {
    accessors.push(accessor)
    saveState(STATE.accessors, accessors.join(' '))
  }
}

/** How the job logs in at Vault. Throws INPUT_MISSING or CREDENTIALS_MISSING. */
export function vaultLoginOptions({ vault }: CloudInputs, identity: IdentityTokens): VaultLoginOptions {
  const address = vaultAddress(vault)
  if (vault.role === undefined) throw missing('vault-role', 'role of the JWT login')
  return {
    address,
    namespace: vault.namespace,
    authPath: vault.authPath,
    role: vault.role,
    // A token for one Vault opens no other.
    audience: vault.audience ?? address.origin,
    tls: vault.tls,
    identity,
    issued: rememberAccessors(),
    ...common,
  }
}

/** The clouds as this job may use them. Tokens are fetched on first use. */
export interface CloudSession {
  readonly identity: IdentityTokens
  google(): GoogleKeyOptions
  /** A session with AWS may use the one key alone. */
  aws(uri: KeyUri): AwsKeyOptions
  azure(uri: KeyUri): AzureKeyOptions
  vault(): VaultKeyOptions
  /** Revokes what can be revoked. Throws CREDENTIALS_REFUSED or CREDENTIALS_FAILED. */
  end(): Promise<void>
}

/**
 * Ends a session of an action. What cannot be given back is told of and left to `post`: the step has its
 * result, and another error must not hide the one that it ends with.
 */
export async function giveBack(session: CloudSession): Promise<void> {
  try {
    await session.end()
  } catch (error) {
    if (!(error instanceof ClawError)) throw error
    annotate('warning', error.code, error.message)
  }
}

/**
 * One endpoint speaks for one service: asked for keys of another as well, it would be sent a token that is
 * none of its business. Throws INPUT_INVALID.
 */
function endpointFor(endpoint: URL | undefined): (service: string) => URL | undefined {
  let known: string | undefined
  return (service) => {
    known ??= service
    if (endpoint === undefined || known === service) return endpoint
    throw new ClawError(
      'INPUT_INVALID',
      `Input key-endpoint: it can be the endpoint of one key service, and there are keys of ${known} and of ${service}.`,
    )
  }
}

/** The one key of a step that signs is at vault-address: an endpoint beside it would not be asked. */
function checkNoEndpoint({ keyEndpoint }: CloudInputs, use: KeyUse): void {
  if (use === 'verify' || keyEndpoint === undefined) return
  throw new ClawError('INPUT_INVALID', 'Input key-endpoint: a key of Vault is at vault-address.', {
    remedy: 'Remove key-endpoint.',
  })
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** Opens nothing yet. `use` narrows what the clouds are asked to allow. */
export function openSession(cloud: CloudInputs, use: KeyUse): CloudSession {
  if (cloud.credentials === 'ambient') admitMachineCredentials()
  const identity = jobIdentityTokens({ issuer: cloud.oidcIssuer, environment: jobEnvironment(), ...common })
  const endpointOf = endpointFor(cloud.keyEndpoint)
  const google = once(() => googleTokens(cloud, identity))
  let login: VaultSession | undefined
  const vaultTokens = once((): AccessTokens => {
    if (cloud.credentials === 'ambient') return ambientVaultToken(process.env, homedir(), maskValue)
    login = vaultLogin(vaultLoginOptions(cloud, identity))
    return login
  })
  return {
    identity,
    google: () => ({ endpoint: endpointOf('Google'), tokens: google(), clock: jobClock }),
    aws: (uri) => ({
      endpoint: endpointOf('AWS'),
      region: cloud.aws.region,
      credentials: awsTokens(cloud, identity, uri, use),
      ...common,
    }),
    azure: (uri) => ({
      endpoint: endpointOf('Azure'),
      tokens: azureTokens(cloud, identity, uri),
      ...common,
    }),
    vault: () => {
      checkNoEndpoint(cloud, use)
      const { namespace, transitPath, tls } = cloud.vault
      return {
        address: vaultAddress(cloud.vault),
        namespace,
        mount: transitPath,
        tls,
        tokens: vaultTokens(),
        clock: jobClock,
      }
    },
    end: async () => {
      if (login === undefined) return
      await login.revoke()
      saveState(STATE.ended, 'true')
    },
  }
}
