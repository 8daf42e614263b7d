// Inputs that the signing actions share. Each action's inputs.ts calls this and nothing else reads them.
import { ClawError, isAlgorithm, printable, type Algorithm, type KeyUris } from '@open-claw/core'
import { parseFileDestination, type FileDestination } from '@open-claw/files'
import { announcedSubjects, listInput, optionalInput, requiredInput, workspace } from '@open-claw/ci'
import { parseEvents, type EventName } from '@open-claw/github'
import { cloudInputs, type CloudInputs } from './credentials.ts'
import type { KeyChoice, SignerRequest, SigningRequest } from '@open-claw/usecases'
import { witnessInputs } from './witnesses.ts'

/** What it takes to sign, and how to come by the key. */
export interface SignerInputs extends SignerRequest {
  readonly cloud: CloudInputs
  readonly destination: FileDestination
  /** Events beyond the default that may use the key. */
  readonly allowEvents: readonly EventName[]
}

export interface SigningInputs extends SignerInputs, Pick<SigningRequest, 'sources'> {}

function parseAlgorithm(text: string, input: string): Algorithm {
  if (isAlgorithm(text)) return text
  throw new ClawError(
    'INPUT_INVALID',
    `Input ${input}: "${printable(text)}" is no algorithm of the key table.`,
  )
}

/** Asked for the key of the documentation, a service would answer as to somebody without permission. */
function parseKey(text: string, algorithm: string | undefined, keyUris: KeyUris): KeyChoice {
  if (text === 'keyless') return { kind: 'keyless' }
  if (!keyUris.isExample(text)) {
    return {
      kind: 'kms',
      uri: keyUris.parse(text, 'key'),
      algorithm: algorithm === undefined ? undefined : parseAlgorithm(algorithm, 'key-algorithm'),
    }
  }
  throw new ClawError(
    'KEY_URI_INVALID',
    `Input key: "${printable(text)}" is the example of the documentation.`,
    {
      remedy: 'Put the URI of your own key in its place, as docs/keys.md shows for your service.',
    },
  )
}

/** What is said of a key that no key service holds would be ignored. */
function checkKeyless(algorithm: string | undefined, { keyEndpoint, credentials }: CloudInputs): void {
  const refuse = (why: string): ClawError =>
    new ClawError('INPUT_INVALID', `Input ${why}.`, { remedy: 'Remove that input.' })
  if (algorithm !== undefined)
    throw refuse('key-algorithm: the key of key: keyless is always ecdsa-p256-sha256')
  if (keyEndpoint !== undefined) throw refuse('key-endpoint: key: keyless asks no key service')
  if (credentials === 'ambient')
    throw refuse('credentials: key: keyless is certified for the identity of the job alone')
}

/** Reads and checks what it takes to sign in `root`. Throws a ClawError that names the input. */
export function signerInputs(root: string, keyUris: KeyUris): SignerInputs {
  const key = requiredInput('key')
  const algorithm = optionalInput('key-algorithm')
  const cloud = cloudInputs()
  if (key === 'keyless') checkKeyless(algorithm, cloud)
  return {
    workspace: root,
    key: parseKey(key, algorithm, keyUris),
    issuer: cloud.oidcIssuer,
    cloud,
    witnesses: witnessInputs(),
    destination: parseFileDestination(optionalInput('push-to') ?? 'file:', root, 'push-to'),
    allowEvents: parseEvents(listInput('allow-events'), 'allow-events'),
  }
}

/** Reads and checks them all before anything is done. Throws a ClawError that names the input. */
export function signingInputs(keyUris: KeyUris): SigningInputs {
  return {
    ...signerInputs(workspace(), keyUris),
    sources: {
      artifacts: listInput('artifacts'),
      images: listInput('images'),
      checksums: optionalInput('checksums'),
      announced: announcedSubjects(),
    },
  }
}
