// Fields of an event payload that the OIDC token and the environment of the job state too, as GitHub documents
// them under "Events that trigger workflows".
import type { RunFacts } from '@open-claw/core'
import { member, textAt } from './event-fields.ts'

/** One field of the payload, and the values of the fact that agree with it: none if the field is absent. */
export interface PayloadField {
  readonly field: string
  readonly fact: Exclude<keyof RunFacts, 'eventName'>
  readonly agree: readonly string[]
}

const defined = (values: readonly (string | undefined)[]): string[] =>
  values.filter((value) => value !== undefined)

const prefixed = (prefix: string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : `${prefix}${text}`

const repositoryId = (event: unknown): PayloadField => ({
  field: 'repository.id',
  fact: 'repositoryId',
  // Ids, not names: a run that is restarted after a rename or a transfer keeps the payload with the old name.
  agree: defined([textAt(event, 'repository', 'id')]),
})

const ref = (field: string, ...agree: readonly (string | undefined)[]): PayloadField => ({
  field,
  fact: 'ref',
  agree: defined(agree),
})

const sha = (field: string, value: string | undefined): PayloadField => ({
  field,
  fact: 'sha',
  agree: defined([value]),
})

const defaultBranch = (event: unknown): string | undefined =>
  prefixed('refs/heads/', textAt(event, 'repository', 'default_branch'))

export const onDefaultBranch = (event: unknown): PayloadField[] => [
  repositoryId(event),
  ref('repository.default_branch', defaultBranch(event)),
]

/** For a tag, `after` is what was pushed: the tag object if the tag is annotated or signed. The commit is the head. */
export function onPush(event: unknown): PayloadField[] {
  const pushed = textAt(event, 'ref')
  const after = textAt(event, 'after')
  const head = textAt(event, 'head_commit', 'id')
  const isTag = pushed?.startsWith('refs/tags/') === true && head !== undefined
  return [
    repositoryId(event),
    ref('ref', pushed),
    ...(isTag ? [] : [sha('after', after)]),
    ...(head === undefined ? [] : [sha('head_commit.id', head)]),
  ]
}

export function onCreate(event: unknown): PayloadField[] {
  const prefixes: Readonly<Record<string, string>> = { branch: 'refs/heads/', tag: 'refs/tags/' }
  const prefix = prefixes[textAt(event, 'ref_type') ?? '']
  return [
    repositoryId(event),
    ref('ref', prefix === undefined ? undefined : prefixed(prefix, textAt(event, 'ref'))),
  ]
}

export const onRelease = (event: unknown): PayloadField[] => {
  const tag = textAt(event, 'release', 'tag_name')
  // actions/runner#2788: the ref of a release is sometimes empty.
  return [
    repositoryId(event),
    ref('release.tag_name', prefixed('refs/tags/', tag), tag === undefined ? undefined : ''),
  ]
}

export const onDispatch = (event: unknown): PayloadField[] => {
  const given = textAt(event, 'ref')
  return [
    repositoryId(event),
    ref('ref', given, prefixed('refs/heads/', given), prefixed('refs/tags/', given)),
  ]
}

export const onMergeGroup = (event: unknown): PayloadField[] => [
  repositoryId(event),
  ref('merge_group.head_ref', textAt(event, 'merge_group', 'head_ref')),
  sha('merge_group.head_sha', textAt(event, 'merge_group', 'head_sha')),
]

/** `deployment.ref` is a branch, tag or commit, as written by the creator of the deployment. */
export function onDeployment(event: unknown): PayloadField[] {
  const given = textAt(event, 'deployment', 'ref')
  const commit = textAt(event, 'deployment', 'sha')
  const isCommit = given !== undefined && /^[0-9a-f]{7,64}$/.test(given) && commit?.startsWith(given) === true
  return [
    repositoryId(event),
    sha('deployment.sha', commit),
    ref(
      'deployment.ref',
      isCommit ? '' : given,
      prefixed('refs/heads/', given),
      prefixed('refs/tags/', given),
    ),
  ]
}

const pullRequestNumber = (event: unknown): string | undefined =>
  textAt(event, 'number') ?? textAt(event, 'pull_request', 'number')

const mergeRef = (event: unknown): string | undefined => {
  const number = pullRequestNumber(event)
  return number === undefined ? undefined : `refs/pull/${number}/merge`
}

const baseBranch = (event: unknown): string | undefined =>
  prefixed('refs/heads/', textAt(event, 'pull_request', 'base', 'ref'))

const pullRequestBranches = (event: unknown): PayloadField[] => [
  {
    field: 'pull_request.head.ref',
    fact: 'headRef',
    agree: defined([textAt(event, 'pull_request', 'head', 'ref')]),
  },
  {
    field: 'pull_request.base.ref',
    fact: 'baseRef',
    agree: defined([textAt(event, 'pull_request', 'base', 'ref')]),
  },
]

/** Once merged, a pull request runs on the branch that it was merged into. */
export function onPullRequest(event: unknown): PayloadField[] {
  const merged = member(member(event, 'pull_request'), 'merged') === true
  return [
    repositoryId(event),
    ref('pull_request', mergeRef(event), merged ? baseBranch(event) : undefined),
    ...pullRequestBranches(event),
  ]
}

/** Runs on the default branch; older servers use the base of the pull request. */
export const onPullRequestTarget = (event: unknown): PayloadField[] => [
  repositoryId(event),
  ref('pull_request.base.ref', defaultBranch(event), baseBranch(event)),
  ...pullRequestBranches(event),
]

export const onReview = (event: unknown): PayloadField[] => [
  repositoryId(event),
  ref('pull_request.number', mergeRef(event), baseBranch(event)),
]

export const onRepository = (event: unknown): PayloadField[] => [repositoryId(event)]

/** The payload of an image is not documented. */
export const onRepositoryIfNamed = (event: unknown): PayloadField[] =>
  member(event, 'repository') === undefined ? [] : [repositoryId(event)]

/** The payload may be only the cron line. */
export const onSchedule = (event: unknown): PayloadField[] =>
  textAt(event, 'schedule') === undefined ? [ref('schedule')] : onRepositoryIfNamed(event)
