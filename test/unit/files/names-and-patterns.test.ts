// Brackets, braces, stars and parentheses stand in the names of real files: routes, templates, copies.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { selectDeployment, selectFile, selectSubjects } from '@open-claw/files'
import { findFiles, selectFiles } from '../../../packages/files/src/artifact-files.ts'
import { caseBytes, describeWithCases } from '../../support/cases.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let root = ''
const put = (...names: string[]): void => {
  for (const name of names) {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), name)
  }
}
const names = async (...patterns: string[]) =>
  (await selectFiles(root, patterns, 'artifacts')).map(({ name }) => name)
const code = (...patterns: string[]) => codeOf(() => selectFiles(root, patterns, 'artifacts'))
beforeEach(() => {
  root = temporaryFolder('names')
})

/** A name, and what it would match as a pattern. */
const NAMES: [string, string][] = [
  ['dist/app[1].tgz', 'dist/app1.tgz'],
  ['[id]/page.js', 'i/page.js'],
  ['app/[...slug]/page.js', 'app/s/page.js'],
  ['dist/a{1,2}.js', 'dist/a2.js'],
  ['dist/{{cookiecutter,x}}.txt', 'dist/{x}.txt'],
  ['dist/+(a).js', 'dist/aa.js'],
  ['dist/what?.txt', 'dist/whats.txt'],
  ['dist/a*.js', 'dist/ab.js'],
  ['[0-9]/[a-z].txt', '1/b.txt'],
]

describe('a name that is also a pattern', () => {
  test.each(NAMES)('%s is meant by its name', async (name) => {
    put(name, 'dist/other')
    expect(await names(name)).toEqual([name])
    expect(await names(`./${name}`)).toEqual([name])
    expect(await names(join(root, name))).toEqual([name])
    expect((await selectFile(root, name, 'policy')).name).toBe(name)
  })

  test.each(NAMES)('%s is refused where it matches %s besides, and both are told', async (name, other) => {
    put(name, other)
    for (const act of [
      () => selectFiles(root, [name], 'artifacts'),
      () => selectFiles(root, [name, other], 'artifacts'),
      () => selectFiles(root, [other, `!${name}`], 'artifacts'),
      () => selectFile(root, name, 'artifacts'),
    ]) {
      const error = await refusal(act)
      expect(error.code).toBe('INPUT_INVALID')
      expect(error.message).toContain('Input artifacts')
      expect(error.message).toContain(name)
      expect(error.message).toContain(other)
    }
  })

  test.each(NAMES)('%s is the pattern where nothing has the name', async (name, other) => {
    put(other)
    expect(await names(name)).toEqual([other])
  })

  test.each(NAMES)('%s excludes the file of this name, and no other', async (name, other) => {
    put(name, 'dist/other', 'keep')
    expect(await names('**', `!${name}`)).toEqual(['dist/other', 'keep'])
    put(`${other}.x`)
    expect(await names('**', `!${name}`)).toContain(`${other}.x`)
  })
})

describe('a folder whose name is also a pattern', () => {
  test('is meant by its name, wherever it stands in a pattern', async () => {
    put('app/[id]/page.js', 'app/[id]/x/page.js')
    expect(await names('app/[id]/*.js')).toEqual(['app/[id]/page.js'])
    expect(await names('app/[id]/**')).toEqual(['app/[id]/page.js', 'app/[id]/x/page.js'])
    expect(await names('*/[id]/page.js')).toEqual(['app/[id]/page.js'])
    expect(await names('**/[id]/**/page.js')).toEqual(['app/[id]/page.js', 'app/[id]/x/page.js'])
  })

  test.each(['app/[id]/*.js', '*/[id]/page.js', '**/[id]/*', 'app/[id]/**'])(
    '%s is refused where it matches another folder besides',
    async (pattern) => {
      put('app/[id]/page.js', 'app/i/page.js')
      expect(await code(pattern)).toBe('INPUT_INVALID')
      expect(await code('app/**', `!${pattern}`)).toBe('INPUT_INVALID')
    },
  )
})

describe('an input that means one file', () => {
  test('takes a pattern that matches one, and refuses more, none, a folder and an exclusion', async () => {
    put('a.sha256', 'sums/x')
    expect((await selectFile(root, '*.sha256', 'checksums')).name).toBe('a.sha256')
    put('b.sha256')
    const more = await refusal(() => selectFile(root, '*.sha256', 'checksums'))
    expect([more.code, more.message]).toEqual(['INPUT_INVALID', expect.stringContaining('a.sha256')])
    expect(more.message).toContain('b.sha256')
    const cases: [string, string][] = [
      ['c.sha256', 'ARTIFACT_NOT_FOUND'],
      ['sums', 'ARTIFACT_NOT_FOUND'],
      ['!a.sha256', 'INPUT_INVALID'],
      ['!b.sha256\na.sha256', 'INPUT_INVALID'],
    ]
    for (const [path, expected] of cases)
      expect([path, await codeOf(() => selectFile(root, path, 'checksums'))]).toEqual([path, expected])
    expect((await refusal(() => selectFile(root, 'sums', 'checksums'))).remedy).toContain('"sums/**"')
  })

  test('a second checksums file is not dropped in silence', async () => {
    const sources = { artifacts: [], images: [], checksums: '*.sha256', announced: [] }
    writeFileSync(join(root, 'a.sha256'), `${'a'.repeat(64)}  a\n`)
    expect((await selectSubjects(root, sources)).subjects).toHaveLength(1)
    writeFileSync(join(root, 'b.sha256'), `${'b'.repeat(64)}  b\n`)
    expect(await codeOf(() => selectSubjects(root, sources))).toBe('INPUT_INVALID')
  })
})

test('where files prove nothing by being there, a name in doubt means all that it can', async () => {
  put('app[1].json', 'app1.json', '*.json')
  const found = async (pattern: string) =>
    (await findFiles(root, [pattern], 'bundles')).map(({ name }) => name)
  expect(await found('app[1].json')).toEqual(['app1.json', 'app[1].json'])
  expect(await found('*.json')).toEqual(['*.json', 'app1.json', 'app[1].json'])
})

describeWithCases('a name from real use', () => {
  const text = caseBytes('08-brackets/README.txt')?.toString('utf8') ?? ''
  const [signed = '', unsigned = ''] = text.match(/^dist\/\S+/gm) ?? []
  const line = /^artifacts: (\S+)$/m.exec(text)?.[1] ?? ''
  const sources = { artifacts: [line], images: [], checksums: undefined, announced: [] }
  const deployed = () => selectDeployment(root, sources, [])

  test('the gate judges the file that was named, and no other', async () => {
    put(unsigned)
    expect((await deployed()).files.map(({ name }) => name)).toEqual([unsigned])
  })
  test('it is refused where another file could be meant, by the gate and by signing', async () => {
    put(signed, unsigned)
    expect([await codeOf(deployed), await code(line)]).toEqual(['INPUT_INVALID', 'INPUT_INVALID'])
    expect((await refusal(deployed)).message).toContain(signed)
  })
})
