import { describe, expect, test } from '@jest/globals'
import { WITHHELD_VARIABLES } from '../../../../packages/ci/src/github/withheld.ts'
import { childEnvironment } from '../../../../packages/usecases/src/inject/child-environment.ts'

const child = (environment: Record<string, string | undefined>, secrets: Record<string, string> = {}) =>
  childEnvironment({ environment, withheld: WITHHELD_VARIABLES }, secrets)

describe('a command that gets secrets does not get', () => {
  test.each([
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_RUNTIME_URL',
    'ACTIONS_RESULTS_URL',
    'ACTIONS_CACHE_URL',
    'actions_runtime_token',
    'INPUT_SECRETS',
    'INPUT_WORKLOAD-IDENTITY-PROVIDER',
    'STATE_token',
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'GITHUB_ARTIFACTS',
    'github_output',
  ])('%s', (name) => {
    expect(child({ [name]: 'value', HOME: '/root' })).toEqual({ HOME: '/root' })
  })
  test('a variable of the step that hides a secret where case is ignored', () => {
    expect(child({ token: 'of the step' }, { TOKEN: 'secret' })).toEqual({ TOKEN: 'secret' })
  })
  test('a variable that is not set', () => {
    expect(child({ A: undefined })).toEqual({})
  })
})

describe('a command that gets secrets gets', () => {
  test('them, and the rest of the environment', () => {
    const rest = { PATH: '/bin', GITHUB_SHA: 'abc', GITHUB_ARTIFACTS_LIST: '/list', RUNNER_TEMP: '/tmp' }
    expect(child(rest, { TOKEN: 'secret' })).toEqual({ ...rest, TOKEN: 'secret' })
  })
})
