// The demo as a newcomer runs it: files as they lie about, from any folder, however large.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from '@jest/globals'
import { temporaryFolder } from '../support/temporary-folder.ts'

const DEMO = resolve(import.meta.dirname, '../../scripts/demo.ts')
const REPOSITORY = resolve(import.meta.dirname, '../..')

interface Result {
  readonly code: number
  readonly out: string
  readonly err: string
  /** Files that are left of it, below the folder for temporary files. */
  readonly left: readonly string[]
}

/** As `npm --prefix REPOSITORY run demo -- …`, which goes to the repository and says where it came from. */
function demo(from: string, files: readonly string[]): Promise<Result> {
  const temporary = temporaryFolder('demo')
  const env = { ...process.env, npm_lifecycle_event: 'demo', INIT_CWD: from, TMPDIR: temporary }
  return new Promise((done) => {
    const child = execFile(process.execPath, [DEMO, ...files], { cwd: REPOSITORY, env }, (_, out, err) =>
      done({
        code: child.exitCode ?? -1,
        out,
        err,
        left: readdirSync(temporary, { recursive: true, encoding: 'utf8' }).toSorted(),
      }),
    )
  })
}

const folder = temporaryFolder('demo-files')

test('two files that are not in order, with a space and a quote in a name, from another folder', async () => {
  writeFileSync(join(folder, "z it's.bin"), 'last')
  mkdirSync(join(folder, 'sub'))
  writeFileSync(join(folder, 'sub/a.bin'), 'first')
  const { code, out, err, left } = await demo(join(folder, 'sub'), ["../z it's.bin", 'a.bin'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('→ Verified OK')
  expect(out).not.toContain('\u001b')
  expect(out.match(/❌ deny/g)).toHaveLength(3)
  // The reason is whole, and ends where it leads.
  expect(out.match(/^ +DENIED: .*errors\.md#denied$/gm)).toHaveLength(3)
  expect(left.map((path) => basename(path)).filter((name) => name.endsWith('.bin'))).toEqual([])
  expect(left.filter((path) => path.endsWith('.sigstore.json')).length).toBeGreaterThanOrEqual(3)
})

test('two files of one name', async () => {
  for (const part of ['one', 'two']) {
    mkdirSync(join(folder, part))
    writeFileSync(join(folder, part, 'app'), part)
  }
  const { code, out } = await demo(folder, ['two/app', 'one/app'])
  expect([code, out]).toEqual([0, expect.stringContaining('→ Verified OK')])
})

test('a file of 3 GiB, which is told of and not left behind', async () => {
  writeFileSync(join(folder, 'large.img'), '')
  truncateSync(join(folder, 'large.img'), 3 * 1024 ** 3)
  const { code, out, err, left } = await demo(folder, ['large.img'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('→ Verified OK')
  expect(out).toContain('… hashing and signing (3.0 GiB)')
  expect(left.filter((path) => path.endsWith('.img'))).toEqual([])
})

test('what is not a file is told without a stack, and nothing is left', async () => {
  copyFileSync(DEMO, join(folder, 'file'))
  const { code, out, err, left } = await demo(folder, ['file', 'absent'])
  expect([code, out, left]).toEqual([1, '', []])
  expect(err).toBe(`\nThe demo failed. "${join(folder, 'absent')}" does not exist. Name files.\n`)
})

test.each<[string, (child: ChildProcess) => void, number]>([
  ['a signal', (child) => void child.kill('SIGINT'), 130],
  ['a reader that has seen enough', (child) => void child.stdout?.destroy(), 1],
])('%s ends it, and nothing is left', async (_, end, expected) => {
  writeFileSync(join(folder, 'some'), 'some')
  const temporary = temporaryFolder('demo')
  const child = spawn(process.execPath, [DEMO, join(folder, 'some')], {
    cwd: REPOSITORY,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // Signing has begun.
  child.stdout.once('data', () => end(child))
  const said = text(child.stderr)
  const [code] = await once(child, 'exit')
  expect([code, await said, readdirSync(temporary)]).toEqual([expected, '', []])
})
