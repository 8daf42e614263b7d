// A gate that verifies `dist/**` and a step that deploys `dist` must mean the same files.
import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { selectDeployment } from '@open-claw/files'
import { codeOf, refusal } from '../../support/errors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let root = ''
const put = (...names: string[]): void => {
  for (const name of names) {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), name)
  }
}
const deploy = (artifacts: readonly string[], known: readonly string[] = []) =>
  selectDeployment(
    root,
    { artifacts, images: [], checksums: undefined, announced: [] },
    known.map((name) => join(root, name)),
  )
const check = (...patterns: string[]) => codeOf(() => deploy(patterns))
const names = async (...patterns: string[]) => (await deploy(patterns)).files.map(({ name }) => name)
beforeEach(() => {
  root = temporaryFolder('folders')
  put('dist/app.js', 'dist/sub/b.js', '.git/config', '.env', 'package.json')
})

test.each(['dist/.htaccess', 'dist/sub/.x', 'dist/.well-known/a.js', 'dist/sub/.a/b/.c/d.js'])(
  'what a pattern passes over is refused: %s',
  async (name) => {
    expect(await check('dist/**')).toBe('no error')
    put(name)
    expect(await check('dist/**')).toBe('ARTIFACT_REFUSED')
    expect(await check('dist/app.js', 'dist/**')).toBe('ARTIFACT_REFUSED')
  },
)

test.each(['!dist/*.txt', '!dist/{x,y}.txt', '!dist/?.txt', '!dist/**/*.txt'])(
  'what a pattern passes over a pattern that excludes files passes over no folder of such a name: %s',
  async (line) => {
    put('dist/x.txt')
    expect(await check('dist/*.js', '!dist/sub', line)).toBe('no error')
    put('dist/y.txt/evil.js')
    expect(await check('dist/*.js', '!dist/sub', line)).toBe('ARTIFACT_REFUSED')
    expect(await check('dist/*.js', '!dist/sub', line, '!dist/y.txt')).toBe('no error')
    expect(await check('dist/*.js', '!dist/sub', line, '!dist/*.txt/**')).toBe('no error')
  },
)

test('what a pattern passes over nor a link to one', async () => {
  symlinkSync('../.git', join(root, 'dist/x.txt'))
  expect(await check('dist/*.js', '!dist/sub', '!dist/*.txt')).toBe('ARTIFACT_REFUSED')
})

test.each([
  ['dist/.a.js', 'dist/*.js'],
  ['dist/.a.js', 'dist/**/*.js'],
  ['dist/.x/a.js', 'dist/**/*.js'],
  ['dist/.x/y/a.js', 'dist/**/a*.*'],
  ['dist/.a', 'dist/?*'],
  ['dist/.a', 'dist/[!x]*'],
  ['dist/.a', 'dist/{*,x}'],
  ['dist/.a', 'dist/{*.js,*.mjs}'],
  ['dist/.a', 'dist/@(*.js)'],
  ['dist/.a', '{dist,other}/*.js'],
  ['dist/.a', '*/app.js'],
  ['dist/.htaccess', 'dist/*.js'],
  ['dist/evil.php', 'dist/*.js'],
  ['dist/sub/evil.php', 'dist/*.js'],
  ['dist/sub/evil.php', 'dist/*'],
  ['dist/deep/er/evil.js', 'dist/*.js'],
])('what a pattern passes over is refused: %s, under %s', async (name, pattern) => {
  expect(await check(pattern, '!dist/sub/**')).toBe('no error')
  put(name)
  expect(await check(pattern)).toBe('ARTIFACT_REFUSED')
})

test('what a pattern passes over abuse case 4: is refused: the files of a folder that a pattern matched beside a file elsewhere', async () => {
  put('other/x.js')
  expect(await check('{dist/s*,other/x.js}')).toBe('ARTIFACT_REFUSED')
  expect(await names('{dist/s*,other/x.js}', 'dist/sub/b.js')).toEqual(['dist/sub/b.js', 'other/x.js'])
})

test('what a pattern passes over abuse cases 2, 3 and 4: is refused: a linked folder, a link, a pipe', async () => {
  mkdirSync(join(root, 'elsewhere'))
  put('elsewhere/evil.js')
  const drop: [string, () => void][] = [
    ['linked folder', () => symlinkSync('../elsewhere', join(root, 'dist/lib'))],
    ['linked folder, deeper', () => symlinkSync('../../elsewhere', join(root, 'dist/sub/lib'))],
    ['link out', () => symlinkSync('/etc', join(root, 'dist/etc'))],
    ['link to nothing', () => symlinkSync('nowhere', join(root, 'dist/gone'))],
    ['pipe', () => execFileSync('mkfifo', [join(root, 'dist/pipe')])],
  ]
  for (const [what, make] of drop) {
    root = temporaryFolder('folders')
    put('dist/app.js', 'dist/sub/b.js', 'elsewhere/evil.js')
    make()
    for (const patterns of [['dist/**/*.js'], ['dist/*.js', 'dist/sub/*.js'], ['dist/**']])
      expect([what, patterns, await check(...patterns)]).toEqual([what, patterns, 'ARTIFACT_REFUSED'])
  }
})

test('what a pattern passes over may be excluded by its name or with its folder, a link too', async () => {
  put('dist/.htaccess', 'dist/.cache/x', 'dist/read.me', 'dist/docs/a/b.md')
  symlinkSync('/etc', join(root, 'dist/etc'))
  const rest = ['!dist/.cache', '!dist/read.me', '!dist/docs', '!dist/etc', '!dist/sub']
  expect(await names('dist/*.js', 'dist/.htaccess', ...rest)).toEqual(['dist/.htaccess', 'dist/app.js'])
  expect(await check('dist/*.js', '!dist/.*', ...rest)).toBe('no error')
  expect(await check('dist/*.js', ...rest)).toBe('ARTIFACT_REFUSED')
  const all = ['!dist/.htaccess', ...rest]
  for (const line of all)
    expect([line, await check('dist/*.js', ...all.filter((one) => one !== line))]).toEqual([
      line,
      'ARTIFACT_REFUSED',
    ])
})

test('what a pattern passes over is not the folder of files that are named one by one', async () => {
  put('dist/.htaccess', 'dist/app[1].js')
  expect(await names('dist/app.js', 'dist/app[1].js')).toEqual(['dist/app.js', 'dist/app[1].js'])
})

test('what a pattern passes over is what the step reads for its other inputs, and nothing else', async () => {
  put('dist/app.js.sigstore.json', 'dist/sums')
  const patterns = ['dist/*.js', '!dist/sub']
  const known = ['dist/app.js.sigstore.json', 'dist/sums']
  expect((await deploy(patterns, known)).files).toHaveLength(1)
  expect(await codeOf(() => deploy(patterns, known.slice(1)))).toBe('ARTIFACT_REFUSED')
})

test('what a pattern passes over is told by name: the first ones, and how many more', async () => {
  put('dist/1', 'dist/2', 'dist/3', 'dist/4', 'dist/sub/5\u202e')
  const { message } = await refusal(() => deploy(['dist/*.js']))
  expect(message).toContain('"dist/1", "dist/2", "dist/3" and 3 more')
  expect((await refusal(() => deploy(['dist/sub/*.js']))).message).toContain('5\\u{202e}')
})

test('what a pattern passes over the workspace itself is a folder too', async () => {
  put('tool.tgz')
  expect(await check('*.tgz')).toBe('ARTIFACT_REFUSED')
  expect(await check('**')).toBe('ARTIFACT_REFUSED')
  expect(await names('*.tgz', '!.git', '!.env', '!dist', '!package.json')).toEqual(['tool.tgz'])
})

test('what a pattern passes over a folder that is excluded while its files are selected is no exclusion', async () => {
  expect(await check('dist/**', '!dist/sub')).toBe('INPUT_INVALID')
  expect(await names('dist/**', '!dist/sub/**')).toEqual(['dist/app.js'])
})
