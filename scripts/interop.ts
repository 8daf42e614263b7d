// Runs test/interop, which the plain test run skips. Jest's counts go to .test-results/interop.json.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const { status } = spawnSync(
  process.execPath,
  [join(import.meta.dirname, 'test.ts'), ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, OPEN_CLAW_INTEROP: '1' } },
)
process.exitCode = status ?? 1
