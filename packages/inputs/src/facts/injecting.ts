// Inputs of inject-secret. Some share a name with an input of signing, but describe what they do for a secret.
import type { InputFact, InputNeed } from '@open-claw/core'
import { CREDENTIALS, FEDERATED, OIDC_ISSUER } from './credentials.ts'

export const SECRETS = {
  name: 'secrets',
  type: 'list',
  description:
    'One per line: NAME = gcp-sm://project/secret/version#/json/pointer, or gcp-sm://project/locations/location/secret/version for a regional secret. The version is a number, or latest; the pointer is optional.',
  required: true,
} as const satisfies InputFact

export const DELIVERY = {
  name: 'delivery',
  type: 'choice',
  description:
    'exec gives the secrets to the script in run alone; output makes step outputs; env makes variables of all later steps.',
  default: 'exec',
  choices: ['exec', 'output', 'env'],
} as const satisfies InputFact

const RUNS: readonly InputNeed[] = [
  { oneOf: [{ input: 'delivery', not: ['output'] }], because: 'delivery output runs nothing' },
  { oneOf: [{ input: 'delivery', not: ['env'] }], because: 'delivery env runs nothing' },
]

export const RUN = {
  name: 'run',
  type: 'text',
  description: 'For delivery exec: the script, as in the run of a workflow. Its output is redacted.',
  needs: RUNS,
} as const satisfies InputFact

export const SHELL = {
  name: 'shell',
  type: 'text',
  description:
    'For delivery exec: bash, sh, python, pwsh, powershell, cmd, or a program by its absolute path with arguments and {0} for the script. Without it bash with -e and pipefail; pwsh on Windows.',
  needs: RUNS,
} as const satisfies InputFact

export const SECRET_EVENTS = {
  name: 'allow-events',
  type: 'list',
  description:
    'Further events that may have secrets, one a line, such as repository_dispatch. An event that is named here is let through whoever starts it, forks included.',
} as const satisfies InputFact

export const SECRET_ENDPOINT = {
  name: 'secret-endpoint',
  type: 'url',
  description:
    'Another endpoint of Secret Manager, such as a private one. Regional secrets find theirs without it.',
} as const satisfies InputFact

/** Descriptions of the credential inputs for this action, in the order of action.yml, `secret-endpoint` included. */
const TEXTS: readonly (readonly [name: string, description: string])[] = [
  [
    'workload-identity-provider',
    'projects/N/locations/global/workloadIdentityPools/P/providers/R, which trusts the OIDC identity of the job.',
  ],
  [
    'service-account',
    'E-mail of the service account to act as. Without it the federated identity reads the secret itself.',
  ],
  ['credentials', 'workload-identity exchanges the identity of the job; ambient uses what the machine has.'],
  ['secret-endpoint', SECRET_ENDPOINT.description],
  ['sts-endpoint', 'Another endpoint of the Security Token Service.'],
  ['iam-endpoint', 'Another endpoint of the IAM Credentials API.'],
  ['oidc-issuer', "Issuer of the job's identity; differs on GitHub Enterprise."],
]

/** Returns the credential inputs of inject-secret; `google` are those of its only vendor. */
export function secretCredentialFacts(google: readonly InputFact[]): InputFact[] {
  const issuer: InputFact = { ...OIDC_ISSUER, needs: [FEDERATED] }
  const known = new Map([...google, CREDENTIALS, SECRET_ENDPOINT, issuer].map((fact) => [fact.name, fact]))
  return TEXTS.flatMap(([name, description]) => {
    const fact = known.get(name)
    return fact === undefined ? [] : [{ ...fact, description }]
  })
}
