// The frame of every program: it makes the process safe, and ends it with the number of what ran in it.
import { checkProxy, logRequests } from '@open-claw/net'
import { ClawError, type ClientReads, type Host, type HostProcess } from '@open-claw/core'
import { isolateEnvironment } from './process-environment.ts'

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

/** Ends once what was printed has left the process: open sockets of a cloud client must not keep a finished step alive. */
function exit(code: number): void {
  process.exitCode = code
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)))
}

export interface Program {
  /** What the clients in it read by themselves. */
  readonly clients: readonly ClientReads[]
  /** Headers of an answer by which a provider finds its request. */
  readonly requestIds: readonly string[]
  /** The CI around the process, once that is safe. */
  readonly makeHost: (safe: HostProcess) => Host
  /** Its number is the exit code; none is success. */
  readonly main: (host: Host) => Promise<number | void>
  /** Tells a person of an error. Returns the exit code. */
  readonly tell: (error: ClawError, host: Host) => number
  /** The exit code after a crash outside of main, in a socket or a timer, and where main gives no number. */
  readonly crashed: number
  /** Whether the requests of the process are to be told. */
  readonly debugging: boolean
}

/** Makes the process safe for `main` and ends it with its number. A crash must not look like success. */
export async function runProgram({
  clients,
  requestIds,
  makeHost,
  main,
  tell,
  crashed,
  debugging,
}: Program): Promise<void> {
  const host = makeHost(isolateEnvironment(clients))
  if (debugging) logRequests(host.debug, requestIds)
  process.exitCode = crashed
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      tell(known(error), host)
      exit(crashed)
    })
  }
  try {
    checkProxy()
    const code: unknown = await main(host)
    // Only an absent number is success: null is what Node gives for a child that a signal ended.
    exit(code === undefined ? 0 : Number.isInteger(code) ? Number(code) : crashed)
  } catch (error) {
    exit(tell(known(error), host))
  }
}
