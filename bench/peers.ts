// Measures the time to signed bundles next to cosign, with one key of one real Vault server: cosign as its users run
// it, one process for each file; ours as the runner runs it, including logins.
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startSandbox, type Sandbox } from '@open-claw/sandbox'
import { mustCosign } from '../test/interop/servers/cosign.ts'
import { startVault, VAULT_AUDIENCE, VAULT_ROLE, type VaultServer } from '../test/interop/servers/vault.ts'
import { isBuilt } from '../test/interop/tools/table.ts'
import { newJob } from '../test/support/job.ts'
import { temporaryFolder } from '../test/support/temporary-folder.ts'
import { clocked, race } from './rounds.ts'
import { speed, type Figure } from './table.ts'

const ROUNDS = 3
const FILE_BYTES = 1024
const KEY = 'bench'

type Mode = 'statement' | 'per-artifact'

async function ours(sandbox: Sandbox, vault: VaultServer, count: number, mode: Mode): Promise<number> {
  const job = newJob(sandbox)
  for (let index = 0; index < count; index += 1) job.put(`file-${index}`, randomBytes(FILE_BYTES))
  const inputs = {
    artifacts: 'file-*',
    mode,
    key: `hashivault://${KEY}`,
    'vault-address': vault.address,
    'vault-role': VAULT_ROLE,
    'vault-audience': VAULT_AUDIENCE,
    'oidc-issuer': sandbox.oidcIssuer,
  }
  const elapsed = await clocked(async () => {
    const step = await job.job.step({ action: 'actions/sign-artifact', inputs })
    if (step.conclusion !== 'success') throw new Error(`Signing ${count} files failed:\n${step.log}`)
  })()
  return elapsed
}

async function theirs(vault: VaultServer, count: number): Promise<number> {
  const folder = temporaryFolder('cosign')
  const names = Array.from({ length: count }, (_, index) => `file-${index}`)
  for (const name of names) writeFileSync(join(folder, name), randomBytes(FILE_BYTES))
  const env = { VAULT_ADDR: vault.address, VAULT_TOKEN: vault.rootToken }
  const elapsed = await clocked(async () => {
    for (const name of names) {
      const bundle = [
        '--bundle',
        `${name}.sigstore.json`,
        '--use-signing-config=false',
        '--tlog-upload=false',
      ]
      await mustCosign(folder, ['sign-blob', '--key', `hashivault://${KEY}`, ...bundle, name], env)
    }
  })()
  return elapsed
}

async function figuresFor(
  sandbox: Sandbox,
  vault: VaultServer,
  count: number,
  budgets: Readonly<Record<Mode, number>> | undefined,
): Promise<Figure[]> {
  const timing = await race<Mode | 'cosign'>(ROUNDS, {
    statement: () => ours(sandbox, vault, count, 'statement'),
    'per-artifact': () => ours(sandbox, vault, count, 'per-artifact'),
    cosign: () => theirs(vault, count),
  })
  return (['statement', 'per-artifact'] as const).map((mode) =>
    speed({
      what: `Sign ${count === 1 ? '1 file' : `${count} files`} with one Vault key, mode: ${mode}`,
      ours: timing(mode),
      peer: timing('cosign'),
      peerName: `${count} × cosign sign-blob`,
      ...(budgets === undefined ? {} : { budget: { atLeast: budgets[mode] } }),
    }),
  )
}

/** Times one file and one hundred; none without Vault and cosign, which `npm run interop` builds. */
export async function peerFigures(): Promise<Figure[]> {
  if (!isBuilt('vault') || !isBuilt('cosign')) {
    console.error('Vault or cosign is not built here: run npm run interop first. Left out.')
    return []
  }
  const sandbox = await startSandbox()
  try {
    const vault = await startVault(sandbox)
    try {
      await vault.ask('POST', `transit/keys/${KEY}`, { type: 'ecdsa-p256' })
      return [
        // A Go binary starts faster than Node: one file has no budget.
        ...(await figuresFor(sandbox, vault, 1, undefined)),
        ...(await figuresFor(sandbox, vault, 100, { statement: 10, 'per-artifact': 3 })),
      ]
    } finally {
      await vault.stop()
    }
  } finally {
    await sandbox.stop()
  }
}
