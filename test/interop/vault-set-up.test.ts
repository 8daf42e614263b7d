// The commands of docs/keys.md, as they stand there, against a real Vault: what they set up must sign.
import { execFile } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startSandbox, type Sandbox } from '@open-claw/sandbox'
import { inRepository } from '../support/events.ts'
import { newJob } from '../support/job.ts'
import type { StepResult } from '../support/runner.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { peerEnvironment } from './servers/server.ts'
import { startVault, type VaultServer } from './servers/vault.ts'
import { programOf } from './tools/table.ts'
import { withTools } from './tools/with-tools.ts'

const execute = promisify(execFile)

/** What the role of the page demands of a job, as the sandbox's repository has it. */
const ALLOWED = { repository_id: '456789', environment: 'release' }

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/keys.md'), 'utf8')
const COMMANDS = /```sh\n(?<commands>vault secrets enable[^`]*)```/.exec(PAGE)?.groups?.['commands'] ?? ''

let sandbox: Sandbox
let vault: VaultServer
beforeAll(async () => {
  sandbox = await startSandbox()
  vault = await startVault(sandbox, async () => undefined)
  const folder = temporaryFolder('interop-vault-set-up')
  symlinkSync(programOf('vault'), join(folder, 'vault'))
  const commands = COMMANDS.replaceAll('https://token.actions.githubusercontent.com', sandbox.oidcIssuer)
    .replaceAll('https://vault.example:8200', vault.address)
    .replaceAll('123456789', '456789')
  await execute('sh', ['-euc', commands], {
    env: peerEnvironment(folder, {
      PATH: `${folder}:/usr/bin:/bin`,
      VAULT_ADDR: vault.address,
      VAULT_TOKEN: vault.rootToken,
    }),
  })
})
afterAll(async () => {
  await vault?.stop()
  await sandbox?.stop()
})

const sign = async (claims: Readonly<Record<string, string | null>> = {}): Promise<StepResult> => {
  await sandbox.control({ op: 'reset' })
  await sandbox.control({ op: 'claims', claims: { ...ALLOWED, ...claims } })
  // Environment, event and token are of one repository: Vault alone is to refuse another.
  const { job, put } = newJob(sandbox, inRepository(claims['repository_id'] ?? ALLOWED.repository_id))
  put('app.tgz', 'app')
  return job.step({
    action: '.',
    inputs: {
      key: 'hashivault://release',
      'vault-address': vault.address,
      'vault-role': 'release',
      'oidc-issuer': sandbox.oidcIssuer,
      artifacts: 'app.tgz',
    },
  })
}

withTools(['vault'], 'the set-up of Vault in the documentation', () => {
  test('lets a job of the environment sign, and leaves none of its tokens', async () => {
    const step = await sign()
    expect(step.outputs['key-uri']).toBe('hashivault://release/versions/1')
    const { data } = await vault.ask('LIST', 'auth/token/accessors')
    expect(data.keys).toHaveLength(1)
  })

  test.each([
    ['of another environment', { environment: 'staging' }],
    ['without an environment', { environment: null }],
    ['of another repository', { repository_id: '1' }],
  ])('turns away a job %s', async (_, claims) => {
    const step = await sign(claims)
    expect(step.exitCode).toBe(1)
    expect(step.rawLog).toContain('CREDENTIALS_REFUSED')
  })
})
