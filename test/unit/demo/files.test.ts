// The files of the user in the workspace of the demo.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { DemoWorkspace, standingIn, workspaceNames } from '../../../scripts/demo/files.ts'
import { DemoFailure, sizeText, withProgress } from '../../../scripts/demo/terminal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder('demo-files')
const fileIn = (name: string, body: string): string => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), body)
  return name
}

describe('where the user stands', () => {
  test.each<[string, NodeJS.ProcessEnv, string]>([
    ['npm says so', { npm_lifecycle_event: 'demo', INIT_CWD: '/home/x' }, '/home/x'],
    ['without npm', {}, '/cwd'],
    ['a variable left over from another script', { npm_lifecycle_event: 'test', INIT_CWD: '/x' }, '/cwd'],
    ['an npm that does not say', { npm_lifecycle_event: 'demo' }, '/cwd'],
  ])('%s', (_, env, expected) => {
    expect(standingIn(env, '/cwd')).toBe(expected)
  })
})

describe('names in the workspace', () => {
  test.each<[string, string[], string[]]>([
    ['stay in their order', ['/x/b', '/x/a'], ['dist/b', 'dist/a']],
    ['two of one name', ['/x/a', '/y/a'], ['dist/1/a', 'dist/2/a']],
    ['two that differ in case alone', ['/x/a', '/y/A'], ['dist/1/a', 'dist/2/A']],
    [
      'two that differ in Unicode form alone',
      ['/x/\u00e9', '/y/e\u0301'],
      ['dist/1/\u00e9', 'dist/2/e\u0301'],
    ],
    ['one like the folder of another', ['/x/1', '/y/a', '/z/a'], ['dist/1/1', 'dist/2/a', 'dist/3/a']],
  ])('%s', (_, paths, expected) => {
    expect(workspaceNames(paths)).toEqual(expected)
  })
})

describe('a workspace', () => {
  test('has the files under links, so that nothing is copied', async () => {
    const names = [fileIn("b file's", 'b'), fileIn('-rf', 'dash'), fileIn('sub/ä', 'a')]
    const workspace = new DemoWorkspace()
    await workspace.take(names, folder)
    for (const { path, name } of workspace.files) {
      expect(readFileSync(join(workspace.root, name), 'utf8')).toBe(readFileSync(path, 'utf8'))
      expect(statSync(join(workspace.root, name)).ino).toBe(statSync(path).ino)
    }
    expect(workspace.files.map(({ name }) => name)).toEqual(["dist/b file's", 'dist/-rf', 'dist/ä'])
    workspace.clear(false)
    expect([existsSync(join(workspace.root, 'dist')), existsSync(workspace.root)]).toEqual([false, true])
    expect(readFileSync(join(folder, '-rf'), 'utf8')).toBe('dash')
    workspace.clear(true)
    expect(existsSync(workspace.root)).toBe(false)
  })
  test('has the file that a symbolic link leads to, under the name of the link', async () => {
    symlinkSync(join(folder, fileIn('real', 'body')), join(folder, 'link'))
    const workspace = new DemoWorkspace()
    await workspace.take(['link'], folder)
    expect(workspace.files[0]?.name).toBe('dist/link')
    expect(readFileSync(join(workspace.root, 'dist/link'), 'utf8')).toBe('body')
    workspace.clear(true)
  })
  test('takes a file that is named twice once', async () => {
    const workspace = new DemoWorkspace()
    await workspace.take([fileIn('twice', ''), './twice'], folder)
    expect(workspace.files).toHaveLength(1)
    workspace.clear(true)
  })
  test.each([
    ['a folder', 'sub'],
    ['nothing', 'absent'],
  ])('refuses %s by its whole path', async (_, name) => {
    fileIn('sub/x', '')
    const workspace = new DemoWorkspace()
    await expect(workspace.take([name], folder)).rejects.toThrow(DemoFailure)
    await expect(workspace.take([name], folder)).rejects.toThrow(join(folder, name))
    workspace.clear(true)
  })
  test('changes a copy of the beginning and nothing of the file', async () => {
    const workspace = new DemoWorkspace()
    await workspace.take([fileIn('large', 'x'.repeat(3 * 1024 * 1024))], folder)
    const [file] = workspace.files
    const name = file === undefined ? '' : await workspace.tamperedCopy(file)
    expect(statSync(join(workspace.root, name)).size).toBe(1024 * 1024 + 1)
    expect(statSync(join(folder, 'large')).size).toBe(3 * 1024 * 1024)
    workspace.clear(true)
  })
})

const otherDisk = '/dev/shm'
const isOther = existsSync(otherDisk) && statSync(otherDisk).dev !== statSync(tmpdir()).dev
;(isOther ? describe : describe.skip)('a file on another disk', () => {
  test('is copied, and the copy goes', async () => {
    const away = mkdtempSync(join(otherDisk, 'demo-'))
    writeFileSync(join(away, 'x'), 'away')
    const workspace = new DemoWorkspace()
    await workspace.take(['x'], away)
    expect(readFileSync(join(workspace.root, 'dist/x'), 'utf8')).toBe('away')
    workspace.clear(false)
    expect(existsSync(join(workspace.root, 'dist'))).toBe(false)
    workspace.clear(true)
    rmSync(away, { recursive: true })
  })
})

test.each([
  [0, '0 bytes'],
  [1023, '1023 bytes'],
  [1024, '1.0 KiB'],
  [3 * 1024 ** 3, '3.0 GiB'],
  [5 * 1024 ** 5, '5120.0 TiB'],
])('%d is shown as %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text)
})

test('progress passes on what the work gives and throws', async () => {
  expect(await withProgress('x', 0, async () => 7)).toBe(7)
  await expect(
    withProgress('x', 0, async () => {
      throw new DemoFailure('no')
    }),
  ).rejects.toThrow('no')
})
