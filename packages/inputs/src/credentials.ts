// How the job authenticates to the cloud: with its own identity, or with what is lying around if asked to.
// Each cloud has inputs of its own; those of a cloud whose keys are not used may stay empty.
import { parseEndpoint, type TlsOptions } from '@open-claw/net'
import { parseVaultPath, parseVaultRole } from '@open-claw/vault'
import {
  GOOGLE_IAM_ENDPOINT,
  GOOGLE_STS_ENDPOINT,
  parseServiceAccount,
  parseWorkloadIdentityProvider,
} from '@open-claw/google'
import { parseClientId, parseTenantId } from '@open-claw/azure'
import { parseRegion, parseRoleArn } from '@open-claw/aws'
import { choiceInput, optionalInput } from '@open-claw/ci'
import { vaultTlsInputs } from './vault-tls.ts'

export interface GoogleInputs {
  readonly provider: string | undefined
  readonly serviceAccount: string | undefined
  readonly stsEndpoint: URL
  readonly iamEndpoint: URL
}

export interface AwsInputs {
  /** ARN. */
  readonly role: string | undefined
  readonly region: string | undefined
  readonly stsEndpoint: URL | undefined
  /** undefined for the one of the partition. */
  readonly audience: string | undefined
}

export interface AzureInputs {
  readonly tenantId: string | undefined
  readonly clientId: string | undefined
  readonly loginEndpoint: URL | undefined
}

export interface VaultInputs {
  readonly address: URL | undefined
  readonly namespace: string | undefined
  readonly role: string | undefined
  /** Mount paths, without slashes around them. */
  readonly authPath: string
  readonly transitPath: string
  readonly audience: string | undefined
  readonly tls: TlsOptions
}

export interface CloudInputs {
  readonly credentials: 'workload-identity' | 'ambient'
  readonly oidcIssuer: URL
  /** Where the key service is; undefined for its own address. */
  readonly keyEndpoint: URL | undefined
  readonly google: GoogleInputs
  readonly aws: AwsInputs
  readonly azure: AzureInputs
  readonly vault: VaultInputs
}

const DEFAULT_ISSUER = 'https://token.actions.githubusercontent.com'

const endpoint = (name: string, fallback: string): URL => parseEndpoint(optionalInput(name) ?? fallback, name)

function endpointInput(name: string): URL | undefined {
  const text = optionalInput(name)
  return text === undefined ? undefined : parseEndpoint(text, name)
}

const parsed = (text: string | undefined, parse: (text: string, input: string) => string, input: string) =>
  text === undefined ? undefined : parse(text, input)

function googleInputs(): GoogleInputs {
  return {
    provider: parsed(
      optionalInput('workload-identity-provider'),
      parseWorkloadIdentityProvider,
      'workload-identity-provider',
    ),
    serviceAccount: parsed(optionalInput('service-account'), parseServiceAccount, 'service-account'),
    stsEndpoint: endpoint('sts-endpoint', GOOGLE_STS_ENDPOINT),
    iamEndpoint: endpoint('iam-endpoint', GOOGLE_IAM_ENDPOINT),
  }
}

function awsInputs(): AwsInputs {
  return {
    role: parsed(optionalInput('aws-role'), parseRoleArn, 'aws-role'),
    region: parsed(optionalInput('aws-region'), parseRegion, 'aws-region'),
    stsEndpoint: endpointInput('aws-sts-endpoint'),
    audience: optionalInput('aws-audience'),
  }
}

function azureInputs(): AzureInputs {
  return {
    tenantId: parsed(optionalInput('azure-tenant-id'), parseTenantId, 'azure-tenant-id'),
    clientId: parsed(optionalInput('azure-client-id'), parseClientId, 'azure-client-id'),
    loginEndpoint: endpointInput('azure-login-endpoint'),
  }
}

function vaultInputs(): VaultInputs {
  return {
    address: endpointInput('vault-address'),
    namespace: parsed(optionalInput('vault-namespace'), parseVaultPath, 'vault-namespace'),
    role: parsed(optionalInput('vault-role'), parseVaultRole, 'vault-role'),
    authPath: parseVaultPath(optionalInput('vault-auth-path') ?? 'jwt', 'vault-auth-path'),
    transitPath: parseVaultPath(optionalInput('vault-transit-path') ?? 'transit', 'vault-transit-path'),
    audience: optionalInput('vault-audience'),
    tls: vaultTlsInputs(),
  }
}

/** Reads the inputs of authentication. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
export function cloudInputs(): CloudInputs {
  return {
    credentials: choiceInput('credentials', ['workload-identity', 'ambient'], 'workload-identity'),
    oidcIssuer: endpoint('oidc-issuer', DEFAULT_ISSUER),
    keyEndpoint: endpointInput('key-endpoint'),
    google: googleInputs(),
    aws: awsInputs(),
    azure: azureInputs(),
    vault: vaultInputs(),
  }
}
