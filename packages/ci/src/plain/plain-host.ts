// A host without a CI: a command line, whose stdout is for results and whose answers nobody collects.
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
import { tellingClock } from '../process/telling-clock.ts'

/** What stands around a command line. */
export interface PlainSurroundings {
  /** The folder that it was started in, absolute. */
  readonly folder: string
  /** Prints on stderr. */
  readonly err: (text: string) => void
  /** Hides one line of a value in the log of a CI, if one reads what is printed. */
  readonly maskLine: (line: string) => void
  /** The run of a CI around it, as far as there is one. */
  readonly run: HostRun
}

/** Nobody collects answers: a command prints its results itself, and nothing of it runs at the end of a job. */
const ANSWERS: HostAnswers = {
  checkAnswers: () => undefined,
  setOutputs: () => undefined,
  exportVariables: () => {
    throw new ClawError('RUNNER_CONTRACT', 'There is no CI here that takes variables for later steps.')
  },
  saveState: () => undefined,
  writeSummary: () => undefined,
  announce: () => false,
  watchAnswers: () => () => [],
}

/** The host of a command line. It has no inputs: see `withInputs`. */
export function plainHost(
  safe: HostProcess,
  { folder, err, maskLine, run }: PlainSurroundings,
  identify: (step: AnonymousHost) => HostIdentity,
): Host {
  const tell = (line: string): void => err(`${harmlessLine(line)}\n`)
  const step: AnonymousHost = {
    ...safe,
    ...run,
    ...ANSWERS,
    input: () => '',
    workspace: () => folder,
    announced: () => [],
    savedState: () => undefined,
    mask: (value) => {
      for (const line of maskedLines(value)) maskLine(line)
    },
    log: tell,
    progress: tell,
    debug: (line) => tell(`debug: ${line}`),
    annotate: (level, title, message) => tell(`${level}: ${title}: ${message}`),
    clock: tellingClock(tell),
  }
  return { ...step, ...identify(step) }
}

/** The host whose inputs are `values`: a command line has options of the same names. */
export const withInputs = (host: Host, values: ReadonlyMap<string, string>): Host => ({
  ...host,
  input: (name) => (values.get(name) ?? '').trim(),
})
