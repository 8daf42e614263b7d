// How the job authenticates to the cloud: with its own identity, or with what is lying around if asked to.
import {
  ClawError,
  parseEndpoint,
  systemClock,
  type AccessTokens,
  type IdentityTokens,
} from '@open-claw/core'
import {
  googleWorkloadIdentity,
  GOOGLE_IAM_ENDPOINT,
  GOOGLE_STS_ENDPOINT,
  parseServiceAccount,
  parseWorkloadIdentityProvider,
} from '@open-claw/identity'
import { choiceInput, jobIdentityTokens, maskValue, optionalInput } from '@open-claw/runner'

export interface CloudInputs {
  readonly credentials: 'workload-identity' | 'ambient'
  readonly provider: string | undefined
  readonly serviceAccount: string | undefined
  readonly stsEndpoint: URL
  readonly iamEndpoint: URL
  readonly oidcIssuer: URL
}

const DEFAULT_ISSUER = 'https://token.actions.githubusercontent.com'

const endpoint = (name: string, fallback: string): URL => parseEndpoint(optionalInput(name) ?? fallback, name)

/** Reads the inputs of authentication. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
export function cloudInputs(): CloudInputs {
  const provider = optionalInput('workload-identity-provider')
  const serviceAccount = optionalInput('service-account')
  return {
    credentials: choiceInput('credentials', ['workload-identity', 'ambient'], 'workload-identity'),
    provider:
      provider === undefined
        ? undefined
        : parseWorkloadIdentityProvider(provider, 'workload-identity-provider'),
    serviceAccount:
      serviceAccount === undefined ? undefined : parseServiceAccount(serviceAccount, 'service-account'),
    stsEndpoint: endpoint('sts-endpoint', GOOGLE_STS_ENDPOINT),
    iamEndpoint: endpoint('iam-endpoint', GOOGLE_IAM_ENDPOINT),
    oidcIssuer: endpoint('oidc-issuer', DEFAULT_ISSUER),
  }
}

/** Tokens of the job's own identity. */
export const jobIdentity = (cloud: CloudInputs): IdentityTokens =>
  jobIdentityTokens({ issuer: cloud.oidcIssuer })

/** Access tokens for `scope`. Throws CREDENTIALS_MISSING where the inputs name no way to get one. */
export function cloudTokens(
  cloud: CloudInputs,
  identity: IdentityTokens,
  scope: string,
): AccessTokens | 'ambient' {
  if (cloud.credentials === 'ambient') return 'ambient'
  if (cloud.provider === undefined) {
    throw new ClawError(
      'CREDENTIALS_MISSING',
      'Input workload-identity-provider is empty. Name the provider that trusts this job, or set credentials: ambient.',
    )
  }
  return googleWorkloadIdentity({
    provider: cloud.provider,
    serviceAccount: cloud.serviceAccount,
    scope,
    stsEndpoint: cloud.stsEndpoint,
    iamEndpoint: cloud.iamEndpoint,
    identity,
    mask: maskValue,
    clock: systemClock,
  })
}
