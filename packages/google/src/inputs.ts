// Inputs by which a job proves its identity to Google Cloud.
import { ClawError, parsedInput, requiredInput, type CredentialSet, type GivenInput } from '@open-claw/core'
import { parseEndpoint } from '@open-claw/net'
import { GOOGLE_KEY_URI } from './key-uri.ts'
import { parseServiceAccount, parseWorkloadIdentityProvider } from './names.ts'

export const GOOGLE_INPUTS: CredentialSet = {
  scheme: GOOGLE_KEY_URI.scheme,
  keyForm: GOOGLE_KEY_URI.form,
  vendor: 'Google',
  facts: [
    {
      name: 'workload-identity-provider',
      type: 'text',
      description:
        'Google workload identity provider that trusts this job: projects/N/locations/global/workloadIdentityPools/P/providers/R.',
      option: {
        value: 'name',
        help: 'Google: projects/N/locations/global/workloadIdentityPools/P/providers/R',
      },
      federated: true,
      besideAnyKey: true,
    },
    {
      name: 'service-account',
      type: 'text',
      description: 'Google service account to impersonate. Without it the federated identity itself is used.',
      option: { value: 'email', help: 'Google: account to impersonate' },
      federated: true,
    },
    {
      name: 'sts-endpoint',
      type: 'url',
      description: "Endpoint of Google's security token service.",
      default: 'https://sts.googleapis.com',
      option: { value: 'url', help: 'Google: endpoint of the security token service' },
      federated: true,
      besideAnyKey: true,
    },
    {
      name: 'iam-endpoint',
      type: 'url',
      description: "Endpoint of Google's service account credentials API.",
      default: 'https://iamcredentials.googleapis.com',
      option: { value: 'url', help: 'Google: endpoint of the service account credentials API' },
      federated: true,
      besideAnyKey: true,
    },
  ],
}

export interface GoogleInputs {
  readonly provider: string | undefined
  readonly serviceAccount: string | undefined
  readonly stsEndpoint: URL
  readonly iamEndpoint: URL
}

const endpoint = (given: GivenInput, name: string): URL => parseEndpoint(requiredInput(given, name), name)

/** Reads the inputs. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
export const googleInputs = (given: GivenInput): GoogleInputs => ({
  provider: parsedInput(given, 'workload-identity-provider', parseWorkloadIdentityProvider),
  serviceAccount: parsedInput(given, 'service-account', parseServiceAccount),
  stsEndpoint: endpoint(given, 'sts-endpoint'),
  iamEndpoint: endpoint(given, 'iam-endpoint'),
})

/** How a job without a Google key reaches Google: its provider is required as soon as the inputs are read. */
export type GoogleCredentials =
  | { readonly kind: 'ambient' }
  | (GoogleInputs & {
      readonly kind: 'workload-identity'
      readonly provider: string
      readonly issuer: URL
    })

/** Reads the credentials. Throws INPUT_INVALID, ENDPOINT_INSECURE or CREDENTIALS_MISSING. */
export function googleCredentials(
  given: GivenInput,
  { kind, issuer }: { readonly kind: GoogleCredentials['kind']; readonly issuer: URL },
): GoogleCredentials {
  const google = googleInputs(given)
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
