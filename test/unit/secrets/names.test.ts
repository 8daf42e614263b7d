import { describe, expect, test } from '@jest/globals'
import { checkName, refusalReason } from '../../../packages/secrets/src/names/names.ts'
import { refusal as errorOf } from '../../support/errors.ts'
import { refusal } from './codes.ts'

// Case 90. What makes some program load code, trust a server or act as someone else.
const CODE = [
  'PATH',
  'Path',
  'LD_PRELOAD',
  'LD_LIBRARY_PATH',
  'LD_AUDIT',
  'DYLD_INSERT_LIBRARIES',
  'BASH_ENV',
  'ENV',
  'BASH_FUNC_ls',
  'NODE_OPTIONS',
  'node_options',
  'NODE_PATH',
  'NODE_EXTRA_CA_CERTS',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'npm_config_registry',
  'PYTHONPATH',
  'PYTHONSTARTUP',
  'PIP_INDEX_URL',
  'PERL5OPT',
  'PERL5LIB',
  'RUBYOPT',
  'JAVA_TOOL_OPTIONS',
  '_JAVA_OPTIONS',
  'GIT_SSH_COMMAND',
  'GIT_CONFIG_COUNT',
  'GIT_EXTERNAL_DIFF',
  'SSH_ASKPASS',
  'OPENSSL_CONF',
  'SSL_CERT_FILE',
  'SSLKEYLOGFILE',
  'HTTP_PROXY',
  'https_proxy',
  'ALL_PROXY',
  'no_proxy',
  'IFS',
  'SHELL',
  'HOME',
  'EDITOR',
  'PAGER',
  'LESSOPEN',
  'COMSPEC',
  'PATHEXT',
  'PSModulePath',
  'DOTNET_STARTUP_HOOKS',
  'CORECLR_PROFILER',
  'GOFLAGS',
  'GOPROXY',
  'CARGO_HOME',
  'RUSTC_WRAPPER',
  'CC',
  'MAKEFLAGS',
  'DOCKER_HOST',
  'KUBECONFIG',
  'TF_CLI_ARGS',
  'AWS_CONFIG_FILE',
  'AWS_ENDPOINT_URL',
  'AWS_PROFILE',
  'AWS_CA_BUNDLE',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'CLOUDSDK_CONFIG',
  'VAULT_ADDR',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_OUTPUT',
  'GITHUB_SHA',
  'GITHUB_WORKSPACE',
  'RUNNER_TEMP',
  'ACTIONS_ID_TOKEN_REQUEST_URL',
  'ACTIONS_RUNTIME_TOKEN',
  'INPUT_RUN',
  'STATE_x',
  'CI',
  'TMPDIR',
  'XDG_CONFIG_HOME',
  'LC_ALL',
  'PS4',
  'PROMPT_COMMAND',
  'GCONV_PATH',
]
const CREDENTIALS = [
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'GITHUB_TOKEN',
  'NODE_AUTH_TOKEN',
  'VAULT_TOKEN',
]

describe.each(['exec', 'output', 'env'] as const)('for delivery %s', (delivery) => {
  test.each(CODE)('%s is refused', (name) => {
    expect(refusal(() => checkName(name, delivery))).toBe('SECRET_NAME_REFUSED')
  })
  test.each(['DB_PASSWORD', 'token', 'API_KEY', 'PATHS', 'GIT', 'LDX', 'MY_NODE_OPTIONS', 'HOMEPAGE_KEY'])(
    '%s is allowed',
    (name) => {
      expect(refusal(() => checkName(name, delivery))).toBe('none')
    },
  )
})

describe('a credential under its usual name', () => {
  test.each(CREDENTIALS)('%s is given to one command', (name) => {
    expect(refusalReason(name, 'exec')).toBeUndefined()
  })
  test.each(CREDENTIALS.flatMap((name) => [[name, 'env'] as const, [name, 'output'] as const]))(
    '%s is refused for %s',
    (name, delivery) => {
      expect(refusal(() => checkName(name, delivery))).toBe('SECRET_NAME_REFUSED')
    },
  )
})

test('the error says why', () => {
  expect(() => checkName('LD_PRELOAD', 'env')).toThrow(/LD_PRELOAD is refused for delivery env: .*linker/)
})

test.each([
  ['LD_PRELOAD', 'env', 'Choose another name.'],
  ['TF_VAR_password', 'output', 'Use delivery: exec, or choose another name.'],
] as const)('%s for %s: what to do is said once', async (name, delivery, remedy) => {
  const error = await errorOf(async () => checkName(name, delivery))
  expect([error.remedy, error.message.includes('hoose')]).toEqual([remedy, false])
})
