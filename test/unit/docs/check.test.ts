// npm run docs and npm run docs:check, on a copy of the documents.
import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const SCRIPT = resolve('scripts/docs.ts')
let folder = ''

beforeEach(() => {
  folder = temporaryFolder('open-claw-docs')
  for (const path of ['docs', 'actions', 'action.yml', 'test'])
    cpSync(path, join(folder, path), { recursive: true })
})

const docs = (...args: string[]): { status: number | null; stderr: string } =>
  spawnSync(process.execPath, [SCRIPT, ...args], { cwd: folder, encoding: 'utf8' })

const edit = (path: string, from: string, to: string): void => {
  const text = readFileSync(join(folder, path), 'utf8')
  expect(text).toContain(from)
  writeFileSync(join(folder, path), text.replace(from, to))
}

test('nothing to say where all is in step, and prose is left alone', () => {
  docs()
  appendFileSync(join(folder, 'docs/errors.md'), '\nMore prose.\n')
  const { status, stderr } = docs('--check')
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test('--check names an action.yml whose inputs are not those of the table, and writes nothing', () => {
  docs()
  edit('actions/sign-artifact/action.yml', '  push-to:', '  store-in:')
  const before = readFileSync(join(folder, 'actions/sign-artifact/action.yml'), 'utf8')
  const { status, stderr } = docs('--check')
  expect(status).toBe(1)
  expect(stderr).toBe('stale: actions/sign-artifact/action.yml; run npm run docs\n')
  expect(readFileSync(join(folder, 'actions/sign-artifact/action.yml'), 'utf8')).toBe(before)
  expect(docs().status).toBe(0)
  expect(docs('--check').status).toBe(0)
})

test('--check names the page of an action whose output was renamed', () => {
  docs()
  edit('actions/sign-artifact/action.yml', '  bundle-paths:', '  paths:')
  expect(docs('--check').stderr).toBe('stale: docs/actions/sign-artifact.md; run npm run docs\n')
})

test('--check sees a table that was edited by hand', () => {
  docs()
  edit('docs/errors.md', '### DENIED\n', '### REFUSED\n')
  expect(docs('--check').status).toBe(1)
})

test.each(['', '--check'])('a document without its markers fails (docs %s)', (arg) => {
  edit('docs/keys.md', '<!-- generated: algorithms -->', '')
  const { status, stderr } = docs(arg)
  expect(status).toBe(1)
  expect(stderr).toContain('docs/keys.md')
})

test('a document that is gone fails', () => {
  rmSync(join(folder, 'docs/policy.md'))
  expect(docs('--check').status).toBe(1)
})
