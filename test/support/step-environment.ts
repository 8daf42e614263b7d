// The environment of a step (NodeScriptActionHandler.cs), in the order in which the runner lays it: what
// the workflow and earlier steps set, then inputs, then what the platform itself says, which they cannot
// replace. Where the platform says nothing, as of OIDC without permission, theirs stays.
import { delimiter, dirname, join } from 'node:path'

export interface StepEnvironment {
  readonly workspace: string
  readonly temp: string
  readonly oidc: { readonly url: string; readonly token: string } | undefined
  readonly debug: boolean
  /** From GITHUB_ENV of earlier steps. */
  readonly exported: Readonly<Record<string, string>>
  /** `env:` of the step. */
  readonly step: Readonly<Record<string, string>>
  readonly state: ReadonlyMap<string, string>
  /** INPUT_… */
  readonly inputs: Readonly<Record<string, string>>
  /** From GITHUB_PATH of earlier steps; the last one is looked in first. */
  readonly path: readonly string[]
  /** The file commands. */
  readonly files: Readonly<Record<string, string>>
}

const COMMIT = '6b2c5f0f4ee1d14b1b1e6b3d8dd0c1c2b4f1a7e9'

/** The github and runner contexts; RUNNER_DEBUG only where it is on. */
export function platformVariables(workspace: string, temp: string): Record<string, string> {
  return {
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: 'octocat',
    GITHUB_ACTOR_ID: '12',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_BASE_REF: '',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: join(temp, 'event.json'),
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_HEAD_REF: '',
    GITHUB_JOB: 'release',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_PROTECTED: 'true',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_REPOSITORY_ID: '456789',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_REPOSITORY_OWNER_ID: '123456',
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_RUN_ID: '1111',
    GITHUB_RUN_NUMBER: '10',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: COMMIT,
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_WORKFLOW: 'release',
    GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main',
    GITHUB_WORKFLOW_SHA: COMMIT,
    GITHUB_WORKSPACE: workspace,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_NAME: 'runner',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(temp, 'tools'),
    RUNNER_WORKSPACE: dirname(workspace),
  }
}

/** All variables of the process of a step. Nothing of the machine that runs the tests but what a process needs. */
export function stepEnvironment(options: StepEnvironment): Record<string, string> {
  const { workspace, temp, oidc, debug, exported, step, state, inputs, path, files } = options
  const before: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    ...(process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] }),
    HOME: temp,
    CI: 'true',
    ...exported,
    ...step,
    ...Object.fromEntries([...state].map(([name, value]) => [`STATE_${name}`, value])),
    ...inputs,
  }
  const environment: Record<string, string> = {
    ...before,
    PATH: [...path.toReversed(), before['PATH']].join(delimiter),
    ...platformVariables(workspace, temp),
    ...files,
    ...(debug ? { RUNNER_DEBUG: '1' } : {}),
    ACTIONS_RUNTIME_URL: 'https://pipelines.actions.githubusercontent.com/x/',
    ACTIONS_RUNTIME_TOKEN: 'runtime-token-canary',
    ACTIONS_RESULTS_URL: 'https://results-receiver.actions.githubusercontent.com/',
    ...(oidc === undefined
      ? {}
      : { ACTIONS_ID_TOKEN_REQUEST_URL: oidc.url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.token }),
    GITHUB_ACTIONS: 'true',
  }
  delete environment['NODE_ICU_DATA']
  return environment
}
