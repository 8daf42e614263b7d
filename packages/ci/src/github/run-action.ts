// The frame of every action: one place that turns an error into what a person reads and an exit code.
import { checkProxy, logRequests } from '@open-claw/net'
import { ClawError, errorLine } from '@open-claw/core'
import { annotate, debugLine, maskOnStderr } from './commands.ts'
import { writeErrorSummary } from '@open-claw/reports'
import { isolateEnvironment } from '../process/process-environment.ts'

/** Class and place of an unexpected error. Its message may hold a request with a token in it, so it is not shown. */
function describeUnexpected(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const place = /([\w.-]+\.(?:mjs|ts|js):\d+:\d+)/.exec(error.stack ?? '')?.[1]
  return `${/^\w{1,64}$/.test(error.name) ? error.name : 'Error'}${place === undefined ? '' : ` at ${place}`}`
}

const known = (error: unknown): ClawError =>
  error instanceof ClawError
    ? error
    : new ClawError('INTERNAL', `Something unexpected failed (${describeUnexpected(error)}).`)

function report(error: unknown): number {
  const told = known(error)
  // The runner shows the title beside the code of a run and not in the log: the line has the code too.
  annotate('error', told.code, errorLine(told))
  writeErrorSummary(told)
  return 1
}

/** For the command line, which tells of its own errors itself: what is left came before it, or was not expected. */
function reportTool(error: unknown): number {
  const told = known(error)
  process.stderr.write(`${errorLine(told)}\n`)
  return told.exit
}

/** Ends once what was printed has left the process: open sockets of a cloud client must not keep a finished step alive. */
function exit(code: number): void {
  process.exitCode = code
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))
}

/** Makes the process safe for `main` and ends it with its number. A crash outside of main, in a socket or a timer, must not look like success either. */
async function frame(
  main: () => Promise<number | void>,
  crashed: number,
  tell: (error: unknown) => number,
  debug: (line: string) => void,
): Promise<void> {
  // What the runner sets for every step once somebody runs it again with debug logging.
  if (process.env['RUNNER_DEBUG'] === '1') logRequests(debug)
  isolateEnvironment()
  process.exitCode = crashed
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      tell(error)
      exit(crashed)
    })
  }
  try {
    checkProxy()
    const code: unknown = await main()
    // Only an absent number is success: null is what Node gives for a child that a signal ended.
    exit(code === undefined ? 0 : Number.isInteger(code) ? Number(code) : crashed)
  } catch (error) {
    exit(tell(error))
  }
}

/** Runs `main` of an action; its number is the exit code. Any error is annotated with its code and ends in 1, never in 0. */
export const runAction = (main: () => Promise<number | void>): Promise<void> =>
  frame(main, 1, report, debugLine)

/** Runs `main` of the command line; its number is the exit code. What it did not expect ends in 3. */
export function runTool(main: () => Promise<number>): Promise<void> {
  maskOnStderr()
  return frame(main, 3, reportTool, (line) => void process.stderr.write(`debug: ${line}\n`))
}
