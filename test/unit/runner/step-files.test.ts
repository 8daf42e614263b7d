// What a program under a step can do to the files in which the step answers the runner.
import {
  appendFileSync,
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { watchStepFiles } from '@open-claw/runner'

const NAMES = [
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
  'GITHUB_ARTIFACTS',
  'GITHUB_ARTIFACTS_LIST',
]
const saved = { ...process.env }
let folder = ''
const at = (name: string): string => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'step-files-'))
  for (const name of NAMES) {
    process.env[name] = at(name)
    writeFileSync(at(name), name === 'GITHUB_OUTPUT' ? 'a=1\n' : '')
  }
})
afterEach(() => {
  process.env = { ...saved }
  rmSync(folder, { recursive: true })
})

// Case 89.
describe('is undone and told', () => {
  test.each(NAMES)('a line in %s', (name) => {
    const putBack = watchStepFiles()
    const before = readFileSync(at(name))
    appendFileSync(at(name), 'LD_PRELOAD=/tmp/x.so\n')
    expect(putBack()).toEqual([name])
    expect(readFileSync(at(name))).toEqual(before)
  })
  test.each<readonly [string, (path: string) => void]>([
    ['a change of the same length', (path) => writeFileSync(path, 'a=2\n')],
    ['a removal', (path) => unlinkSync(path)],
    ['an emptying', (path) => truncateSync(path)],
    ['a growth beyond memory', (path) => truncateSync(path, 8 * 1024 ** 3)],
    [
      'another file in its place',
      (path) => {
        writeFileSync(`${path}.new`, 'b=2\n')
        renameSync(`${path}.new`, path)
      },
    ],
    [
      'a link in its place',
      (path) => {
        unlinkSync(path)
        writeFileSync(at('elsewhere'), 'a=1\n')
        symlinkSync(at('elsewhere'), path)
      },
    ],
    [
      'a dangling link in its place',
      (path) => {
        unlinkSync(path)
        symlinkSync(at('nowhere'), path)
      },
    ],
    [
      'a folder in its place',
      (path) => {
        unlinkSync(path)
        mkdirSync(join(path, 'sub'), { recursive: true })
      },
    ],
    [
      'a write to what it had made read-only',
      (path) => {
        writeFileSync(path, 'x=1\n')
        chmodSync(path, 0o400)
      },
    ],
  ])('%s', (_, change) => {
    const putBack = watchStepFiles()
    change(at('GITHUB_OUTPUT'))
    expect(putBack()).toEqual(['GITHUB_OUTPUT'])
    expect(lstatSync(at('GITHUB_OUTPUT')).isFile()).toBe(true)
    expect(readFileSync(at('GITHUB_OUTPUT'), 'utf8')).toBe('a=1\n')
    expect(existsSync(at('nowhere'))).toBe(false)
  })
  test('a file that was not there', () => {
    unlinkSync(at('GITHUB_ENV'))
    const putBack = watchStepFiles()
    writeFileSync(at('GITHUB_ENV'), 'A=1\n')
    expect(putBack()).toEqual(['GITHUB_ENV'])
    expect(existsSync(at('GITHUB_ENV'))).toBe(false)
  })
})

describe('is left alone', () => {
  test('what did not change, and what is not offered', () => {
    delete process.env['GITHUB_ARTIFACTS']
    process.env['GITHUB_ENV'] = ''
    const putBack = watchStepFiles()
    writeFileSync(at('GITHUB_ARTIFACTS'), 'x')
    readFileSync(at('GITHUB_OUTPUT'))
    expect(putBack()).toEqual([])
    expect(readFileSync(at('GITHUB_ARTIFACTS'), 'utf8')).toBe('x')
  })
})
