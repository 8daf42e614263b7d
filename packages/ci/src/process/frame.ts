// The frame of every program: it makes the process safe, and ends it with the exit code of `main`.
import { checkProxy, logRequests } from '@open-claw/net'
import { ClawError, type ClientReads, type Host, type HostProcess } from '@open-claw/core'
import { isolateEnvironment } from './process-environment.ts'

/** Returns class and place of an unexpected error. Its message may hold a request with a token, so it is not shown. */
function describeUnexpected(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const place = /([\w.-]+\.(?:mjs|ts|js):\d+:\d+)/.exec(error.stack ?? '')?.[1]
  return `${/^\w{1,64}$/.test(error.name) ? error.name : 'Error'}${place === undefined ? '' : ` at ${place}`}`
}

const known = (error: unknown): ClawError =>
  error instanceof ClawError
    ? error
    : new ClawError('INTERNAL', `Something unexpected failed (${describeUnexpected(error)}).`)

/** Exits once all output is flushed: open sockets of a cloud client must not keep a finished step alive. */
function exit(code: number): void {
  process.exitCode = code
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))
}

export interface Program {
  /** What its clients read by themselves. */
  readonly clients: readonly ClientReads[]
  /** Response headers by which a provider finds a request. */
  readonly requestIds: readonly string[]
  /** Makes the host of the CI, once the process is safe. */
  readonly makeHost: (safe: HostProcess) => Host
  /** Returns the exit code; none is success. */
  readonly main: (host: Host) => Promise<number | void>
  /** Reports an error to a person. Returns the exit code. */
  readonly report: (error: ClawError, host: Host) => number
  /** The exit code after a crash outside main, in a socket or a timer, and if main returns no number. */
  readonly crashed: number
  /** Whether to log the requests of the process. */
  readonly debugging: boolean
}

/** Makes the process safe for `main` and ends it with its exit code. A crash must not look like success. */
export async function runProgram({
  clients,
  requestIds,
  makeHost,
  main,
  report,
  crashed,
  debugging,
}: Program): Promise<void> {
  const host = makeHost(isolateEnvironment(clients))
  if (debugging) logRequests(host.debug, requestIds)
  process.exitCode = crashed
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      report(known(error), host)
      exit(crashed)
    })
  }
  try {
    checkProxy()
    const code: unknown = await main(host)
    // Only an absent number is success: Node gives null for a child that a signal ended.
    exit(code === undefined ? 0 : Number.isInteger(code) ? Number(code) : crashed)
  } catch (error) {
    exit(report(known(error), host))
  }
}
