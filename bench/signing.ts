// Measures signing and attesting with the committed action, as the runner runs it, against the sandbox.
import { randomBytes } from 'node:crypto'
import { startSandbox, type Sandbox } from '@open-claw/sandbox'
import { KEY, keyInputs, newJob } from '../test/support/job.ts'
import { clocked, race } from './rounds.ts'
import { milliseconds, time, type Figure } from './table.ts'

const COUNTS = [1, 100, 1000] as const
const FILE_BYTES = 1024
const ROUNDS = 5

/** Runs one whole step, including process start and identity exchange. */
async function signFiles(sandbox: Sandbox, count: number): Promise<number> {
  const job = newJob(sandbox)
  for (let index = 0; index < count; index += 1) job.put(`dist/file-${index}`, randomBytes(FILE_BYTES))
  const inputs = { ...keyInputs(sandbox), key: KEY, artifacts: 'dist/*' }
  const elapsed = await clocked(async () => {
    const step = await job.job.step({ action: '.', inputs })
    if (step.conclusion !== 'success') throw new Error(`Signing ${count} files failed:\n${step.log}`)
  })()
  return elapsed
}

/** Counts the calls of one step to all services, and the signatures among them. */
async function countCalls(sandbox: Sandbox, count: number): Promise<{ all: number; signatures: number }> {
  await sandbox.control({ op: 'reset' })
  await signFiles(sandbox, count)
  const { calls } = await sandbox.control({ op: 'calls' })
  const all = Object.values(calls).reduce((sum, number) => sum + number, 0)
  return { all, signatures: calls['kms.AsymmetricSign'] ?? Number.NaN }
}

/** Counts signatures for 1, 100 and 1,000 files, and times the files beyond the first. */
export async function signingFigures(): Promise<Figure[]> {
  const sandbox = await startSandbox()
  try {
    const calls = new Map<number, { all: number; signatures: number }>()
    for (const count of COUNTS) calls.set(count, await countCalls(sandbox, count))
    const timing = await race<string>(
      ROUNDS,
      Object.fromEntries(COUNTS.map((count) => [String(count), () => signFiles(sandbox, count)])),
    )
    return COUNTS.flatMap((count) => {
      const files = count === 1 ? '1 file' : `${count} files`
      const { all = Number.NaN, signatures = Number.NaN } = calls.get(count) ?? {}
      const ours = timing(String(count))
      const counted: Figure = {
        what: `Sign and attest ${files}, KMS signatures`,
        ours: milliseconds(ours.median),
        peer: `${all} calls of all services`,
        value: signatures,
        unit: 'count',
        budget: { exactly: 1 },
      }
      const what = `Sign and attest ${files}, time`
      return count === 1 ? [counted] : [counted, time({ what, ours, peer: timing('1'), peerName: '1 file' })]
    })
  } finally {
    await sandbox.stop()
  }
}
