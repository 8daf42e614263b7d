// The one table of inputs. The readers, the inputs of each action.yml, the tables of the documentation and the
// options of the command line come from it.
import type { CredentialSet, InputFact } from '@open-claw/core'
import { credentialFacts, keyServiceFacts } from './facts/credentials.ts'
import { BUNDLES, POLICY, POLICY_DIGEST } from './facts/gate.ts'
import { DELIVERY, RUN, SECRET_EVENTS, secretCredentialFacts, SECRETS, SHELL } from './facts/injecting.ts'
import {
  GITHUB_API,
  GITHUB_TOKEN,
  keyFact,
  KEY_ALGORITHM,
  MODE,
  PREDICATE_PATH,
  PREDICATE_TYPE,
  PUSH_TO,
  SIGNING_EVENTS,
} from './facts/signing.ts'
import { ARTIFACTS, CHECKSUMS, IMAGES } from './facts/subjects.ts'
import {
  ALLOW_PUBLIC_LOG,
  CERTIFICATE_AUTHORITY,
  SIGNING_CONFIG,
  TIMESTAMP_AUTHORITY,
  TRANSPARENCY_LOG,
  TRANSPARENCY_LOG_VERSION,
} from './facts/witnesses.ts'

export type ActionName =
  | 'sign-and-attest'
  | 'sign-artifact'
  | 'attach-provenance'
  | 'verify-before-deploy'
  | 'inject-secret'

const SIGN: readonly ActionName[] = ['sign-and-attest', 'sign-artifact', 'attach-provenance']
const PROVE: readonly ActionName[] = ['sign-and-attest', 'attach-provenance']
const GATE: readonly ActionName[] = ['verify-before-deploy']
const INJECT: readonly ActionName[] = ['inject-secret']

/** A row: an input, and the actions that have it. */
type Row = readonly [fact: InputFact, actions: readonly ActionName[]]

const rows = (facts: readonly InputFact[], actions: readonly ActionName[]): Row[] =>
  facts.map((fact) => [fact, actions])

/** Returns all rows, in the order of action.yml. `sets` are the credential inputs of the vendors. */
const table = (sets: readonly CredentialSet[]): readonly Row[] => [
  ...rows([keyFact(sets), KEY_ALGORITHM], SIGN),
  ...rows([ARTIFACTS, IMAGES, CHECKSUMS], [...SIGN, ...GATE]),
  [MODE, ['sign-artifact']],
  ...rows([PREDICATE_TYPE, PREDICATE_PATH], ['attach-provenance']),
  ...rows([BUNDLES, POLICY, POLICY_DIGEST], GATE),
  ...rows([SIGNING_EVENTS, PUSH_TO], SIGN),
  ...rows([GITHUB_TOKEN, GITHUB_API], PROVE),
  ...rows([CERTIFICATE_AUTHORITY, TIMESTAMP_AUTHORITY], SIGN),
  ...rows([TRANSPARENCY_LOG, TRANSPARENCY_LOG_VERSION, ALLOW_PUBLIC_LOG, SIGNING_CONFIG], SIGN),
  ...rows(keyServiceFacts(sets), [...SIGN, ...GATE]),
  ...rows([SECRETS, DELIVERY, RUN, SHELL, SECRET_EVENTS], INJECT),
  ...rows(secretCredentialFacts(credentialFacts(sets)), INJECT),
]

/** Returns the inputs of an action, in the order of its action.yml. */
export const actionInputs = (action: ActionName, sets: readonly CredentialSet[]): InputFact[] =>
  table(sets).flatMap(([fact, actions]) => (actions.includes(action) ? [fact] : []))
