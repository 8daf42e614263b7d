// File systems differ: some have no hard links (FAT, exFAT, many of SMB, FUSE and 9p), some take shorter names.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { parseSha256, type SignedBundle } from '@open-claw/core'
import type { SubjectSource } from '../../../packages/core/src/formats/subject.ts'
import { folderStore, parseFileDestination } from '@open-claw/files'
import { place, tryPlacing, writeWhole } from '../../../packages/files/src/exclusive-file.ts'
import { casePath, describeWithCases } from '../../support/cases.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let root = ''
beforeEach(() => {
  root = temporaryFolder('place')
})
const at = (name: string): string => join(root, name)
const answering = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }))
const isCoded = (error: unknown): error is { code: unknown } =>
  typeof error === 'object' && error !== null && 'code' in error
const outcome = async (action: Promise<void>): Promise<string> =>
  action.then(
    () => 'placed',
    (error: unknown) => String(isCoded(error) ? error.code : error),
  )

/** What file systems and those who serve them answer to link(2) where they have no hard links. */
const CODES = [
  'EPERM',
  'EOPNOTSUPP',
  'ENOTSUP',
  'ENOSYS',
  'EINVAL',
  'EACCES',
  'EXDEV',
  'EMLINK',
  'EIO',
  'UNKNOWN',
]

describe.each(CODES)('where a link is answered with %s', (code) => {
  test('the file appears whole', async () => {
    await writeWhole(at('t'), 'whole')
    expect(await outcome(place(at('t'), at('app'), answering(code)))).toBe('placed')
    expect([readdirSync(root), readFileSync(at('app'), 'utf8')]).toEqual([['app'], 'whole'])
  })

  test.each<[string, () => void]>([
    ['a file', () => writeFileSync(at('app'), 'mine')],
    ['an empty file', () => writeFileSync(at('app'), '')],
    ['a folder', () => mkdirSync(at('app'))],
    ['a link to nothing', () => symlinkSync('nowhere', at('app'))],
    ['a link out', () => symlinkSync('/etc/hostname', at('app'))],
  ])('abuse case 106: %s is not replaced', async (_, occupy) => {
    occupy()
    await writeWhole(at('t'), 'whole')
    expect(['EEXIST', 'EISDIR']).toContain(await outcome(place(at('t'), at('app'), answering(code))))
    expect(readdirSync(root).toSorted()).toEqual(['app', 't'])
  })

  test('a failure of the other way is the one that is told, and leaves nothing', async () => {
    expect(await outcome(place(at('absent'), at('app'), answering(code)))).toBe('ENOENT')
    expect(await outcome(place(at('absent'), at('no/app'), answering(code)))).toBe('ENOENT')
    expect(readdirSync(root)).toEqual([])
  })
})

const digest = parseSha256(`sha256:${'d'.repeat(64)}`, 't')
const bundle = (name: string, source: SubjectSource = 'file', predicateType?: string): SignedBundle => ({
  json: '{}\n',
  subjects: [{ name, digest, source }],
  predicateType,
})
const check = (one: SignedBundle, to: string) =>
  refusal(() => folderStore(parseFileDestination(to, root, 'push-to')).plan([bundle('short'), one]))

test.each<[string, SignedBundle, string?]>([
  ['a file whose name has no room for an ending', bundle('a'.repeat(250))],
  ['one of letters that take three bytes', bundle('語'.repeat(81))],
  ['one of letters that take four', bundle('😀'.repeat(61))],
  ['an image', bundle(`r.example/${'a'.repeat(240)}`, 'image', 'https://slsa.dev/provenance/v1')],
  ['a folder that would be made', bundle('a'), `file:out/${'b'.repeat(300)}`],
  ['a path of too many parts', bundle('a'), `file:${'deep/'.repeat(900)}`],
])('before anything is signed a name is found to be too long: %s', async (_, one, to = 'file:') => {
  const { code, message } = await check(one, to)
  expect([code, message]).toEqual(['EVIDENCE_WRITE_FAILED', expect.stringContaining('longer than')])
  expect(readdirSync(root)).toEqual([])
})

test.each(['a'.repeat(255 - '.sigstore.json'.length), '語'.repeat(80), '😀'.repeat(60), 'é'])(
  'before anything is signed the longest names pass, and nothing is left of the trial: %s',
  async (name) => {
    const destination = parseFileDestination('file:', root, 'push-to')
    const one = bundle(name)
    await folderStore(destination).plan([one])
    expect(readdirSync(root)).toEqual([])
    await folderStore(destination).put([one])
    expect(readdirSync(root)).toHaveLength(1)
  },
)

test('before anything is signed a trial tells what the file system answers', async () => {
  expect(await outcome(tryPlacing(root, 'a'.repeat(256)))).toBe('ENAMETOOLONG')
  expect(await outcome(tryPlacing(root, '😀'.repeat(64)))).toBe('ENAMETOOLONG')
  expect(await outcome(tryPlacing(root, 'a'.repeat(255)))).toBe('placed')
  expect(await outcome(tryPlacing(at('absent'), 'a'))).toBe('ENOENT')
  expect(readdirSync(root)).toEqual([])
})

test('before anything is signed what stands there is told as such, a link to nothing too', async () => {
  symlinkSync('nowhere', at('app.sigstore.json'))
  expect(
    await codeOf(() => folderStore(parseFileDestination('file:', root, 'push-to')).plan([bundle('app')])),
  ).toBe('EVIDENCE_EXISTS')
  expect(existsSync(at('nowhere'))).toBe(false)
})

const hasCompiler = spawnSync('cc', ['--version']).status === 0 && process.platform === 'linux'

const describeOnLinux = hasCompiler ? describeWithCases : describe.skip

describeOnLinux('a process for which there are no hard links', () => {
  test('writes its bundles, and replaces none', () => {
    const library = at('nolink.so')
    execFileSync('cc', ['-shared', '-fPIC', '-o', library, casePath('16-nolink/nolink.c')])
    const script = `
      import { linkSync, readdirSync, writeFileSync } from 'node:fs'
      import { folderStore, parseFileDestination } from '@open-claw/files'
      const bundle = { json: 'whole', subjects: [{ name: 'app', digest: 'd', source: 'file' }] }
      const store = folderStore(parseFileDestination('file:', ${JSON.stringify(at('w'))}, 'push-to'))
      writeFileSync(${JSON.stringify(at('a'))}, '')
      try { linkSync(${JSON.stringify(at('a'))}, ${JSON.stringify(at('b'))}) } catch (error) { console.log(error.code) }
      await store.plan([bundle])
      await store.put([bundle])
      for (const act of [store.plan, store.put]) await act([bundle]).catch((error) => console.log(error.code))
    `
    mkdirSync(at('w'))
    const child = spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', script], {
      env: { ...process.env, LD_PRELOAD: library, NODE_OPTIONS: '' },
      encoding: 'utf8',
    })
    expect([child.stderr, child.stdout.split('\n')]).toEqual([
      '',
      [expect.stringMatching(/^(?:EOPNOTSUPP|ENOTSUP)$/), 'EVIDENCE_EXISTS', 'EVIDENCE_EXISTS', ''],
    ])
    expect([readdirSync(at('w')), readFileSync(at('w/app.sigstore.json'), 'utf8')]).toEqual([
      ['app.sigstore.json'],
      'whole',
    ])
  })
})
