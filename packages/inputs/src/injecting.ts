// Reads the inputs of inject-secret.
import { ClawError, parsedInput, requiredInput, type GivenInput, type KeyVendor } from '@open-claw/core'
import { parseShell } from '@open-claw/ci'
import { parseEvents } from '@open-claw/github'
import { googleInputs, type GoogleInputs } from '@open-claw/google'
import { parseEndpoint } from '@open-claw/net'
import type { SecretRequestParser, SecretVersion } from '@open-claw/secrets'
import type { InjectRequest, Target } from '@open-claw/usecases'
import { CREDENTIALS, OIDC_ISSUER } from './facts/credentials.ts'
import { DELIVERY, RUN, SECRET_ENDPOINT, SECRET_EVENTS, SECRETS, SHELL } from './facts/injecting.ts'
import { readAction } from './read-action.ts'
import { inputChoice, inputLines, type InputHost } from './reader.ts'

/** How the job authenticates to Google. */
export type Credentials =
  | { readonly kind: 'ambient' }
  | (GoogleInputs & {
      readonly kind: 'workload-identity'
      readonly provider: string
      readonly issuer: URL
    })

/** What is asked for, and how the job reaches what it asks. */
export interface InjectInputs<V extends SecretVersion> extends InjectRequest<V> {
  readonly credentials: Credentials
  /** undefined means Google's own. */
  readonly secretEndpoint: URL | undefined
}

function deliveryTarget(given: GivenInput): Target {
  const delivery = inputChoice(given, DELIVERY)
  return delivery === 'exec'
    ? { delivery, script: requiredInput(given, RUN.name), shell: parseShell(given(SHELL.name)) }
    : { delivery }
}

function googleCredentials(given: GivenInput): Credentials {
  const kind = inputChoice(given, CREDENTIALS)
  const google = googleInputs(given)
  const issuer = parseEndpoint(requiredInput(given, OIDC_ISSUER.name), OIDC_ISSUER.name)
  if (kind === 'ambient') return { kind }
  const { provider } = google
  if (provider !== undefined) return { kind, ...google, provider, issuer }
  throw new ClawError(
    'CREDENTIALS_MISSING',
    'Input workload-identity-provider is empty, and credentials: ambient is not asked for.',
    {
      remedy:
        'Name the provider that trusts this job, or set credentials: ambient to use what the machine has.',
    },
  )
}

function secretLines(given: GivenInput): readonly string[] {
  const lines = inputLines(given, SECRETS)
  if (lines.length > 0) return lines
  throw new ClawError('INPUT_MISSING', 'Input secrets names no secret.')
}

/** `parseSecretRequests` knows the secret stores. Throws a ClawError that names the input. */
export const injectInputs = <V extends SecretVersion>(
  host: InputHost,
  stores: readonly Pick<KeyVendor, 'credentials'>[],
  parseSecretRequests: SecretRequestParser<V>,
): InjectInputs<V> =>
  readAction('inject-secret', host, stores, (given) => ({
    requests: parseSecretRequests(secretLines(given), SECRETS.name),
    target: deliveryTarget(given),
    allowEvents: parseEvents(inputLines(given, SECRET_EVENTS), SECRET_EVENTS.name),
    credentials: googleCredentials(given),
    secretEndpoint: parsedInput(given, SECRET_ENDPOINT.name, parseEndpoint),
  }))
