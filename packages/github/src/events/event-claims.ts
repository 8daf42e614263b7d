// What the payload of an event says that the OIDC token and the environment of the job say too, as GitHub
// documents them under "Events that trigger workflows".
import type { RunFacts } from '@open-claw/core'
import { member, textAt } from './event-fields.ts'

/** One field of the payload, and the values of the fact that agree with it: none where the field is absent. */
export interface Said {
  readonly field: string
  readonly fact: Exclude<keyof RunFacts, 'eventName'>
  readonly agree: readonly string[]
}

const defined = (values: readonly (string | undefined)[]): string[] =>
  values.filter((value) => value !== undefined)

const prefixed = (prefix: string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : `${prefix}${text}`

const repositoryId = (event: unknown): Said => ({
  field: 'repository.id',
  fact: 'repositoryId',
  // Ids and not names: a run that is started again after a rename or a transfer keeps the payload with the old name.
  agree: defined([textAt(event, 'repository', 'id')]),
})

const ref = (field: string, ...agree: readonly (string | undefined)[]): Said => ({
  field,
  fact: 'ref',
  agree: defined(agree),
})

const sha = (field: string, value: string | undefined): Said => ({
  field,
  fact: 'sha',
  agree: defined([value]),
})

const defaultBranch = (event: unknown): string | undefined =>
  prefixed('refs/heads/', textAt(event, 'repository', 'default_branch'))

export const onDefaultBranch = (event: unknown): Said[] => [
  repositoryId(event),
  ref('repository.default_branch', defaultBranch(event)),
]

/** For a tag `after` is what was pushed: the tag object, where the tag is annotated or signed. The commit is the head. */
export function onPush(event: unknown): Said[] {
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

export function onCreate(event: unknown): Said[] {
  const prefixes: Readonly<Record<string, string>> = { branch: 'refs/heads/', tag: 'refs/tags/' }
  const prefix = prefixes[textAt(event, 'ref_type') ?? '']
  return [
    repositoryId(event),
    ref('ref', prefix === undefined ? undefined : prefixed(prefix, textAt(event, 'ref'))),
  ]
}

export const onRelease = (event: unknown): Said[] => {
  const tag = textAt(event, 'release', 'tag_name')
  // actions/runner#2788: the ref of a release is empty now and then.
  return [
    repositoryId(event),
    ref('release.tag_name', prefixed('refs/tags/', tag), tag === undefined ? undefined : ''),
  ]
}

export const onDispatch = (event: unknown): Said[] => {
  const given = textAt(event, 'ref')
  return [
    repositoryId(event),
    ref('ref', given, prefixed('refs/heads/', given), prefixed('refs/tags/', given)),
  ]
}

export const onMergeGroup = (event: unknown): Said[] => [
  repositoryId(event),
  ref('merge_group.head_ref', textAt(event, 'merge_group', 'head_ref')),
  sha('merge_group.head_sha', textAt(event, 'merge_group', 'head_sha')),
]

/** Branch, tag or commit, as whoever made the deployment wrote it. */
export function onDeployment(event: unknown): Said[] {
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

const pullRequestBranches = (event: unknown): Said[] => [
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

/** Once merged, a pull request runs on the branch that it went into. */
export function onPullRequest(event: unknown): Said[] {
  const merged = member(member(event, 'pull_request'), 'merged') === true
  return [
    repositoryId(event),
    ref('pull_request', mergeRef(event), merged ? baseBranch(event) : undefined),
    ...pullRequestBranches(event),
  ]
}

/** The default branch; servers before that change take the base of the pull request. */
export const onPullRequestTarget = (event: unknown): Said[] => [
  repositoryId(event),
  ref('pull_request.base.ref', defaultBranch(event), baseBranch(event)),
  ...pullRequestBranches(event),
]

export const onReview = (event: unknown): Said[] => [
  repositoryId(event),
  ref('pull_request.number', mergeRef(event), baseBranch(event)),
]

export const onRepository = (event: unknown): Said[] => [repositoryId(event)]

/** The payload of an image is not documented. */
export const onRepositoryIfNamed = (event: unknown): Said[] =>
  member(event, 'repository') === undefined ? [] : [repositoryId(event)]

/** The payload may be the cron line alone. */
export const onSchedule = (event: unknown): Said[] =>
  textAt(event, 'schedule') === undefined ? [ref('schedule')] : onRepositoryIfNamed(event)
