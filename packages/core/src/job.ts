// What is known about the job that runs this code, and how it is known.
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
  /** The same of the workflow file that defines the job: a reusable workflow, or the started one. */
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

/** The facts of a run that the payload of its event can repeat: verified claims, or what the CI sets in the environment. */
export interface RunFacts {
  readonly eventName: string
  readonly repositoryId: string
  /** Empty where the platform knows none: a deployment by commit, and now and then a release. */
  readonly ref: string
  readonly sha: string
  /** Branches of a pull request; empty for any other event. */
  readonly headRef: string
  readonly baseRef: string
}

/** The event that started the run, as the environment and the event file tell it. */
export interface RunEvent {
  /** What the platform sets in the environment of a step: no earlier step can replace it. */
  readonly facts: RunFacts
  readonly payload: { readonly [key: string]: unknown }
}

/** The event that started the run and was let through: what a summary says of it. */
export interface AdmittedEvent {
  readonly name: string
  /** Whether it was let through by `allow-events` alone. */
  readonly widened: boolean
  /** Events of `allow-events`. */
  readonly allowed: readonly string[]
}

/** What the runner's environment says of the machine. A step before ours could have written it: never trusted. */
export interface RunnerFacts {
  readonly os: string
  readonly arch: string
  readonly image: string | undefined
  readonly imageVersion: string | undefined
  /** Effective user id; undefined on Windows. */
  readonly uid: number | undefined
  readonly dockerSocket: boolean
}

/** A subject that a step of the job announced or that we announce: a file or an image, with its digest. */
export interface AnnouncedSubject {
  readonly name: string
  /** `sha256:` and 64 lower-case hexadecimal digits. */
  readonly digest: string
  readonly kind: 'file' | 'oci'
}
