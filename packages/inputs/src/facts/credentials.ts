// Inputs by which a job authenticates to any key service; each vendor adds its own.
import type { CredentialFact, CredentialSet, InputFact, InputNeed } from '@open-claw/core'

const ASKS_KEY_SERVICE: InputNeed = {
  oneOf: [{ input: 'key', not: ['keyless'] }],
  because: 'key: keyless asks no key service',
}

export const CREDENTIALS = {
  name: 'credentials',
  type: 'choice',
  description: '`workload-identity`, or `ambient` for the credentials of the machine.',
  default: 'workload-identity',
  choices: ['workload-identity', 'ambient'],
  option: { value: 'kind', help: 'workload-identity (the job) or ambient (this machine)' },
  needs: [
    {
      oneOf: [{ input: 'key', not: ['keyless'] }],
      because: 'key: keyless is certified for the identity of the job alone',
    },
  ],
} as const satisfies InputFact

/** Has an effect with any key: it identifies the GitHub server, and signs the claims of provenance. */
export const OIDC_ISSUER = {
  name: 'oidc-issuer',
  type: 'url',
  description: 'Issuer of the OIDC token of the job. Token requests go to hosts of this issuer only.',
  default: 'https://token.actions.githubusercontent.com',
  option: { value: 'url', help: 'issuer of the token of the job' },
} as const satisfies InputFact

export const KEY_ENDPOINT = {
  name: 'key-endpoint',
  type: 'url',
  description:
    'Endpoint of the key service where it has one of its own, such as private service connect or a VPC endpoint. https; http on loopback only.',
  option: { value: 'url', help: 'endpoint of the key service' },
  needs: [ASKS_KEY_SERVICE],
} as const satisfies InputFact

/** Refuses `key-endpoint` for a key service that has an input of its own for its address. */
const addressNeeds = ({ scheme, vendor, address }: CredentialSet): readonly InputNeed[] =>
  address === undefined
    ? []
    : [
        {
          oneOf: [{ input: 'key', not: [scheme] }],
          because: `a key of ${vendor} is at ${address}`,
        },
      ]

export const FEDERATED: InputNeed = {
  oneOf: [{ input: 'credentials', is: ['workload-identity'] }],
  because: 'credentials: ambient uses what the machine has',
}

const credentialNeeds = ({ federated, besideAnyKey }: CredentialFact, { scheme, vendor }: CredentialSet) => [
  besideAnyKey === true
    ? ASKS_KEY_SERVICE
    : { oneOf: [{ input: 'key', is: [scheme] }], because: `only a key of ${vendor} uses it` },
  ...(federated === true ? [FEDERATED] : []),
]

/** Returns the facts of the sets, each with its needs. */
export const credentialFacts = (sets: readonly CredentialSet[]): InputFact[] =>
  sets.flatMap((set) => set.facts.map((fact) => ({ ...fact, needs: credentialNeeds(fact, set) })))

/** Returns every input by which a job reaches a key service, in the order of action.yml. */
export const keyServiceFacts = (sets: readonly CredentialSet[]): InputFact[] => [
  CREDENTIALS,
  OIDC_ISSUER,
  { ...KEY_ENDPOINT, needs: [...KEY_ENDPOINT.needs, ...sets.flatMap(addressNeeds)] },
  ...credentialFacts(sets),
]
