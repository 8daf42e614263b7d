import { isCommit, isRef, isRepository, type JobClaims, type RunnerFacts } from '@open-claw/core'
import { guarded } from './guarded.ts'

const SHA = guarded(isCommit, 'a'.repeat(40))

export const CLAIMS: JobClaims = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:octo-org/octo-repo:ref:refs/heads/main',
  repository: guarded(isRepository, 'octo-org/octo-repo'),
  repositoryId: '74',
  repositoryOwner: 'octo-org',
  repositoryOwnerId: '65',
  repositoryVisibility: 'private',
  ref: guarded(isRef, 'refs/heads/main'),
  headRef: '',
  baseRef: '',
  sha: SHA,
  eventName: 'push',
  workflowRef: 'octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main',
  workflowSha: SHA,
  jobWorkflowRef: 'octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main',
  jobWorkflowSha: SHA,
  runId: '1111',
  runAttempt: '2',
  runnerEnvironment: 'github-hosted',
  actor: 'octocat',
  actorId: '12',
  environment: undefined,
}

export const RUNNER: RunnerFacts = {
  os: 'Linux',
  arch: 'X64',
  image: 'ubuntu24',
  imageVersion: '20261101.1',
  uid: 1001,
  dockerSocket: true,
}
