// The event of the job that the tests pretend runs: a push, as GitHub writes it.
import type { RunEvent, RunFacts } from '@open-claw/core'
import { platformVariables } from './step-environment.ts'

const { GITHUB_REPOSITORY_ID = '', GITHUB_SHA = '', GITHUB_REF = '' } = platformVariables('', '')

export const PUSH_FACTS: RunFacts = {
  eventName: 'push',
  repositoryId: GITHUB_REPOSITORY_ID,
  ref: GITHUB_REF,
  sha: GITHUB_SHA,
  headRef: '',
  baseRef: '',
}

export const PUSH_PAYLOAD = {
  ref: GITHUB_REF,
  before: '0'.repeat(40),
  after: GITHUB_SHA,
  head_commit: { id: GITHUB_SHA },
  repository: { id: Number(GITHUB_REPOSITORY_ID), full_name: 'octo-org/octo-repo', default_branch: 'main' },
}

export const PUSH: RunEvent = { facts: PUSH_FACTS, payload: PUSH_PAYLOAD }

/** Options of a job in the repository `id`, for tests of who else refuses one: environment and event agree. */
export const inRepository = (id: string) => ({
  env: { GITHUB_REPOSITORY_ID: id },
  event: { ...PUSH_PAYLOAD, repository: { ...PUSH_PAYLOAD.repository, id: Number(id) } },
})
