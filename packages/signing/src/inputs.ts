// Inputs that the signing actions share. Each action's inputs.ts calls this and nothing else reads them.
import { parseEndpoint, parseKeyUri, type KeyUri, type SubjectSources } from '@open-claw/core'
import { parseFileDestination, type FileDestination } from '@open-claw/evidence'
import { announcedSubjects, listInput, optionalInput, requiredInput, workspace } from '@open-claw/runner'
import { cloudInputs, type CloudInputs } from '@open-claw/cloud'

export interface SigningInputs {
  readonly workspace: string
  readonly key: KeyUri
  readonly keyEndpoint: URL | undefined
  readonly cloud: CloudInputs
  readonly sources: SubjectSources
  readonly destination: FileDestination
}

/** An endpoint input that may be left empty. */
function endpointInput(name: string): URL | undefined {
  const text = optionalInput(name)
  return text === undefined ? undefined : parseEndpoint(text, name)
}

/** Reads and checks them all before anything is done. Throws a ClawError that names the input. */
export function signingInputs(): SigningInputs {
  const root = workspace()
  return {
    workspace: root,
    key: parseKeyUri(requiredInput('key'), 'key'),
    keyEndpoint: endpointInput('key-endpoint'),
    cloud: cloudInputs(),
    sources: {
      artifacts: listInput('artifacts'),
      images: listInput('images'),
      checksums: optionalInput('checksums'),
      announced: announcedSubjects(),
    },
    destination: parseFileDestination(optionalInput('push-to') ?? 'file:', root, 'push-to'),
  }
}
