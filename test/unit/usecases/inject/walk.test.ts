// The whole way, in a process of its own: identity of the job, token exchange, secret, command.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import type { FaultKind, Service } from '../../../../packages/sandbox/src/services.ts'
import { PUSH_PAYLOAD } from '../../../support/events.ts'
import { testSandbox, putSecret } from '../../../support/sandbox.ts'
import { platformVariables } from '../../../support/step-environment.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const MAIN = fileURLToPath(new URL('../../../../actions/inject-secret/src/main.ts', import.meta.url))
const CANARY = 'canary-9b1deb4d-3b7d'
const sandbox = await testSandbox()
let folder = ''

beforeEach(async () => {
  folder = temporaryFolder('inject-secret')
  await putSecret(sandbox, 'db', JSON.stringify({ pass: CANARY }))
})
afterEach(() => sandbox.control({ op: 'reset' }))

const ECHO = `console.log(process.env.DB, Buffer.from(process.env.DB).toString('base64'), '::add-mask::x')`

async function step(inputs: Record<string, string> = {}, variables: Record<string, string> = {}) {
  const files = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY', 'GITHUB_EVENT_PATH']
  const paths = files.map((name) => [name, join(folder, name)] as const)
  for (const [name, path] of paths)
    await writeFile(path, name === 'GITHUB_EVENT_PATH' ? JSON.stringify(PUSH_PAYLOAD) : '')
  const given = {
    secrets: 'DB = gcp-sm://demo/db/latest#/pass',
    delivery: 'exec',
    run: `"${process.execPath}" -e "${ECHO}"`,
    'workload-identity-provider': 'projects/1/locations/global/workloadIdentityPools/github/providers/demo',
    'secret-endpoint': sandbox.secretEndpoint,
    'sts-endpoint': sandbox.stsEndpoint,
    'iam-endpoint': sandbox.iamEndpoint,
    'oidc-issuer': sandbox.oidcIssuer,
    ...inputs,
  }
  const env = {
    ...platformVariables(folder, folder),
    PATH: process.env['PATH'],
    ACTIONS_ID_TOKEN_REQUEST_URL: sandbox.oidcRequestUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: sandbox.oidcRequestToken,
    ...Object.fromEntries(paths),
    ...Object.fromEntries(
      Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...variables,
  }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  const contents = await Promise.all(paths.map(([, path]) => readFile(path, 'utf8')))
  const [outputs = '', environment = '', summary = ''] = contents
  // The runner does not show what is registered as a mask.
  const log = `${stdout}${stderr}`.replaceAll(/^::add-mask::.*$/gm, '')
  return { code: child.exitCode, log, commands: stdout, outputs, environment, summary }
}

test('inject-secret gives a secret to a command and shows it nowhere', async () => {
  const { code, log, outputs, summary } = await step()
  expect(log).toContain('*** ***')
  expect(code).toBe(0)
  expect(outputs).toMatch(/versions<<(\S+)\n\{"DB":"1"\}\n\1\n/)
  for (const shown of [log, outputs, summary]) expect(shown).not.toContain(CANARY)
  expect(summary).toContain('//demo/db/latest')
})
test('inject-secret makes an output, masked before it is set', async () => {
  const { code, outputs, commands, environment } = await step({ delivery: 'output', run: '' })
  expect(code).toBe(0)
  expect(commands).toContain(`::add-mask::${CANARY}\n`)
  expect(outputs).toContain(`\n${CANARY}\n`)
  expect(environment).toBe('')
})
test('inject-secret makes a variable of later steps, and says who reads it', async () => {
  const { environment, log } = await step({ delivery: 'env', run: '' })
  expect(environment).toMatch(new RegExp(`^DB<<(\\S+)\\n${CANARY}\\n\\1\\n$`))
  expect(log).toContain('::warning')
})
test('inject-secret passes on the exit code of the command', async () => {
  expect((await step({ run: `"${process.execPath}" -e "process.exit(7)"` })).code).toBe(7)
})

// Cases 95 and 110.
test.each<readonly [Service, FaultKind, string]>([
  ['secrets', 'forbidden', 'SECRET_FORBIDDEN'],
  ['secrets', 'disabled', 'SECRET_UNUSABLE'],
  ['sts', 'forbidden', 'CREDENTIALS_REFUSED'],
  ['oidc', 'wrong-audience', 'CREDENTIALS_REFUSED'],
])(
  'inject-secret where %s is %s, ends in %s, delivers nothing and shows nothing',
  async (service, kind, expected) => {
    await sandbox.control({ op: 'fault', service, kind })
    const { code, log, outputs, summary } = await step({}, { RUNNER_DEBUG: '1' })
    expect(log).toContain(expected)
    expect(code).toBe(1)
    expect(outputs).toBe('')
    // The summary tells of the error and of nothing else.
    expect(summary).toMatch(new RegExp(`^## ❌ Open Claw: \\[${expected}\\]`))
    expect(summary.match(/^## /gm)).toHaveLength(1)
    expect(log + summary).not.toMatch(/canary|eyJ|Bearer/)
    expect(log).not.toContain(sandbox.oidcRequestToken)
  },
)
test.each([
  [
    'no identity',
    { ACTIONS_ID_TOKEN_REQUEST_URL: '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: '' },
    'OIDC_UNAVAILABLE',
  ],
  ['no output file', { GITHUB_OUTPUT: '' }, 'RUNNER_CONTRACT'],
  ['no event file', { GITHUB_EVENT_PATH: '' }, 'RUNNER_CONTRACT'],
])('inject-secret with %s, does not succeed', async (_, variables, expected) => {
  const { code, log } = await step({}, variables)
  expect(log).toContain(expected)
  expect(code).toBe(1)
})
test.each([
  ['LD_PRELOAD = gcp-sm://demo/db/1', 'SECRET_NAME_REFUSED'],
  ['DB = gcp-sm://demo/other/1', 'SECRET_NOT_FOUND'],
  ['DB = gcp-sm://demo/db/1#/missing', 'SECRET_NOT_FOUND'],
  [`DB = gcp-sm://demo/db/1\nB = gcp-sm://demo/db/9`, 'SECRET_NOT_FOUND'],
])('inject-secret asked for %j, ends in %s before the command runs', async (secrets, expected) => {
  const { code, log } = await step({ secrets, run: `"${process.execPath}" -e "console.log('has run')"` })
  expect(log).toContain(expected)
  expect(log).not.toContain('has run')
  expect(code).toBe(1)
})
