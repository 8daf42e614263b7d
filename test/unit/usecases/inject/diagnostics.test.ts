// Diagnostics of the libraries, switched on by a variable that an earlier step set: what they print has
// passed neither the masks nor the redactor.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { PUSH_PAYLOAD } from '../../../support/events.ts'
import { testSandbox, putSecret } from '../../../support/sandbox.ts'
import { platformVariables } from '../../../support/step-environment.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const MAIN = fileURLToPath(new URL('../../../../actions/inject-secret/src/main.ts', import.meta.url))
const CANARY = 'canary-9b1deb4d-3b7d'
const sandbox = await testSandbox()
await putSecret(sandbox, 'db', CANARY)
const folder = temporaryFolder('diagnostics')

async function step(variables: Record<string, string>) {
  const files = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_EVENT_PATH']
  const paths = files.map((name) => [name, join(folder, name)] as const)
  for (const [name, path] of paths)
    await writeFile(path, name === 'GITHUB_EVENT_PATH' ? JSON.stringify(PUSH_PAYLOAD) : '')
  const inputs = {
    SECRETS: 'DB = gcp-sm://demo/db/1',
    RUN: `"${process.execPath}" -e "0"`,
    'WORKLOAD-IDENTITY-PROVIDER': 'projects/1/locations/global/workloadIdentityPools/github/providers/demo',
    'SECRET-ENDPOINT': sandbox.secretEndpoint,
    'STS-ENDPOINT': sandbox.stsEndpoint,
    'IAM-ENDPOINT': sandbox.iamEndpoint,
    'OIDC-ISSUER': sandbox.oidcIssuer,
  }
  const env = {
    ...platformVariables(folder, folder),
    PATH: process.env['PATH'],
    ACTIONS_ID_TOKEN_REQUEST_URL: sandbox.oidcRequestUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: sandbox.oidcRequestToken,
    ...Object.fromEntries(paths),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value])),
    ...variables,
  }
  const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: child.exitCode, log: `${stdout}${stderr}`.replaceAll(/^::add-mask::.*$/gm, '') }
}

/** As it is, and as JSON.stringify writes a Buffer. */
const FORMS = [CANARY, [...Buffer.from(CANARY)].join(','), [...Buffer.from(CANARY)].join(', ')]

describe('diagnostics show no secret', () => {
  test.each([
    { GOOGLE_SDK_NODE_LOGGING: 'all' },
    { GOOGLE_SDK_NODE_LOGGING: 'secretmanager:*' },
    { GRPC_TRACE: 'all', GRPC_VERBOSITY: 'DEBUG' },
    { GRPC_NODE_TRACE: 'all', GRPC_NODE_VERBOSITY: 'DEBUG' },
    { DEBUG: '*' },
  ])('%j', async (variables) => {
    const { code, log } = await step(variables)
    expect(code).toBe(0)
    for (const form of FORMS) expect(log).not.toContain(form)
  })

  test.each(['child_process', '*', 'http,CHILD*'])('NODE_DEBUG=%s is refused', async (sections) => {
    const { code, log } = await step({ NODE_DEBUG: sections })
    expect(code).toBe(1)
    expect(log).toContain('title=INPUT_INVALID')
    for (const form of FORMS) expect(log).not.toContain(form)
  })

  test('an empty NODE_DEBUG is none', async () => {
    expect((await step({ NODE_DEBUG: '' })).code).toBe(0)
  })
})
