// What a run puts into the folder for temporary files goes with the run, and what went past it is named.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@jest/globals'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const MODULE = pathToFileURL(resolve('scripts/temporary-folder.ts')).href
const START = `import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { moveTemporaryFiles } from '${MODULE}'
const outside = tmpdir()
const left = moveTemporaryFiles()
console.log(mkdtempSync(join(tmpdir(), 'x-')))
`

/** A run of `script`, and the machine's folder for temporary files as it sees it. */
function prepared(script: string) {
  const machine = temporaryFolder('machine')
  const args = ['--input-type=module', '-e', START + script]
  return { machine, args, env: { ...process.env, TMPDIR: machine, TEMP: machine, TMP: machine } }
}

test.each([
  ['ends', '', 0],
  ['fails', 'throw new Error()', 1],
  ['exits', 'process.exit(3)', 3],
  ['lets a child write', "spawnSync('sh', ['-c', 'mktemp -d'])", 0],
])('a run that %s leaves nothing behind', (_, script, code) => {
  const { machine, args, env } = prepared(`import { spawnSync } from 'node:child_process'\n${script}`)
  const { status, stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  expect([status, stdout.startsWith(join(machine, 'open-claw-run-'))]).toEqual([code, true])
  expect(readdirSync(machine)).toEqual([])
})

test('what of ours went past the folder of the run is named, and no folder of another run', () => {
  const { args, env } = prepared(`
for (const name of ['open-claw-x-', 'open-claw-run-', 'other-']) mkdtempSync(join(outside, name))
console.log(left().map((name) => name.slice(0, -6)).join())`)
  const { stdout } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
  expect(stdout.split('\n')[1]).toBe('open-claw-x-')
})

test('a run that a signal ends takes its folder along, and its tests with it', async () => {
  const machine = temporaryFolder('machine')
  const env = { ...process.env, TMPDIR: machine }
  const run = spawn(process.execPath, ['scripts/test.ts', 'test/unit/no-such-tests', '--watchAll'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await once(run.stderr, 'data')
  expect(readdirSync(machine)).toHaveLength(1)
  run.kill('SIGTERM')
  await once(run, 'close')
  expect([run.exitCode, existsSync(machine), readdirSync(machine)]).toEqual([1, true, []])
})
