// The use-case: fetch all, mask all, check all, and only then deliver.
import { ClawError, errorLine } from '@open-claw/core'
import { admitEvent } from '@open-claw/github'
import { fetchSecrets, redactorsFor, type InjectableSecret } from '@open-claw/secrets'
import { childEnvironment } from './child-environment.ts'
import type { InjectInputs } from '@open-claw/inputs'
import type { ScriptTarget } from './request.ts'
import type { InjectPorts } from '@open-claw/wiring'
import { eventNote, secretsSummary } from '@open-claw/reports'

/** Who can read a secret that is delivered wider than to one process. */
const READERS = {
  output:
    'Every later step of the job that names the output, and everything that runs in those steps, can read the secrets.',
  env: 'Every later step of the job can read the secrets, including each action and each program it starts.',
} as const

const TITLE = 'Open Claw inject-secret'

/** Outputs of the action itself: a secret under such a name would be taken for them. Output names ignore case. */
const OWN_OUTPUTS: ReadonlySet<string> = new Set(['VERSIONS'])

type Values = Readonly<Record<string, string>>

const valuesOf = (secrets: readonly InjectableSecret[]): Values =>
  Object.fromEntries(secrets.map(({ request, value }) => [request.name, value]))

const versionsOf = (secrets: readonly InjectableSecret[]): string =>
  JSON.stringify(Object.fromEntries(secrets.map(({ request, version }) => [request.name, version])))

function checkOutputNames({ requests, target }: InjectInputs): void {
  const taken = requests.find(({ name }) => OWN_OUTPUTS.has(name.toUpperCase()))
  if (target.delivery !== 'output' || taken === undefined) return
  throw new ClawError('SECRET_NAME_REFUSED', `The name ${taken.name} is an output of the action itself.`)
}

/** Node.js reads NODE_DEBUG before any code of ours runs, so that it can only be refused. */
function checkDiagnostics({ target }: InjectInputs, { environment }: InjectPorts): void {
  if (target.delivery !== 'exec' || (environment['NODE_DEBUG'] ?? '') === '') return
  throw new ClawError(
    'INPUT_INVALID',
    'Input delivery: with NODE_DEBUG, Node.js prints the environment of the command past the redactor.',
    { remedy: 'Set NODE_DEBUG to nothing in the env of this step.' },
  )
}

function warnOfLatest({ requests }: InjectInputs, { annotate }: InjectPorts): void {
  for (const { name } of requests.filter(({ reference }) => reference.version === 'latest')) {
    annotate(
      'warning',
      TITLE,
      `Secret ${name} takes the latest version: whoever may add a version decides what this job gets. Pin the number that the summary shows.`,
    )
  }
}

function warnOfUnmaskable(secrets: readonly InjectableSecret[], { annotate }: InjectPorts): void {
  for (const { request, unmaskable, partial } of secrets) {
    const reason = unmaskable ?? partial
    if (reason === undefined) continue
    const what = unmaskable === undefined ? 'A part of secret' : 'Secret'
    annotate('warning', TITLE, `${what} ${request.name} may show in the log if it is printed: ${reason}.`)
  }
}

/** Runs the script with the secrets in its environment alone, and passes on what it prints, redacted. */
async function runRedacted(
  { shell, script }: ScriptTarget,
  secrets: readonly InjectableSecret[],
  { run, environment, print }: InjectPorts,
): Promise<number> {
  const redactor = redactorsFor(secrets.flatMap(({ masks }) => masks))
  const [stdout, stderr] = [redactor(), redactor()]
  try {
    return await run({
      shell,
      script,
      env: childEnvironment(environment, valuesOf(secrets)),
      onStdout: (chunk) => print('stdout', stdout.write(chunk)),
      onStderr: (chunk) => print('stderr', stderr.write(chunk)),
    })
  } finally {
    await print('stdout', stdout.end())
    await print('stderr', stderr.end())
  }
}

function checkStepFiles(changed: readonly string[]): void {
  if (changed.length === 0) return
  throw new ClawError('STEP_FILES_CHANGED', `The script changed ${changed.join(', ')} of this step.`)
}

/** The script is told no path of the step's files, but can find them: what it left there is undone before the runner reads it. */
async function runWithSecrets(
  target: ScriptTarget,
  secrets: readonly InjectableSecret[],
  ports: InjectPorts,
): Promise<number> {
  const putBack = ports.watchStepFiles()
  const code = await runRedacted(target, secrets, ports).finally(() => checkStepFiles(putBack()))
  // Node.js may report no number for a child that a signal ended; what has no number must not become 0.
  if (Number.isInteger(code)) return code
  throw new ClawError('COMMAND_FAILED', 'The script ended without an exit code; a signal may have ended it.')
}

async function deliver(
  { target }: InjectInputs,
  secrets: readonly InjectableSecret[],
  ports: InjectPorts,
): Promise<number> {
  const versions = versionsOf(secrets)
  if (target.delivery === 'exec') {
    const code = await runWithSecrets(target, secrets, ports)
    ports.setOutputs({ 'exit-code': String(code), versions })
    return code
  }
  ports.annotate('warning', TITLE, READERS[target.delivery])
  if (target.delivery === 'env') ports.exportVariables(valuesOf(secrets))
  ports.setOutputs({ versions, ...(target.delivery === 'output' ? valuesOf(secrets) : {}) })
  return 0
}

/**
 * Fetches the secrets and delivers them; one failure delivers nothing. Returns the exit code of the
 * command, or 0 where there is none. Throws a ClawError.
 */
export async function injectSecrets(inputs: InjectInputs, ports: InjectPorts): Promise<number> {
  const event = admitEvent(ports.event(), inputs.allowEvents)
  checkOutputNames(inputs)
  checkDiagnostics(inputs, ports)
  const secrets = await fetchSecrets(inputs.requests, inputs.target.delivery, ports)
  warnOfLatest(inputs, ports)
  warnOfUnmaskable(secrets, ports)
  const code = await deliver(inputs, secrets, ports)
  const { delivery } = inputs.target
  await ports.writeSummary(secretsSummary(secrets, { delivery, exitCode: code, note: eventNote(event) }))
  if (code !== 0) {
    const error = new ClawError('COMMAND_FAILED', `The script ended with exit code ${code}.`)
    ports.annotate('error', error.code, errorLine(error))
  }
  return code
}
