// Checks that run before anything is fetched.
import { ClawError, type Host } from '@open-claw/core'
import { checkNames, type SecretVersion } from '@open-claw/secrets'
import type { InjectRequest } from './request.ts'
import { VERSIONS } from './versions-output.ts'

/** Refuses a secret that has the name of our own output: it would be taken for that. Names of outputs ignore case. */
function checkOutputNames({ requests, target }: InjectRequest<SecretVersion>): void {
  const taken = requests.find(({ name }) => name.toLowerCase() === VERSIONS)
  if (target.delivery !== 'output' || taken === undefined) return
  throw new ClawError('SECRET_NAME_REFUSED', `The name ${taken.name} is an output of the action itself.`)
}

/** Refuses NODE_DEBUG, which Node.js reads before any code of ours runs. */
function checkDiagnostics(
  { target }: InjectRequest<SecretVersion>,
  { environment }: Pick<Host, 'environment'>,
): void {
  if (target.delivery !== 'exec' || (environment['NODE_DEBUG'] ?? '') === '') return
  throw new ClawError(
    'INPUT_INVALID',
    'Input delivery: with NODE_DEBUG, Node.js prints the environment of the command past the redactor.',
    { remedy: 'Set NODE_DEBUG to nothing in the env of this step.' },
  )
}

/** Checks a request. Throws SECRET_NAME_REFUSED or INPUT_INVALID. */
export function checkRequest(request: InjectRequest<SecretVersion>, ports: Pick<Host, 'environment'>): void {
  checkOutputNames(request)
  checkDiagnostics(request, ports)
  checkNames(request.requests, request.target.delivery)
}
