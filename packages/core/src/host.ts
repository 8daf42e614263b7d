// The port to a CI: what it gives to a step and takes from it. A use-case takes the members that it needs and
// knows no CI, so that it runs on any of them.
import type { Printable } from './formats/printable.ts'
import type { AdmittedEvent, AnnouncedSubject, JobClaims, RunEvent, RunnerFacts } from './job.ts'
import type { Mask } from './formats/token.ts'
import type { Clock, IdentityTokens } from './ports.ts'

/** Variables of a process. */
export type Variables = Readonly<Record<string, string | undefined>>

/** Texts by name. */
export interface NamedTexts {
  readonly [name: string]: string
}

/** The inputs of a step. None of them is trusted: an earlier step of the job could have written them. */
export interface HostInputs {
  /** The value of an input, trimmed; empty where it was left out. */
  readonly input: (name: string) => string
  /** The folder of the sources, absolute. Throws RUNNER_CONTRACT. */
  readonly workspace: () => string
  /** Subjects that earlier steps announced; none where the CI offers no list. Throws RUNNER_CONTRACT. */
  readonly announced: () => readonly AnnouncedSubject[]
  /** A value that the main part of this step saved for the part that runs at the end of the job. */
  readonly savedState: (name: string) => string | undefined
}

/** The answers of a step. */
export interface HostAnswers {
  /** Throws RUNNER_CONTRACT where answers would be lost. To be called before there is one. */
  readonly checkAnswers: () => void
  /** Sets all outputs at once. */
  readonly setOutputs: (outputs: NamedTexts) => void
  /** Sets variables for every later step of the job, at once. Throws RUNNER_CONTRACT where no CI takes them. */
  readonly exportVariables: (variables: NamedTexts) => void
  /** Saves a value for the end of the job. Others can read it, so it is never a token or a secret. */
  readonly saveState: (name: string, value: string) => void
  /** Appends Markdown to the summary of the run. */
  readonly writeSummary: (markdown: string) => void
  /** Announces subjects to later steps: all of them or none. Returns whether it did. */
  readonly announce: (subjects: readonly AnnouncedSubject[]) => boolean
  /**
   * Remembers the files that carry the answers. The function that it returns puts back each that has changed
   * since, and returns their names.
   */
  readonly watchAnswers: () => () => readonly string[]
}

export type AnnotationLevel = 'notice' | 'warning' | 'error'

/** The log that a person reads while the step runs. */
export interface HostLog {
  readonly mask: Mask
  /** Prints one line. */
  readonly log: (line: Printable) => void
  /** Prints one line that is no result: a command line keeps its stdout for results. */
  readonly progress: (line: Printable) => void
  /** Prints one line where debugging was asked for. */
  readonly debug: (line: Printable) => void
  /** Annotates the run. Titles are not masked: constants only. */
  readonly annotate: (level: AnnotationLevel, title: string, message: Printable) => void
}

/** The run that the step is part of. */
export interface HostRun {
  /** The id of the run, for names in the logs of others; `0` where there is none. Never trusted. */
  readonly runId: () => string
  /** The facts of the machine that the environment states. Never trusted. */
  readonly runner: () => RunnerFacts
  /** The event that started the run; undefined where there is none, as at a keyboard. Throws RUNNER_CONTRACT or JSON_INVALID. */
  readonly event: () => RunEvent | undefined
  /**
   * Variables that no command of the user gets, in upper case: with them it could act as the job, or get a
   * secret past the redactor. A name that ends in `*` stands for all names that begin so.
   */
  readonly withheld: readonly string[]
}

/** Returns the verified claims of the job. They are fetched once for all callers, and a failure is kept. Throws OIDC_*. */
export type ClaimSource = () => Promise<JobClaims>

/** The identity of the job, and whether it may use keys and secrets. The platform behind the CI vouches for both. */
export interface HostIdentity {
  /**
   * Returns the event of the run where it may use keys and secrets, and undefined where no event started it.
   * `allowed` widens the list. Throws EVENT_REFUSED or EVENT_MISMATCH.
   */
  readonly admitEvent: (allowed: readonly string[]) => AdmittedEvent | undefined
  /** The identity of the job with tokens signed by `issuer`. Sends no request yet. */
  readonly identity: (issuer: URL) => IdentityTokens
  /** The claims of that identity. Sends no request yet. */
  readonly claims: (issuer: URL) => ClaimSource
}

/** The process that the step runs in. */
export interface HostProcess {
  /** The variables that the job set, for a command of the user. */
  readonly environment: Variables
  /** Gives the clients back the variables that name credentials of the machine. To be called once the inputs are read. */
  readonly admitMachineCredentials: () => void
}

/** A CI as one step sees it, without the identity that its platform vouches for. */
export interface AnonymousHost extends HostInputs, HostAnswers, HostLog, HostRun, HostProcess {
  /** Logs waits that a person would wonder about. */
  readonly clock: Clock
}

/** A CI as one step sees it. */
export interface Host extends AnonymousHost, HostIdentity {}
