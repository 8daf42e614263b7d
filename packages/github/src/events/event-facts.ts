// Every event that starts workflows (GitHub's "Events that trigger workflows"), and who can cause it.
import {
  onCreate,
  onDefaultBranch,
  onDeployment,
  onDispatch,
  onMergeGroup,
  onPullRequest,
  onPullRequestTarget,
  onPush,
  onRelease,
  onRepository,
  onRepositoryIfNamed,
  onReview,
  onSchedule,
  type Said,
} from './event-claims.ts'

export interface EventFacts {
  /**
   * `writers`: nobody without write access to the repository. `head`: whoever owns the repository that the
   * payload names as the head. `anyone`: people who may read, comment, fork, star, review or triage.
   */
  readonly startedBy: 'writers' | 'head' | 'anyone'
  /** Whether keys and secrets are used without `allow-events`. */
  readonly byDefault: boolean
  /** Why the event is allowed by default, or why it is not: the end of a sentence. */
  readonly why: string
  readonly says: (event: unknown) => readonly Said[]
}

const WRITERS = { startedBy: 'writers', byDefault: true } as const
const HEAD = { startedBy: 'head', byDefault: true } as const
/** Writers cause these, but not to release or deploy. */
const UNUSUAL = { startedBy: 'writers', byDefault: false } as const
const ANYONE = { startedBy: 'anyone', byDefault: false } as const

const TRIAGE = 'it takes no write access, but triage'
const READ = 'whoever can read the repository can start it'
const ADMIN = 'it tells of settings, and nothing is built for it'

/**
 * `workflow_call` is none: a called workflow has the event of its caller. Neither is `dynamic`, the name
 * that GitHub's own workflows run under, nor `pull_request_comment`, which is `issue_comment`.
 */
export const EVENTS = {
  branch_protection_rule: { ...UNUSUAL, says: onDefaultBranch, why: ADMIN },
  check_run: { ...ANYONE, says: onDefaultBranch, why: 'a check may be about a commit of a fork' },
  check_suite: { ...ANYONE, says: onDefaultBranch, why: 'a check may be about a commit of a fork' },
  create: { ...WRITERS, says: onCreate, why: 'only writers make branches and tags' },
  delete: { ...UNUSUAL, says: onDefaultBranch, why: 'it runs on the default branch for a ref that is gone' },
  deployment: {
    ...WRITERS,
    says: onDeployment,
    why: 'only writers deploy; the head of a pull request is refused',
  },
  deployment_status: { ...UNUSUAL, says: onDeployment, why: 'another service decides when it starts' },
  discussion: { ...ANYONE, says: onDefaultBranch, why: READ },
  discussion_comment: { ...ANYONE, says: onDefaultBranch, why: READ },
  fork: { ...ANYONE, says: onDefaultBranch, why: READ },
  gollum: { ...ANYONE, says: onDefaultBranch, why: 'a wiki can be open to everyone' },
  image_version: { ...UNUSUAL, says: onRepositoryIfNamed, why: 'its payload is not documented' },
  issue_comment: { ...ANYONE, says: onDefaultBranch, why: READ },
  issues: { ...ANYONE, says: onDefaultBranch, why: READ },
  label: { ...ANYONE, says: onDefaultBranch, why: TRIAGE },
  merge_group: { ...WRITERS, says: onMergeGroup, why: 'only what was approved enters the queue' },
  milestone: { ...ANYONE, says: onDefaultBranch, why: TRIAGE },
  page_build: { ...UNUSUAL, says: onRepository, why: 'it tells that pages were built elsewhere' },
  project: { ...ANYONE, says: onDefaultBranch, why: TRIAGE },
  project_card: { ...ANYONE, says: onDefaultBranch, why: TRIAGE },
  project_column: { ...ANYONE, says: onDefaultBranch, why: TRIAGE },
  public: { ...UNUSUAL, says: onDefaultBranch, why: ADMIN },
  pull_request: {
    ...HEAD,
    says: onPullRequest,
    why: 'a branch of this repository takes a writer; a fork is refused',
  },
  pull_request_review: { ...ANYONE, says: onReview, why: READ },
  pull_request_review_comment: { ...ANYONE, says: onReview, why: READ },
  pull_request_target: {
    ...ANYONE,
    says: onPullRequestTarget,
    why: 'it runs with the rights of this repository on what a stranger proposes',
  },
  push: { ...WRITERS, says: onPush, why: 'only writers push' },
  registry_package: {
    ...UNUSUAL,
    says: onRepository,
    why: 'whoever may publish a package decides when it starts',
  },
  release: { ...WRITERS, says: onRelease, why: 'only writers release' },
  repository_dispatch: {
    ...UNUSUAL,
    says: onDefaultBranch,
    why: 'whoever holds a token decides when it starts and what it says',
  },
  schedule: { ...WRITERS, says: onSchedule, why: 'it runs what stands on the default branch' },
  status: { ...ANYONE, says: onRepository, why: 'a status may be about a commit of a fork' },
  watch: { ...ANYONE, says: onDefaultBranch, why: READ },
  workflow_dispatch: { ...WRITERS, says: onDispatch, why: 'only writers start workflows by hand' },
  workflow_run: {
    ...HEAD,
    says: onDefaultBranch,
    why: 'it is let through where the run before it came from this repository and not from strangers',
  },
} as const satisfies Readonly<Record<string, EventFacts>>

export type EventName = keyof typeof EVENTS

/** Whether GitHub starts workflows of a user on an event of this name. */
export function isEventName(name: string): name is EventName {
  return Object.hasOwn(EVENTS, name)
}
