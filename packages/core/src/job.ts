// Facts about the job that runs this code, and how far each can be trusted.
import type { Commit, Ref, Repository } from './formats/git-names.ts'

/** Claims of the job's OIDC token after its signature, issuer, audience and times were verified. */
export interface JobClaims {
  readonly issuer: string
  readonly subject: string
  readonly repository: Repository
  readonly repositoryId: string
  readonly repositoryOwner: string
  readonly repositoryOwnerId: string
  readonly repositoryVisibility: string
  /** Empty where GitHub knows none, as for a deployment by commit. */
  readonly ref: Ref | ''
  /** Branches of a pull request; empty for any other event. */
  readonly headRef: string
  readonly baseRef: string
  readonly sha: Commit
  readonly eventName: string
  /** `owner/name/.github/workflows/file@ref` of the workflow that was started. */
  readonly workflowRef: string
  readonly workflowSha: Commit
  /** The workflow file that defines the job, in the same form: a reusable workflow, or the started one. */
  readonly jobWorkflowRef: string
  readonly jobWorkflowSha: Commit
  readonly runId: string
  readonly runAttempt: string
  /** `github-hosted` or `self-hosted` */
  readonly runnerEnvironment: string
  readonly actor: string
  readonly actorId: string
  readonly environment: string | undefined
}

/** The facts of a run that the payload of its event can repeat. They come from verified claims or from the environment of the CI. */
export interface RunFacts {
  readonly eventName: string
  readonly repositoryId: string
  /** Empty where the platform knows none, as for a deployment by commit and for some releases. */
  readonly ref: string
  readonly sha: string
  /** Branches of a pull request; empty for any other event. */
  readonly headRef: string
  readonly baseRef: string
}

/** The event that started the run, as the environment and the event file tell it. */
export interface RunEvent {
  /** Set by the platform in the environment of a step, where no earlier step can replace it. */
  readonly facts: RunFacts
  readonly payload: { readonly [key: string]: unknown }
}

/** The event that started the run and was admitted, for the summary. */
export interface AdmittedEvent {
  readonly name: string
  /** Whether `allow-events` alone admitted it. */
  readonly widened: boolean
  /** Events of `allow-events`. */
  readonly allowed: readonly string[]
}

/** The facts of the machine in the runner's environment. Never trusted: an earlier step could have written them. */
export interface RunnerFacts {
  readonly os: string
  readonly arch: string
  readonly image: string | undefined
  readonly imageVersion: string | undefined
  /** Effective user id; undefined on Windows. */
  readonly uid: number | undefined
  readonly dockerSocket: boolean
}

/** A file or an image, with its digest, that a step of the job announces to later steps. */
export interface AnnouncedSubject {
  readonly name: string
  /** `sha256:` and 64 lower-case hexadecimal digits. */
  readonly digest: string
  readonly kind: 'file' | 'oci'
}
