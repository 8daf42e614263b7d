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
  type PayloadField,
} from './event-claims.ts'

export interface EventFacts {
  /**
   * `writers`: only people with write access to the repository. `head`: the owners of the repository that the
   * payload names as the head. `anyone`: people who may read, comment, fork, star, review or triage.
   */
  readonly startedBy: 'writers' | 'head' | 'anyone'
  /** Whether keys and secrets are used without `allow-events`. */
  readonly byDefault: boolean
  /** Why the event is, or is not, allowed by default: the end of a sentence. */
  readonly why: string
  readonly fields: (event: unknown) => readonly PayloadField[]
}

const WRITERS = { startedBy: 'writers', byDefault: true } as const
const HEAD = { startedBy: 'head', byDefault: true } as const
/** Caused by writers, but not to release or deploy. */
const UNUSUAL = { startedBy: 'writers', byDefault: false } as const
const ANYONE = { startedBy: 'anyone', byDefault: false } as const

const TRIAGE = 'it needs triage access, but not write access'
const READ = 'anyone who can read the repository can start it'
const ADMIN = 'it reports settings, and nothing is built for it'

/**
 * Events by name. `workflow_call` is not one: a called workflow has the event of its caller. Neither is
 * `dynamic`, under which GitHub's own workflows run, nor `pull_request_comment`, which is `issue_comment`.
 */
export const EVENTS = {
  branch_protection_rule: { ...UNUSUAL, fields: onDefaultBranch, why: ADMIN },
  check_run: { ...ANYONE, fields: onDefaultBranch, why: 'a check may be about a commit of a fork' },
  check_suite: { ...ANYONE, fields: onDefaultBranch, why: 'a check may be about a commit of a fork' },
  create: { ...WRITERS, fields: onCreate, why: 'only writers make branches and tags' },
  delete: {
    ...UNUSUAL,
    fields: onDefaultBranch,
    why: 'it runs on the default branch for a ref that is gone',
  },
  deployment: {
    ...WRITERS,
    fields: onDeployment,
    why: 'only writers deploy; the head of a pull request is refused',
  },
  deployment_status: { ...UNUSUAL, fields: onDeployment, why: 'another service decides when it starts' },
  discussion: { ...ANYONE, fields: onDefaultBranch, why: READ },
  discussion_comment: { ...ANYONE, fields: onDefaultBranch, why: READ },
  fork: { ...ANYONE, fields: onDefaultBranch, why: READ },
  gollum: { ...ANYONE, fields: onDefaultBranch, why: 'a wiki can be open to everyone' },
  image_version: { ...UNUSUAL, fields: onRepositoryIfNamed, why: 'its payload is not documented' },
  issue_comment: { ...ANYONE, fields: onDefaultBranch, why: READ },
  issues: { ...ANYONE, fields: onDefaultBranch, why: READ },
  label: { ...ANYONE, fields: onDefaultBranch, why: TRIAGE },
  merge_group: { ...WRITERS, fields: onMergeGroup, why: 'only what was approved enters the queue' },
  milestone: { ...ANYONE, fields: onDefaultBranch, why: TRIAGE },
  page_build: { ...UNUSUAL, fields: onRepository, why: 'it reports that pages were built elsewhere' },
  project: { ...ANYONE, fields: onDefaultBranch, why: TRIAGE },
  project_card: { ...ANYONE, fields: onDefaultBranch, why: TRIAGE },
  project_column: { ...ANYONE, fields: onDefaultBranch, why: TRIAGE },
  public: { ...UNUSUAL, fields: onDefaultBranch, why: ADMIN },
  pull_request: {
    ...HEAD,
    fields: onPullRequest,
    why: 'a branch of this repository needs a writer; a fork is refused',
  },
  pull_request_review: { ...ANYONE, fields: onReview, why: READ },
  pull_request_review_comment: { ...ANYONE, fields: onReview, why: READ },
  pull_request_target: {
    ...ANYONE,
    fields: onPullRequestTarget,
    why: 'it runs with the rights of this repository on what an outsider proposes',
  },
  push: { ...WRITERS, fields: onPush, why: 'only writers push' },
  registry_package: {
    ...UNUSUAL,
    fields: onRepository,
    why: 'anyone who may publish a package decides when it starts',
  },
  release: { ...WRITERS, fields: onRelease, why: 'only writers release' },
  repository_dispatch: {
    ...UNUSUAL,
    fields: onDefaultBranch,
    why: 'anyone who holds a token decides when it starts and what it says',
  },
  schedule: { ...WRITERS, fields: onSchedule, why: 'it runs what is on the default branch' },
  status: { ...ANYONE, fields: onRepository, why: 'a status may be about a commit of a fork' },
  watch: { ...ANYONE, fields: onDefaultBranch, why: READ },
  workflow_dispatch: { ...WRITERS, fields: onDispatch, why: 'only writers start workflows by hand' },
  workflow_run: {
    ...HEAD,
    fields: onDefaultBranch,
    why: 'it is allowed if the run before it came from this repository and not from outsiders',
  },
} as const satisfies Readonly<Record<string, EventFacts>>

export type EventName = keyof typeof EVENTS

/** Says whether an event of this name starts users' workflows. */
export function isEventName(name: string): name is EventName {
  return Object.hasOwn(EVENTS, name)
}
