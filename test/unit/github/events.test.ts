// Which event may start a step that uses a key or a secret, and what its payload must agree with.
import { describe, expect, test } from '@jest/globals'
import type { RunFacts } from '@open-claw/core'
import { admitEvent, checkEvent } from '../../../packages/github/src/events/event.ts'
import type { EventName } from '../../../packages/github/src/events/event-facts.ts'
import { eventNote } from '../../../packages/reports/src/event-note.ts'
import { caseJson, describeWithCases } from '../../support/cases.ts'
import { codeOf } from '../../support/errors.ts'
import { PUSH_FACTS, PUSH_PAYLOAD } from '../../support/events.ts'

const SHA = PUSH_FACTS.sha
const TAG_OBJECT = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c'
const repository = PUSH_PAYLOAD.repository
const own = { id: repository.id }
const fork = { id: 999, full_name: 'octo-org/octo-repo' }

type Payload = Readonly<Record<string, unknown>>

const admit = (
  eventName: string,
  payload: Payload,
  { facts = {}, allowed = [] }: { facts?: Partial<RunFacts>; allowed?: EventName[] } = {},
): Promise<string> =>
  codeOf(() => admitEvent({ facts: { ...PUSH_FACTS, eventName, ...facts }, payload }, allowed))

const push = (more: Payload = {}): Payload => ({ ...PUSH_PAYLOAD, ...more })
const tag = (more: Payload = {}): Payload => push({ ref: 'refs/tags/v1.2.3', ...more })
const onTag = { facts: { ref: 'refs/tags/v1.2.3' } }

describe('a push', () => {
  test.each([
    ['of a branch', push(), {}],
    ['of a lightweight tag', tag(), onTag],
    ['of an annotated or signed tag', tag({ after: TAG_OBJECT }), onTag],
    ['of a tag to a server that names no head commit', tag({ head_commit: null }), onTag],
    ['of a new branch', push({ before: '0'.repeat(40), commits: [] }), {}],
    [
      'that runs again after the repository was renamed or moved',
      push({ repository: { id: repository.id, full_name: 'old-org/old-name' } }),
      {},
    ],
  ])('%s may use keys', async (_, payload, options) => {
    expect(await admit('push', payload, options)).toBe('no error')
  })

  test.each([
    ['nothing', {}, {}],
    ['no repository', push({ repository: undefined }), {}],
    ['another repository', push({ repository: { ...repository, id: 75 } }), {}],
    ['another repository under the same name', push({ repository: { ...repository, id: 75 } }), {}],
    ['an id that is no number', push({ repository: { id: { valueOf: 456789 } } }), {}],
    ['another ref', push({ ref: 'refs/heads/evil' }), {}],
    ['a list of refs', push({ ref: ['refs/heads/main'] }), {}],
    ['no ref', push({ ref: undefined }), {}],
    ['another commit', push({ after: 'b'.repeat(40) }), {}],
    ['another head commit', push({ head_commit: { id: 'b'.repeat(40) } }), {}],
    ['the end of a branch', push({ after: '0'.repeat(40), head_commit: null, deleted: true }), {}],
    ['a tag whose commit is another', tag({ head_commit: { id: TAG_OBJECT } }), onTag],
    ['a tag object alone', tag({ after: TAG_OBJECT, head_commit: null }), onTag],
    ['a tag for a branch', tag({ ref: 'refs/heads/main' }), onTag],
  ])('abuse case 32: with %s is a mismatch', async (_, payload, options) => {
    expect(await admit('push', payload, options)).toBe('EVENT_MISMATCH')
  })
})

describeWithCases('the push of an annotated tag, from real use', () => {
  test('agrees, and its commit is the one of the token', async () => {
    const claims = caseJson('01-annotated-tag/claims.json')
    const facts = { ...PUSH_FACTS, eventName: claims.event_name, ref: claims.ref, sha: claims.sha }
    expect(checkEvent(caseJson('01-annotated-tag/event.json'), facts)).toBeUndefined()
  })
})

const pull = (repo: unknown, more: Payload = {}): Payload => ({
  number: 5,
  repository,
  pull_request: { number: 5, head: { ref: 'change', repo }, base: { ref: 'main', repo: own }, ...more },
})
const onPull = { facts: { ref: 'refs/pull/5/merge', headRef: 'change', baseRef: 'main' } }
const run = (head_repository: unknown, event: unknown = 'push'): Payload => ({
  repository,
  workflow_run: { event, head_repository },
})

// Cases 30 and 93.
describe('strangers get neither a key nor a secret', () => {
  test.each<[string, string, Payload, { facts?: Partial<RunFacts> }]>([
    ['a pull request of a fork', 'pull_request', pull(fork), onPull],
    ['a fork that is deleted', 'pull_request', pull(null), onPull],
    ['a head without an id', 'pull_request', pull({}), onPull],
    ['a head whose id is a list', 'pull_request', pull({ id: [own.id] }), onPull],
    ['pull_request_target of a fork', 'pull_request_target', pull(fork), {}],
    ['pull_request_target of a branch', 'pull_request_target', pull(own), {}],
    ['a comment', 'issue_comment', { repository, comment: {} }, {}],
    ['an issue', 'issues', { repository, issue: {} }, {}],
    ['a comment on a discussion', 'discussion_comment', { repository }, {}],
    ['a star', 'watch', { repository }, {}],
    ['a fork being made', 'fork', { repository }, {}],
    ['a review', 'pull_request_review', pull(own), onPull],
    ['a check of a commit of anybody', 'check_run', { repository, check_run: {} }, {}],
    ['a status of a commit of anybody', 'status', { repository }, {}],
    ['a workflow run of a fork', 'workflow_run', run(fork), {}],
    ['a workflow run without a repository', 'workflow_run', run(undefined), {}],
    ['a workflow run after a comment', 'workflow_run', run(own, 'issue_comment'), {}],
    ['a workflow run after pull_request_target', 'workflow_run', run(own, 'pull_request_target'), {}],
    ['a workflow run after a workflow run', 'workflow_run', run(own, 'workflow_run'), {}],
    ['a workflow run after nothing that is told', 'workflow_run', run(own, null), {}],
    [
      'a deployment of a pull request',
      'deployment',
      { repository, deployment: { sha: SHA, ref: 'refs/pull/5/head' } },
      { facts: { ref: 'refs/pull/5/head' } },
    ],
    ['an event of GitHub’s own workflows', 'dynamic', push(), {}],
    ['an event with the name of a member of every object', 'constructor', push(), {}],
    ['no event', '', push(), {}],
  ])('%s', async (_, name, payload, options) => {
    expect(await admit(name, payload, options)).toBe('EVENT_REFUSED')
  })

  test('what writers start in free form waits for allow-events', async () => {
    const dispatch = { repository, action: 'deploy', client_payload: {} }
    expect(await admit('repository_dispatch', dispatch)).toBe('EVENT_REFUSED')
    expect(await admit('repository_dispatch', dispatch, { allowed: ['repository_dispatch'] })).toBe(
      'no error',
    )
  })
})

const group = 'refs/heads/gh-readonly-queue/main/pr-1-a'
test.each<[string, string, Payload, { facts?: Partial<RunFacts> }]>([
  ['a pull request of a branch', 'pull_request', pull(own), onPull],
  [
    'a merged pull request, on its base',
    'pull_request',
    pull(own, { merged: true }),
    { facts: { ...onPull.facts, ref: 'refs/heads/main' } },
  ],
  ['a workflow run of a branch', 'workflow_run', run(own, 'pull_request'), {}],
  ['a workflow run after a push', 'workflow_run', run(own), {}],
  ['a schedule that says its line alone', 'schedule', { schedule: '0 0 * * *' }, {}],
  ['a schedule with a repository', 'schedule', { schedule: '0 0 * * *', repository }, {}],
  ['a manual start', 'workflow_dispatch', { repository, ref: 'refs/heads/main', inputs: null }, {}],
  ['a manual start by short name', 'workflow_dispatch', { repository, ref: 'main' }, {}],
  ['a new tag', 'create', { repository, ref: 'v1.2.3', ref_type: 'tag' }, onTag],
  ['a release', 'release', { repository, release: { tag_name: 'v1.2.3' } }, onTag],
  [
    'a release whose ref the platform lost',
    'release',
    { repository, release: { tag_name: 'v1' } },
    { facts: { ref: '' } },
  ],
  [
    'a merge group',
    'merge_group',
    { repository, merge_group: { head_sha: SHA, head_ref: group } },
    { facts: { ref: group } },
  ],
  ['a deployment of a branch', 'deployment', { repository, deployment: { sha: SHA, ref: 'main' } }, {}],
  [
    'a deployment of a commit',
    'deployment',
    { repository, deployment: { sha: SHA, ref: SHA } },
    { facts: { ref: '' } },
  ],
])('by default %s may use keys', async (_, name, payload, options) => {
  expect(await admit(name, payload, options)).toBe('no error')
})

test.each<[string, string, Payload, { facts?: Partial<RunFacts> }]>([
  ['a schedule without its line', 'schedule', {}, {}],
  ['a pull request without its number', 'pull_request', { ...pull(own), number: 6 }, onPull],
  [
    'an open pull request on its base',
    'pull_request',
    pull(own),
    { facts: { ...onPull.facts, ref: 'refs/heads/main' } },
  ],
  ['another base', 'pull_request', pull(own), { facts: { ...onPull.facts, baseRef: 'release' } }],
  ['a release without a tag', 'release', { repository, release: {} }, { facts: { ref: '' } }],
  ['a new ref of no kind', 'create', { repository, ref: 'main' }, {}],
  [
    'a deployment of a branch without a ref',
    'deployment',
    { repository, deployment: { sha: SHA, ref: 'main' } },
    { facts: { ref: '' } },
  ],
  ['a workflow run of another default branch', 'workflow_run', run(own), { facts: { ref: 'refs/heads/x' } }],
  ['a merge group without a commit', 'merge_group', { repository, merge_group: { head_ref: 'x' } }, {}],
])('by default %s is a mismatch', async (_, name, payload, options) => {
  expect(await admit(name, payload, options)).toBe('EVENT_MISMATCH')
})

describe('allow-events', () => {
  test.each<[EventName, Payload, { facts?: Partial<RunFacts> }]>([
    ['pull_request', pull(fork), onPull],
    ['pull_request_target', pull(fork), { facts: { headRef: 'change', baseRef: 'main' } }],
    ['issue_comment', { repository }, {}],
    ['workflow_run', run(fork), {}],
  ])('lets %s through whoever starts it, and the summary says so', async (name, payload, { facts }) => {
    const event = { facts: { ...PUSH_FACTS, eventName: name, ...facts }, payload }
    expect(await codeOf(() => admitEvent(event, []))).toBe('EVENT_REFUSED')
    const admitted = admitEvent(event, [name])
    expect(admitted.widened).toBe(true)
    expect(eventNote(admitted)).toContain('by that input alone')
  })

  test('lets a run through that a named event started before it', async () => {
    const comment = run(own, 'issue_comment')
    expect(await admit('workflow_run', comment, { allowed: ['issue_comment'] })).toBe('no error')
    expect(await admit('workflow_run', run(fork), { allowed: ['issue_comment'] })).toBe('EVENT_REFUSED')
  })

  test('does not let a payload through that does not agree', async () => {
    expect(await admit('issue_comment', {}, { allowed: ['issue_comment'] })).toBe('EVENT_MISMATCH')
  })

  test('the summary is silent without it, and says where it had no effect', () => {
    const event = { facts: PUSH_FACTS, payload: PUSH_PAYLOAD }
    expect(eventNote(admitEvent(event, []))).toBe('')
    expect(eventNote(admitEvent(event, ['watch']))).toContain('did not need it')
  })
})
