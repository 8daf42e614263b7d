// A host without a CI: a command line. Its stdout is for results, and its answers are not collected.
import {
  ClawError,
  type AnonymousHost,
  type Host,
  type HostAnswers,
  type HostIdentity,
  type HostProcess,
  type HostRun,
} from '@open-claw/core'
import { harmlessLine } from '../process/harmless-line.ts'
import { maskedLines } from '../process/masked-lines.ts'
import { reportingClock } from '../process/reporting-clock.ts'

/** The surroundings of a command line. */
export interface PlainSurroundings {
  /** Returns the folder where it was started, absolute. Throws if it is gone. */
  readonly folder: () => string
  /** Prints on stderr. */
  readonly err: (text: string) => void
  /** Hides one line of a value in the log of a CI, if one reads the output. */
  readonly maskLine: (line: string) => void
  /** The run of a CI around it, if there is one. */
  readonly run: HostRun
}

/** Answers that are not collected: a command prints its results itself, and nothing runs at the end of a job. */
const ANSWERS: HostAnswers = {
  checkAnswers: () => undefined,
  setOutputs: () => undefined,
  exportVariables: () => {
    throw new ClawError('RUNNER_CONTRACT', 'There is no CI here to take variables for later steps.')
  },
  saveState: () => undefined,
  writeSummary: () => undefined,
  announce: () => false,
  watchAnswers: () => () => [],
}

/** Returns the host of a command line. It has no inputs: see `withInputs`. */
export function plainHost(
  safe: HostProcess,
  { folder, err, maskLine, run }: PlainSurroundings,
  identify: (step: AnonymousHost) => HostIdentity,
): Host {
  const printLine = (line: string): void => err(`${harmlessLine(line)}\n`)
  const step: AnonymousHost = {
    ...safe,
    ...run,
    ...ANSWERS,
    input: () => '',
    workspace: folder,
    announced: () => [],
    savedState: () => undefined,
    mask: (value) => {
      for (const line of maskedLines(value)) maskLine(line)
    },
    log: printLine,
    progress: printLine,
    debug: (line) => printLine(`debug: ${line}`),
    annotate: (level, title, message) => printLine(`${level}: ${title}: ${message}`),
    clock: reportingClock(printLine),
  }
  return { ...step, ...identify(step) }
}

/** Returns the host with `values` as inputs: a command line has options of the same names. */
export const withInputs = (host: Host, values: ReadonlyMap<string, string>): Host => ({
  ...host,
  input: (name) => (values.get(name) ?? '').trim(),
})
