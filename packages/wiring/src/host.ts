// Runs programs on their host: an action in a GitHub job, and a command line anywhere.
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
  // The runner shows the title beside the code of a run and not in the log, so the line has the code too.
  host.annotate('error', error.code, errorLine(error))
  // A denial has its own summary, which lists the reasons.
  if (error.code === 'DENIED') return 1
  try {
    host.writeSummary(errorSummary(error))
  } catch {
    // A failure to write must not hide the error itself, which annotation and exit code report.
  }
  return 1
}

/** Runs `main` of an action; it returns the exit code. Any error is annotated with its code and exits with 1, never 0. */
export const runAction = (main: (host: Host) => Promise<number | void>): Promise<void> =>
  runProgram({
    clients: CLIENT_READS,
    requestIds: REQUEST_IDS,
    makeHost: (safe) => githubHost(safe, githubIdentity),
    main,
    report: annotateError,
    crashed: 1,
    debugging: isDebugging(),
  })

/** Where a command line runs. */
export interface CommandLine {
  /** Returns an absolute path. Throws if the folder is gone. */
  readonly folder: () => string
  /** Prints on stderr. */
  readonly err: (text: string) => void
}

/** Returns the host of a command line. In a job it has the job's identity; at a keyboard no event started it. */
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

/** Runs `main` of the command line; it returns the exit code. An unexpected error exits with 3. */
export function runTool(main: (host: Host) => Promise<number>): Promise<void> {
  const err = (text: string): void => void process.stderr.write(text)
  return runProgram({
    clients: CLIENT_READS,
    requestIds: REQUEST_IDS,
    makeHost: (safe) => commandLineHost(safe, { folder: () => process.cwd(), err }),
    main,
    report: (error) => {
      // An error that the command did not report itself: it came before the command, or was unexpected.
      err(`${errorLine(error)}\n`)
      return error.exit
    },
    crashed: 3,
    debugging: isDebugging(),
  })
}
