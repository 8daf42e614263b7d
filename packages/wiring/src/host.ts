// Programs with the host that they run on: an action in a job of GitHub, and a command line anywhere.
import { errorLine, type ClawError, type Host, type HostProcess } from '@open-claw/core'
import {
  githubHost,
  isDebugging,
  maskLineOnStderr,
  plainHost,
  runProgram,
  surroundingRun,
} from '@open-claw/ci'
import { githubIdentity } from '@open-claw/github'
import { errorSummary } from '@open-claw/reports'
import { CLIENT_READS } from './client-reads.ts'
import { REQUEST_IDS } from './request-ids.ts'

function annotateError(error: ClawError, host: Host): number {
  // The runner shows the title beside the code of a run and not in the log: the line has the code too.
  host.annotate('error', error.code, errorLine(error))
  // A denial has its own summary, which lists the reasons.
  if (error.code === 'DENIED') return 1
  try {
    host.writeSummary(errorSummary(error))
  } catch {
    // No failure to write may hide the error itself: annotation and exit code tell of it.
  }
  return 1
}

/** Runs `main` of an action; its number is the exit code. Any error is annotated with its code and ends in 1, never in 0. */
export const runAction = (main: (host: Host) => Promise<number | void>): Promise<void> =>
  runProgram({
    clients: CLIENT_READS,
    requestIds: REQUEST_IDS,
    makeHost: (safe) => githubHost(safe, githubIdentity),
    main,
    tell: annotateError,
    crashed: 1,
    debugging: isDebugging(),
  })

/** Where a command line stands. */
export interface CommandLine {
  /** Absolute. */
  readonly folder: string
  /** Prints on stderr. */
  readonly err: (text: string) => void
}

/** The host of a command line. In a job it has the identity of the job; at a keyboard no event started it. */
export const commandLineHost = (safe: HostProcess, { folder, err }: CommandLine): Host =>
  plainHost(
    safe,
    {
      folder,
      err,
      maskLine: maskLineOnStderr,
      run: surroundingRun(safe.environment),
    },
    githubIdentity,
  )

/** Runs `main` of the command line; its number is the exit code. What it did not expect ends in 3. */
export function runTool(main: (host: Host) => Promise<number>): Promise<void> {
  const err = (text: string): void => void process.stderr.write(text)
  return runProgram({
    clients: CLIENT_READS,
    requestIds: REQUEST_IDS,
    makeHost: (safe) => commandLineHost(safe, { folder: process.cwd(), err }),
    main,
    tell: (error) => {
      // What its command did not tell of itself: it came before the command, or was not expected.
      err(`${errorLine(error)}\n`)
      return error.exit
    },
    crashed: 3,
    debugging: isDebugging(),
  })
}
