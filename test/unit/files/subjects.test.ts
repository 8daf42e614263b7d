import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, posix, win32 } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { checkSubjects, parseChecksums, parseImage, parseSha256, type Subject } from '@open-claw/core'
import { selectSubjects } from '@open-claw/files'
import { relativeSubjectName } from '../../../packages/files/src/subject-name.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const HEX = 'c'.repeat(64)
let root = ''
const put = (name: string, text = name): void => {
  mkdirSync(join(root, name, '..'), { recursive: true })
  writeFileSync(join(root, name), text)
}
beforeEach(() => {
  root = temporaryFolder('subjects')
})
const NONE = { artifacts: [], images: [], checksums: undefined, announced: [] }
const select = (artifacts: string[]) => selectSubjects(root, { ...NONE, artifacts })
const names = async (artifacts: string[]): Promise<string[]> =>
  (await select(artifacts)).subjects.map(({ name }) => name)

test('artifacts patterns, exclusions and folders', async () => {
  for (const name of ['dist/a.txt', 'dist/b.txt', 'dist/sub/c.txt', 'other.txt']) put(name)
  expect(await names(['dist/**'])).toEqual(['dist/a.txt', 'dist/b.txt', 'dist/sub/c.txt'])
  expect(await names(['**/*.txt', '!dist/sub/**', '!other.txt'])).toEqual(['dist/a.txt', 'dist/b.txt'])
  expect(await names([join(root, 'other.txt')])).toEqual(['other.txt'])
})

test('artifacts abuse case 8: equal basenames keep their paths', async () => {
  put('linux/tool')
  put('macos/tool')
  expect(await names(['*/tool'])).toEqual(['linux/tool', 'macos/tool'])
})

test('artifacts abuse case 1: a pattern that matches nothing is an error that names it', async () => {
  put('a.txt')
  const error = await refusal(() => select(['a.txt', 'dits/*']))
  expect([error.code, error.message]).toEqual(['ARTIFACT_NOT_FOUND', expect.stringContaining('dits/*')])
  expect(await codeOf(() => select(['a.txt', '!a.txt']))).toBe('ARTIFACT_NOT_FOUND')
  mkdirSync(join(root, 'empty'))
  expect(await codeOf(() => select(['empty']))).toBe('ARTIFACT_NOT_FOUND')
})

test('artifacts abuse cases 2 and 3: symbolic links are refused, whether they leave the workspace or not', async () => {
  put('real.txt')
  symlinkSync('/etc/hostname', join(root, 'outside'))
  symlinkSync('real.txt', join(root, 'inside'))
  symlinkSync('/etc', join(root, 'folder'))
  for (const name of ['outside', 'inside', 'folder/hostname']) {
    expect([name, await codeOf(() => select([name]))]).toEqual([name, 'ARTIFACT_REFUSED'])
  }
})

test('artifacts a path outside the workspace is refused', async () => {
  expect(await codeOf(() => select(['/etc/hostname']))).toBe('ARTIFACT_REFUSED')
  put('a/b')
  expect(
    await codeOf(() => selectSubjects(join(root, 'a'), { ...NONE, artifacts: ['../a/b', '../../*'] })),
  ).toBe('ARTIFACT_REFUSED')
})

test.each(['new\nline', 'ansi\u001b[31m', 'rtl\u202egnp.exe', 'back\\slash', 'zero\u200bwidth', 'cr\rcr'])(
  'artifacts abuse case 7: the name %j is refused, and not echoed raw',
  async (name) => {
    put(name)
    const error = await refusal(() => select(['*']))
    expect(error.code).toBe('ARTIFACT_REFUSED')
    // oxlint rules aside, this is the point: nothing below a space reaches a log.
    expect(
      [...error.message].every((letter) => letter >= ' ' && letter !== '\u202e' && letter !== '\u200b'),
    ).toBe(true)
  },
)

test('artifacts abuse case 9: names that differ in case or Unicode form alone are refused', async () => {
  put('README')
  put('readme')
  expect(await codeOf(() => select(['*']))).toBe('SUBJECT_DUPLICATE')
  const subject = (name: string): Subject => ({
    name,
    digest: parseSha256(`sha256:${HEX}`, 't'),
    source: 'file',
  })
  expect(await codeOf(() => checkSubjects([subject('caf\u00e9'), subject('cafe\u0301')]))).toBe(
    'SUBJECT_DUPLICATE',
  )
})

test('artifacts nothing named, nothing announced: an error, never an empty statement', async () => {
  expect(await codeOf(() => selectSubjects(root, NONE))).toBe('SUBJECT_MISSING')
})

test('artifacts what earlier steps announced is used when nothing is named, and only then', async () => {
  const announced = [{ name: 'out.bin', digest: `sha256:${HEX}`, kind: 'file' as const }]
  const selected = await selectSubjects(root, { ...NONE, announced })
  expect(selected.subjects).toEqual([{ name: 'out.bin', digest: HEX, source: 'announced' }])
  put('a.txt')
  const named = await selectSubjects(root, { ...NONE, artifacts: ['a.txt'], announced })
  expect(named.subjects.map(({ name }) => name)).toEqual(['a.txt'])
})

test('artifacts abuse case 12: more subjects than a run takes are refused', async () => {
  const digest = parseSha256(`sha256:${HEX}`, 't')
  const many = Array.from({ length: 16 * 1024 + 1 }, (_, index): Subject => ({
    name: `f${index}`,
    digest,
    source: 'file',
  }))
  expect(await codeOf(() => checkSubjects(many))).toBe('SUBJECT_LIMIT')
  expect(checkSubjects(many.slice(1))).toHaveLength(16 * 1024)
})

describe('the rules of Windows', () => {
  const ROOT = 'D:\\a\\repo\\repo'
  test.each([
    ['D:\\a\\repo\\repo\\dist\\app.exe', 'dist/app.exe'],
    ['d:\\A\\repo\\REPO\\x', 'x'],
    ['D:\\a\\repo\\repo\\..x\\y', '..x/y'],
  ])('%s is %s', (path, name) => {
    expect(relativeSubjectName(ROOT, path, win32)).toBe(name)
  })

  test.each([
    'C:\\a\\repo\\repo\\x',
    'D:\\a\\repo\\x',
    'D:\\a\\repo\\repo2\\x',
    '\\\\server\\share\\x',
    '\\\\?\\D:\\a\\repo\\repo\\x',
    'D:\\',
  ])('%s is outside', async (path) => {
    expect(await codeOf(() => relativeSubjectName(ROOT, path, win32))).toBe('ARTIFACT_REFUSED')
  })

  test('elsewhere a backslash is a letter, and refused as one', async () => {
    expect(relativeSubjectName('/w', '/w/a\\b', posix)).toBe('a\\b')
    put('a\\b')
    expect(await codeOf(() => select(['*']))).toBe('ARTIFACT_REFUSED')
  })
})

describe('checksums', () => {
  test('GNU and BSD lines', () => {
    const text = `${HEX}  dist/a b.txt\n${HEX} *./b.bin\nSHA256 (c.txt) = ${HEX}\n`
    expect(parseChecksums(text, 'sums').map(({ name }) => name)).toEqual(['dist/a b.txt', 'b.bin', 'c.txt'])
  })

  test.each([
    ['nothing at all', '', 'CHECKSUMS_INVALID'],
    ['a path in place of the content', 'dist/checksums.txt', 'CHECKSUMS_INVALID'],
    ['nothing but a comment', '# sums\n\n', 'CHECKSUMS_INVALID'],
    ['an escaped line break', `\\${HEX}  a\\nb\n`, 'ARTIFACT_REFUSED'],
    ['an escaped backslash', `\\${HEX}  a\\\\b\n`, 'ARTIFACT_REFUSED'],
    ['no name', `${HEX}\n`, 'CHECKSUMS_INVALID'],
    ['a name before its digest', `z.tgz ${HEX}\n`, 'CHECKSUMS_INVALID'],
    ['abuse case 10: SHA-1', `${'c'.repeat(40)}  a\n`, 'DIGEST_INVALID'],
    ['abuse case 10: an odd length', `${HEX}c  a\n`, 'DIGEST_INVALID'],
    ['traversal', `${HEX}  ../a\n`, 'ARTIFACT_REFUSED'],
    ['an absolute name', `${HEX}  /etc/passwd\n`, 'ARTIFACT_REFUSED'],
    ['a drive', `${HEX}  C:/a\n`, 'ARTIFACT_REFUSED'],
    ['a control character', `${HEX}  a\u0007\n`, 'ARTIFACT_REFUSED'],
  ])('abuse case 11: %s is an error, never skipped', async (_, text, code) => {
    expect(await codeOf(() => parseChecksums(text, 'sums'))).toBe(code)
  })

  test('a file that yields nothing stops the run', async () => {
    put('sums', '')
    expect(await codeOf(() => selectSubjects(root, { ...NONE, checksums: 'sums' }))).toBe('CHECKSUMS_INVALID')
    expect(await codeOf(() => selectSubjects(root, { ...NONE, checksums: 'typo' }))).toBe(
      'ARTIFACT_NOT_FOUND',
    )
  })
})

describe('images', () => {
  test('a digest pins; the tag is dropped', () => {
    expect(parseImage(`registry.example/acme/app:1.0@sha256:${HEX}`, 'images').name).toBe(
      'registry.example/acme/app',
    )
  })

  test.each([
    'registry.example/app',
    'registry.example/app:1',
    'app@sha256:abc',
    `https://r.example/a@sha256:${HEX}`,
    `r.example/a@sha512:${HEX}`,
    `r.example/a\n@sha256:${HEX}`,
  ])('abuse case 14: %j is refused', async (image) => {
    expect(['INPUT_INVALID', 'DIGEST_INVALID']).toContain(await codeOf(() => parseImage(image, 'images')))
  })
})
