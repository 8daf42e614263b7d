// Reads the inputs of the actions that sign. All are checked before anything else happens.
import {
  ClawError,
  isAlgorithm,
  keyUris,
  parsedInput,
  printable,
  requiredInput,
  type Algorithm,
  type GivenInput,
  type Host,
  type KeyUris,
  type KeyVendor,
  type Token,
} from '@open-claw/core'
import { parseFileDestination, type FileDestination } from '@open-claw/files'
import { parseEvents } from '@open-claw/github'
import { parseEndpoint } from '@open-claw/net'
import type {
  KeyChoice,
  PredicateChoice,
  SignerRequest,
  SigningRequest,
  SigningWork,
} from '@open-claw/usecases'
import { cloudInputs, type CloudInputs } from './credentials.ts'
import {
  GITHUB_API,
  GITHUB_TOKEN,
  KEY,
  KEY_ALGORITHM,
  MODE,
  PREDICATE_PATH,
  PREDICATE_TYPE,
  PUSH_TO,
  SIGNING_EVENTS,
} from './facts/signing.ts'
import { readAction } from './read-action.ts'
import { inputChoice, inputLines, secretInput, type InputHost } from './reader.ts'
import { subjectInputs } from './subjects.ts'
import { witnessInputs } from './witnesses.ts'

/** Everything needed to sign, and how to reach the key. */
export interface SignerInputs extends SignerRequest {
  readonly cloud: CloudInputs
  readonly destination: FileDestination
}

export interface SigningInputs extends SignerInputs, SigningRequest {}

/** The API that has details of the run, and the token for it. */
export interface ProvenanceInputs {
  readonly githubToken: Token | undefined
  readonly githubApi: URL
}

/** Inputs of an action that signs a statement. */
export interface ProvingInputs extends SigningInputs {
  readonly work: Extract<SigningWork, { readonly mode: 'statement' }>
  readonly provenance: ProvenanceInputs
}

type Vendors = readonly KeyVendor[]
type SignerHost = InputHost & Pick<Host, 'workspace'>
type SigningHost = SignerHost & Pick<Host, 'announced'>

function parseAlgorithm(text: string, input: string): Algorithm {
  if (isAlgorithm(text)) return text
  throw new ClawError(
    'INPUT_INVALID',
    `Input ${input}: "${printable(text)}" is no algorithm of the key table.`,
  )
}

function keyInput(given: GivenInput, uris: KeyUris): KeyChoice {
  const text = requiredInput(given, KEY)
  const algorithm = parsedInput(given, KEY_ALGORITHM.name, parseAlgorithm)
  if (text === 'keyless') return { kind: 'keyless' }
  if (!uris.isExample(text)) return { kind: 'kms', uri: uris.parse(text, KEY), algorithm }
  // For this key, a service would answer that permission is missing.
  throw new ClawError(
    'KEY_URI_INVALID',
    `Input key: "${printable(text)}" is the example of the documentation.`,
    {
      remedy: 'Put the URI of your own key in its place, as docs/keys.md shows for your service.',
    },
  )
}

function signerValues(given: GivenInput, host: SignerHost, vendors: Vendors): SignerInputs {
  const key = keyInput(given, keyUris(vendors.map(({ keyUri }) => keyUri)))
  const workspace = host.workspace()
  const cloud = cloudInputs(given, vendors)
  return {
    workspace,
    key,
    issuer: cloud.oidcIssuer,
    cloud,
    witnesses: witnessInputs(given),
    destination: parseFileDestination(requiredInput(given, PUSH_TO.name), workspace, PUSH_TO.name),
    allowEvents: parseEvents(inputLines(given, SIGNING_EVENTS), SIGNING_EVENTS.name),
  }
}

function provenanceValues(given: GivenInput): ProvenanceInputs {
  return {
    githubToken: secretInput(given, GITHUB_TOKEN),
    githubApi: parseEndpoint(requiredInput(given, GITHUB_API.name), GITHUB_API.name),
  }
}

function predicateChoice(given: GivenInput): PredicateChoice {
  const type = given(PREDICATE_TYPE.name)
  const path = given(PREDICATE_PATH.name)
  if (type === undefined && path === undefined) return { kind: 'provenance' }
  if (type === undefined || path === undefined) {
    throw new ClawError(
      'INPUT_INVALID',
      'Inputs predicate-type and predicate-path are given together or not at all.',
    )
  }
  return { kind: 'file', type, path }
}

function workChoice(given: GivenInput): SigningWork {
  const mode = inputChoice(given, MODE)
  return mode === 'statement' ? { mode, predicate: { kind: 'signature' } } : { mode }
}

/** Reads everything needed to sign, whatever is signed. Throws a ClawError that names the input. */
export const signerInputs = (host: SignerHost, vendors: Vendors): SignerInputs =>
  readAction('sign-artifact', host, vendors, (given) => signerValues(given, host, vendors))

const signingValues = (given: GivenInput, host: SigningHost, vendors: Vendors) => ({
  ...signerValues(given, host, vendors),
  sources: subjectInputs(given, host.announced()),
})

/** Reads the inputs of sign-artifact. Throws a ClawError that names the input. */
export const signArtifactInputs = (host: SigningHost, vendors: Vendors): SigningInputs =>
  readAction('sign-artifact', host, vendors, (given) => ({
    ...signingValues(given, host, vendors),
    work: workChoice(given),
  }))

/** Reads the inputs of attach-provenance. Throws a ClawError that names the input. */
export const attachProvenanceInputs = (host: SigningHost, vendors: Vendors): ProvingInputs =>
  readAction('attach-provenance', host, vendors, (given) => ({
    ...signingValues(given, host, vendors),
    work: { mode: 'statement', predicate: predicateChoice(given) },
    provenance: provenanceValues(given),
  }))

/**
 * Reads the inputs of sign-and-attest. The signature over the provenance covers the artifacts, since it holds their
 * digests. Throws a ClawError that names the input.
 */
export const signAndAttestInputs = (host: SigningHost, vendors: Vendors): ProvingInputs =>
  readAction('sign-and-attest', host, vendors, (given) => ({
    ...signingValues(given, host, vendors),
    work: { mode: 'statement', predicate: { kind: 'provenance' } },
    provenance: provenanceValues(given),
  }))
