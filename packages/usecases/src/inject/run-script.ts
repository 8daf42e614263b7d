// The narrowest delivery: one script gets the secrets, in its environment.
import { ClawError } from '@open-claw/core'
import { redactorsFor, type InjectableSecret, type SecretVersion } from '@open-claw/secrets'
import { childEnvironment } from './child-environment.ts'
import type { InjectPorts } from './ports.ts'
import type { ScriptTarget } from './request.ts'
import { namedValues } from './named-values.ts'

type ScriptPorts = Pick<
  InjectPorts<SecretVersion>,
  'environment' | 'withheld' | 'watchAnswers' | 'run' | 'print'
>

/** Runs the script with the secrets in its environment only, and prints its redacted output. */
async function runRedacted(
  { shell, script }: ScriptTarget,
  secrets: readonly InjectableSecret[],
  ports: ScriptPorts,
): Promise<number> {
  const redactor = redactorsFor(secrets.flatMap(({ masks }) => masks))
  const [stdout, stderr] = [redactor(), redactor()]
  try {
    return await ports.run({
      shell,
      script,
      env: childEnvironment(ports, namedValues(secrets)),
      onStdout: (chunk) => ports.print('stdout', stdout.write(chunk)),
      onStderr: (chunk) => ports.print('stderr', stderr.write(chunk)),
    })
  } finally {
    await ports.print('stdout', stdout.end())
    await ports.print('stderr', stderr.end())
  }
}

function checkAnswers(changed: readonly string[]): void {
  if (changed.length === 0) return
  throw new ClawError('STEP_FILES_CHANGED', `The script changed ${changed.join(', ')} of this step.`)
}

/**
 * Runs the script and returns its exit code. The script gets no path of the step's files, but can find them: its
 * changes to them are undone before the runner reads them. Throws STEP_FILES_CHANGED, COMMAND_FAILED or
 * RUNNER_CONTRACT.
 */
export async function runScriptWith(
  target: ScriptTarget,
  secrets: readonly InjectableSecret[],
  ports: ScriptPorts,
): Promise<number> {
  const putBack = ports.watchAnswers()
  const code = await runRedacted(target, secrets, ports).finally(() => checkAnswers(putBack()))
  // Node.js may report no exit code for a child that a signal ended; this must not become 0.
  if (Number.isInteger(code)) return code
  throw new ClawError('COMMAND_FAILED', 'The script ended without an exit code; a signal may have ended it.')
}
