import { describe, expect, test } from '@jest/globals'
import { checkEventSource } from '../../../actions/inject-secret/src/event.ts'
import { codeOf } from '../../support/errors.ts'

const repository = { id: 1, full_name: 'acme/app' }
const pull = (repo: unknown) => ({ repository, pull_request: { head: { repo } } })
const run = (head_repository: unknown) => ({ repository, workflow_run: { head_repository } })

// Case 93.
describe('an event gets no secret', () => {
  test.each([
    ['a pull request of a fork', pull({ id: 2, full_name: 'mallory/app', fork: true })],
    ['a fork that took the name', pull({ id: 2, full_name: 'acme/app' })],
    ['a fork that is deleted', pull(null)],
    ['a pull request without a head', { repository, pull_request: {} }],
    ['a pull request that is null', { repository, pull_request: null }],
    ['an id as text', pull({ id: '1' })],
    ['an event without a repository', { pull_request: { head: { repo: { id: 1 } } } }],
    ['neither with an id', { repository: {}, pull_request: { head: { repo: {} } } }],
    ['a workflow run of a fork', run({ id: 2 })],
    ['a workflow run without a repository', run(undefined)],
  ])('from %s', async (_, event) => {
    expect(await codeOf(() => checkEventSource(event))).toBe('SECRET_EVENT_REFUSED')
  })
})

describe('an event may have secrets', () => {
  test.each([
    ['a push', { repository, ref: 'refs/heads/main' }],
    ['a pull request of the repository itself', pull({ id: 1 })],
    ['a workflow run of the repository itself', run({ id: 1 })],
    ['a schedule', { schedule: '0 0 * * *' }],
  ])('from %s', async (_, event) => {
    expect(await codeOf(() => checkEventSource(event))).toBe('no error')
  })
})
