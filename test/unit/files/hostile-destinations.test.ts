// Where bundles must not go, and what a failed write must not leave.
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, posix, win32 } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { parseSha256, type SignedBundle } from '@open-claw/core'
import { folderStore, parseFileDestination } from '@open-claw/files'
import { codeOf, refusal } from '../../support/errors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const digest = parseSha256(`sha256:${'d'.repeat(64)}`, 't')
const bundle = (name: string, json: unknown = '{}\n'): SignedBundle => ({
  json: json as string,
  subjects: [{ name, digest, source: 'file' }],
  predicateType: undefined,
})
let root = ''
let outside = ''
beforeEach(() => {
  root = temporaryFolder('evidence')
  outside = temporaryFolder('outside')
})

describe('the folder of push-to', () => {
  test.each(['file:out', 'file:..out', 'file:a/..b', 'file:my folder', 'file:.'])('%s is inside', (text) => {
    expect(() => parseFileDestination(text, root, 'push-to')).not.toThrow()
  })

  test.each([
    'file:..',
    'file:../x',
    'file:a/../../x',
    'file:/x',
    'file:out\nfile:other',
    'file:a\u001b[2K',
    'file:a\u0000',
    'File:x',
    'oci',
  ])('is refused: %j', async (text) => {
    expect(await codeOf(() => parseFileDestination(text, root, 'push-to'))).toBe('INPUT_INVALID')
  })

  test.each([
    'file:C:\\x',
    'file:\\\\server\\share',
    'file:..\\x',
    'file:D:\\other',
    'file:D:x\\..\\..\\..\\y',
  ])('on Windows is refused: %s', async (text) => {
    expect(await codeOf(() => parseFileDestination(text, 'D:\\a\\w', 'push-to', win32))).toBe('INPUT_INVALID')
  })

  test('on Windows and elsewhere a folder has one spelling', () => {
    expect(parseFileDestination('file:out\\sub', 'D:\\a\\w', 'push-to', win32).folder).toBe('out/sub')
    expect(parseFileDestination('file:out/./sub/', '/w', 'push-to', posix).folder).toBe('out/sub')
  })
})

describe('the folder of one artifact', () => {
  const planned = [bundle('a'), bundle('dist/b')]
  const check = (push = 'file:') => folderStore(parseFileDestination(push, root, 'push-to')).plan(planned)

  test('is checked before anything is signed: a link out of the workspace', async () => {
    symlinkSync(outside, join(root, 'dist'))
    expect(await codeOf(() => check())).toBe('EVIDENCE_WRITE_FAILED')
  })
  test('is checked before anything is signed: a file where it would be made', async () => {
    mkdirSync(join(root, 'out'))
    writeFileSync(join(root, 'out/dist'), '')
    const error = await refusal(() => check('file:out'))
    expect([error.code, error.message]).toEqual([
      'EVIDENCE_WRITE_FAILED',
      expect.stringContaining('"out/dist"'),
    ])
  })
  test('is not made by the check', async () => {
    await check('file:out')
    expect(readdirSync(root)).toEqual([])
  })
})

describe('a link out of the workspace', () => {
  test('abuse case 2: is found before anything is signed', async () => {
    symlinkSync(outside, join(root, 'out'))
    for (const text of ['file:out', 'file:out/sub/deep']) {
      expect(await codeOf(() => folderStore(parseFileDestination(text, root, 'push-to')).check())).toBe(
        'EVIDENCE_WRITE_FAILED',
      )
    }
  })

  test('abuse case 16: nothing is made behind it, not even a folder', async () => {
    symlinkSync(outside, join(root, 'dist'))
    const destination = parseFileDestination('file:', root, 'push-to')
    expect(await codeOf(() => folderStore(destination).put([bundle('dist/sub/a')]))).toBe(
      'EVIDENCE_WRITE_FAILED',
    )
    expect(readdirSync(outside)).toEqual([])
  })

  test('a workspace that is itself reached through a link is used as it is', async () => {
    const alias = join(outside, 'workspace')
    symlinkSync(root, alias)
    const destination = parseFileDestination('file:out', alias, 'push-to')
    await folderStore(destination).check()
    await folderStore(destination).put([bundle('a')])
    expect(existsSync(join(root, 'out', 'a.sigstore.json'))).toBe(true)
  })

  test('a folder whose name begins with dots is no way out', async () => {
    mkdirSync(join(root, '..dist'))
    await folderStore(parseFileDestination('file:', root, 'push-to')).put([bundle('..dist/a')])
    expect(readdirSync(join(root, '..dist'))).toEqual(['a.sigstore.json'])
  })
})

describe('a write that fails', () => {
  test.each([0, 1, 2])('abuse case 21: bundle %i of three leaves nothing of any', async (broken) => {
    // A value that cannot be written stands for a full disk.
    const bundles = ['a', 'b', 'c'].map((name, index) =>
      bundle(name, index === broken ? Symbol('x') : '{}\n'),
    )
    const destination = parseFileDestination('file:', root, 'push-to')
    expect(await codeOf(() => folderStore(destination).put(bundles))).toBe('EVIDENCE_WRITE_FAILED')
    expect(readdirSync(root)).toEqual([])
  })
})
