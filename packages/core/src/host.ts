// What a CI gives to a step and takes from it: one port, so that a use-case runs on any of them. A use-case
// takes the members that it needs, and knows no CI.
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

/** What a step is given. Nothing of it is trusted: an earlier step of the job could have written it. */
export interface HostInputs {
  /** The value of an input, trimmed; empty where it was left out. */
  readonly input: (name: string) => string
  /** The folder of the sources, absolute. Throws RUNNER_CONTRACT. */
  readonly workspace: () => string
  /** Subjects that earlier steps announced; none where the CI offers no list. Throws RUNNER_CONTRACT. */
  readonly announced: () => readonly AnnouncedSubject[]
  /** What the main part of this step kept for the part that runs at the end of the job. */
  readonly savedState: (name: string) => string | undefined
}

/** What a step answers. */
export interface HostAnswers {
  /** Throws RUNNER_CONTRACT where answers would be lost, which is to be known before there is one. */
  readonly checkAnswers: () => void
  /** Sets all outputs at once. */
  readonly setOutputs: (outputs: NamedTexts) => void
  /** Sets variables for every later step of the job, at once. Throws RUNNER_CONTRACT where no CI takes them. */
  readonly exportVariables: (variables: NamedTexts) => void
  /** Keeps a value for the end of the job. Others can read it: never a token or a secret. */
  readonly saveState: (name: string, value: string) => void
  /** Appends Markdown to what a reader of the run sees first. */
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

/** What a person reads while the step runs. */
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

/** The run around the step. */
export interface HostRun {
  /** The id of the run, for names in the logs of others; `0` where there is none. Never trusted. */
  readonly runId: () => string
  /** What the environment says of the machine. Never trusted. */
  readonly runner: () => RunnerFacts
  /** What started the run; undefined where no event did, as at a keyboard. Throws RUNNER_CONTRACT or JSON_INVALID. */
  readonly event: () => RunEvent | undefined
  /**
   * Variables that no command of the user gets, in upper case: with them it could act as the job, or pass a
   * secret by the redactor. A name that ends in `*` stands for all that begin so.
   */
  readonly withheld: readonly string[]
}

/** The verified claims of the job, fetched once however many ask. A failure is kept. Throws OIDC_*. */
export type ClaimSource = () => Promise<JobClaims>

/** Who the job is, and whether it may use keys and secrets, as the platform behind the CI vouches for it. */
export interface HostIdentity {
  /**
   * Returns the event of the run where it may use keys and secrets, and undefined where no event started it.
   * `allowed` widens the list. Throws EVENT_REFUSED or EVENT_MISMATCH.
   */
  readonly admitEvent: (allowed: readonly string[]) => AdmittedEvent | undefined
  /** The identity of the job, whose tokens `issuer` signs. Asks for nothing yet. */
  readonly identity: (issuer: URL) => IdentityTokens
  /** The claims of that identity. Asks for nothing yet. */
  readonly claims: (issuer: URL) => ClaimSource
}

/** The process that the step runs in. */
export interface HostProcess {
  /** The variables that the job set, for a command of the user. */
  readonly environment: Variables
  /** Gives the clients back what names credentials of the machine. To be called once the inputs are read. */
  readonly admitMachineCredentials: () => void
}

/** A CI, as one step sees it, before its platform vouches for anything. */
export interface AnonymousHost extends HostInputs, HostAnswers, HostLog, HostRun, HostProcess {
  /** Tells of waits that a person would wonder about. */
  readonly clock: Clock
}

/** A CI, as one step sees it. */
export interface Host extends AnonymousHost, HostIdentity {}
