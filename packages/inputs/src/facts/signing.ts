// Inputs of the actions that sign, besides those of the key service and of witnesses.
import {
  ALGORITHMS,
  listedSchemes,
  type CredentialSet,
  type InputFact,
  type InputNeed,
} from '@open-claw/core'

/** The name of the input that names the key. */
export const KEY = 'key'

/** Makes the input `key`; `sets` are those of the vendors that have signing keys. */
export const keyFact = (sets: readonly CredentialSet[]): InputFact => ({
  name: KEY,
  type: 'text',
  description: `Key that signs: ${sets.map(({ keyForm }) => keyForm).join(', ')}, or \`keyless\`. Without a version the newest one (of Google the newest enabled one) is resolved once and recorded.`,
  required: true,
  choices: ['keyless'],
  option: {
    value: 'uri',
    help: `key that signs: ${listedSchemes(sets.map(({ scheme }) => scheme))}, or keyless`,
  },
})

export const KEY_ALGORITHM: InputFact = {
  name: 'key-algorithm',
  type: 'text',
  description:
    'How the key signs, where the service leaves the choice: RSA keys of AWS, Azure and Vault, as in rsa-pss-3072-sha256.',
  choices: Object.keys(ALGORITHMS),
  option: { value: 'name', help: 'where the key allows several, as in rsa-pss-3072-sha256' },
  needs: [
    {
      oneOf: [{ input: 'key', not: ['keyless'] }],
      because: 'the key of key: keyless is always ecdsa-p256-sha256',
    },
  ],
}

export const MODE = {
  name: 'mode',
  type: 'choice',
  description:
    '`statement`: one statement and one signature for all artifacts. `per-artifact`: one bundle for each file, as cosign sign-blob makes it.',
  default: 'statement',
  choices: ['statement', 'per-artifact'],
} as const satisfies InputFact

export const PREDICATE_TYPE = {
  name: 'predicate-type',
  type: 'text',
  description:
    'Type of a predicate that the build made, such as https://cyclonedx.org/bom, in place of provenance.',
} as const satisfies InputFact

export const PREDICATE_PATH = {
  name: 'predicate-path',
  type: 'path',
  description: 'File with that predicate, a JSON object of at most 16 MiB.',
} as const satisfies InputFact

export const SIGNING_EVENTS = {
  name: 'allow-events',
  type: 'list',
  description:
    'Further events that may use the key, one a line, such as repository_dispatch. An event that is named here is let through whoever starts it, forks included.',
  option: { value: 'event', help: 'further event that may use the key, whoever starts it' },
} as const satisfies InputFact

export const PUSH_TO = {
  name: 'push-to',
  type: 'text',
  description:
    'Where bundles go: `file:` beside the artifacts, or `file:<folder>` below the workspace. Nothing is overwritten.',
  default: 'file:',
  option: { value: 'destination', help: 'where bundles would go: file: or file:<folder>' },
} as const satisfies InputFact

const PROVENANCE: InputNeed = {
  oneOf: [{ input: 'predicate-path', is: [''] }],
  because: 'a predicate of your own takes nothing from GitHub',
}

export const GITHUB_TOKEN = {
  name: 'github-token',
  type: 'text',
  description:
    'Adds the start time and the reusable workflows of the run to the provenance. Needs `actions: read`; left out, they are not recorded.',
  secret: true,
  needs: [PROVENANCE],
} as const satisfies InputFact

/** Unused without github-token, but accepted: workflows of GitHub Enterprise set it anyway. */
export const GITHUB_API = {
  name: 'github-api',
  type: 'url',
  description: 'Address of the GitHub API.',
  default: 'https://api.github.com',
  needs: [PROVENANCE],
} as const satisfies InputFact
