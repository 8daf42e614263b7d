// Counts the requests of a step to the services, for each kind of key. The sandbox counts, so the figures do not depend
// on the machine.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startSandbox, type Sandbox } from '@open-claw/sandbox'
import { newJob } from '../test/support/job.ts'
import { PROVIDERS, trusting, type Provider } from '../test/support/providers.ts'
import { temporaryFolder } from '../test/support/temporary-folder.ts'
import type { Figure } from './table.ts'

const FILES = 100

/** Counts the calls of one step that signs FILES files, by `service.Method`. */
async function countCalls(
  sandbox: Sandbox,
  provider: Provider,
  authority: string,
): Promise<Map<string, number>> {
  await sandbox.control({ op: 'reset' })
  const job = newJob(sandbox)
  for (let index = 0; index < FILES; index += 1) job.put(`dist/file-${index}`, `file ${index}`)
  const inputs = {
    artifacts: 'dist/*',
    'timestamp-authority': sandbox.tsaEndpoint,
    ...provider.inputs(sandbox),
  }
  const step = await job.job.step({ action: 'actions/sign-artifact', inputs, env: trusting(authority) })
  if (step.conclusion !== 'success') throw new Error(`${provider.name} failed:\n${step.log}`)
  const { calls } = await sandbox.control({ op: 'calls' })
  return new Map(Object.entries(calls).filter(([, count]) => count > 0))
}

const shown = (calls: ReadonlyMap<string, number>): string =>
  [...calls].map(([name, count]) => (count === 1 ? name : `${name} × ${count}`)).join(', ')

function requestFigures(provider: Provider, calls: ReadonlyMap<string, number>): Figure[] {
  const all = [...calls.values()].reduce((sum, count) => sum + count, 0)
  const signatures = provider.signature === undefined ? 0 : (calls.get(provider.signature) ?? 0)
  const what = `${provider.name}: ${FILES} files, one statement, one timestamp`
  return [
    {
      what: `${what}: KMS signatures`,
      ours: String(signatures),
      peer: provider.signature ?? 'the key is one of the step',
      value: signatures,
      unit: 'count',
      budget: { exactly: provider.signature === undefined ? 0 : 1 },
    },
    {
      what: `${what}: requests`,
      ours: String(all),
      peer: shown(calls),
      value: all,
      unit: 'count',
      budget: undefined,
    },
  ]
}

/** Counts the requests for each kind of key, and the signatures among them. */
export async function providerFigures(): Promise<Figure[]> {
  const sandbox = await startSandbox()
  const folder = temporaryFolder('authority')
  const authority = join(folder, 'ca.pem')
  writeFileSync(authority, sandbox.authority)
  try {
    const figures: Figure[] = []
    for (const provider of PROVIDERS)
      figures.push(...requestFigures(provider, await countCalls(sandbox, provider, authority)))
    return figures
  } finally {
    await sandbox.stop()
  }
}
