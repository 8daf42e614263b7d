// The only reader of this action's inputs.
import { ClawError } from '@open-claw/core'
import { parseEndpoint } from '@open-claw/net'
import { parseServiceAccount, parseWorkloadIdentityProvider } from '@open-claw/google'
import { choiceInput, listInput, optionalInput, parseShell, requiredInput } from '@open-claw/ci'
import { parseEvents } from '@open-claw/github'
import type { SecretRequestParser, SecretVersion } from '@open-claw/secrets'
import type { InjectRequest, Target } from '@open-claw/usecases'

/** How the job authenticates to Google. */
export type Credentials =
  | { readonly kind: 'ambient' }
  | {
      readonly kind: 'workload-identity'
      readonly provider: string
      readonly serviceAccount: string | undefined
      readonly stsEndpoint: URL
      readonly iamEndpoint: URL
      readonly issuer: URL
    }

/** What is asked for, and how the job reaches what it asks. */
export interface InjectInputs<V extends SecretVersion> extends InjectRequest<V> {
  readonly credentials: Credentials
  /** undefined means Google's own. */
  readonly secretEndpoint: URL | undefined
}

function readTarget(): Target {
  const delivery = choiceInput('delivery', ['exec', 'output', 'env'], 'exec')
  if (delivery === 'exec') {
    return { delivery, script: requiredInput('run'), shell: parseShell(optionalInput('shell')) }
  }
  for (const name of ['run', 'shell']) {
    if (optionalInput(name) === undefined) continue
    throw new ClawError('INPUT_INVALID', `Input ${name}: delivery ${delivery} runs nothing.`, {
      remedy: `Remove ${name}.`,
    })
  }
  return { delivery }
}

function readCredentials(): Credentials {
  const kind = choiceInput('credentials', ['workload-identity', 'ambient'], 'workload-identity')
  const provider = optionalInput('workload-identity-provider')
  const serviceAccount = optionalInput('service-account')
  if (kind === 'ambient') {
    if (provider !== undefined || serviceAccount !== undefined) {
      throw new ClawError(
        'INPUT_INVALID',
        'Input credentials: ambient excludes workload-identity-provider and service-account.',
      )
    }
    return { kind }
  }
  if (provider === undefined) {
    throw new ClawError(
      'CREDENTIALS_MISSING',
      'Input workload-identity-provider is empty, and credentials: ambient is not asked for.',
      {
        remedy:
          'Name the provider that trusts this job, or set credentials: ambient to use what the machine has.',
      },
    )
  }
  return {
    kind,
    provider: parseWorkloadIdentityProvider(provider, 'workload-identity-provider'),
    serviceAccount:
      serviceAccount === undefined ? undefined : parseServiceAccount(serviceAccount, 'service-account'),
    stsEndpoint: parseEndpoint(requiredInput('sts-endpoint'), 'sts-endpoint'),
    iamEndpoint: parseEndpoint(requiredInput('iam-endpoint'), 'iam-endpoint'),
    issuer: parseEndpoint(requiredInput('oidc-issuer'), 'oidc-issuer'),
  }
}

/** All inputs, checked. Throws INPUT_MISSING, INPUT_INVALID, ENDPOINT_INSECURE, CREDENTIALS_MISSING or SECRET_REFERENCE_INVALID. */
export function injectInputs<V extends SecretVersion>(
  parseSecretRequests: SecretRequestParser<V>,
): InjectInputs<V> {
  const endpoint = optionalInput('secret-endpoint')
  const lines = listInput('secrets')
  if (lines.length === 0) throw new ClawError('INPUT_MISSING', 'Input secrets names no secret.')
  return {
    requests: parseSecretRequests(lines, 'secrets'),
    target: readTarget(),
    allowEvents: parseEvents(listInput('allow-events'), 'allow-events'),
    credentials: readCredentials(),
    secretEndpoint: endpoint === undefined ? undefined : parseEndpoint(endpoint, 'secret-endpoint'),
  }
}
