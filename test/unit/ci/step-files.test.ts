// What a program under a step can do to the files in which the step answers the runner.
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { watchStepFiles } from '../../../packages/ci/src/github/step-files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

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
  folder = temporaryFolder('step-files')
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
test.each(NAMES)('is undone and told a line in %s', (name) => {
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
])('is undone and told %s', (_, change) => {
  const putBack = watchStepFiles()
  change(at('GITHUB_OUTPUT'))
  expect(putBack()).toEqual(['GITHUB_OUTPUT'])
  expect(lstatSync(at('GITHUB_OUTPUT')).isFile()).toBe(true)
  expect(readFileSync(at('GITHUB_OUTPUT'), 'utf8')).toBe('a=1\n')
  expect(existsSync(at('nowhere'))).toBe(false)
})
test('is undone and told a file that was not there', () => {
  unlinkSync(at('GITHUB_ENV'))
  const putBack = watchStepFiles()
  writeFileSync(at('GITHUB_ENV'), 'A=1\n')
  expect(putBack()).toEqual(['GITHUB_ENV'])
  expect(existsSync(at('GITHUB_ENV'))).toBe(false)
})

/** Root may open what nobody may: what locks a user out is tried as one. */
function asUser(run: () => void): void {
  if (process.geteuid?.() !== 0) return run()
  for (const path of [folder, ...NAMES.map(at)]) chownSync(path, 65534, 65534)
  process.seteuid?.(65534)
  try {
    run()
  } finally {
    process.seteuid?.(0)
  }
}

describe('one file that resists does not save the others', () => {
  test.each<readonly [string, (path: string) => void]>([
    ['it is locked', (path) => chmodSync(path, 0)],
    [
      'it is a folder that cannot be emptied',
      (path) => {
        unlinkSync(path)
        mkdirSync(path)
        writeFileSync(join(path, 'x'), '')
        chmodSync(path, 0o500)
      },
    ],
  ])('%s', (_, lock) => {
    asUser(() => {
      const putBack = watchStepFiles()
      lock(at('GITHUB_ENV'))
      appendFileSync(at('GITHUB_PATH'), '/tmp/evil\n')
      expect(putBack()).toEqual(['GITHUB_ENV', 'GITHUB_PATH'])
      expect(['GITHUB_ENV', 'GITHUB_PATH'].map((name) => readFileSync(at(name), 'utf8'))).toEqual(['', ''])
      expect(statSync(at('GITHUB_ENV')).mode & 0o600).toBe(0o600)
    })
  })
  test.each([0, 0o500])('their folder has mode %o', (mode) => {
    asUser(() => {
      const putBack = watchStepFiles()
      appendFileSync(at('GITHUB_PATH'), '/tmp/evil\n')
      chmodSync(folder, mode)
      expect(putBack()).toContain('GITHUB_PATH')
      expect(readFileSync(at('GITHUB_PATH'), 'utf8')).toBe('')
    })
  })
  test('their folder is gone', () => {
    const putBack = watchStepFiles()
    rmSync(folder, { recursive: true })
    expect(putBack()).toEqual(NAMES)
    expect(readFileSync(at('GITHUB_OUTPUT'), 'utf8')).toBe('a=1\n')
  })
  test('what cannot be put back is told', () => {
    const putBack = watchStepFiles()
    rmSync(folder, { recursive: true })
    writeFileSync(folder, '')
    expect(putBack()).toEqual(NAMES.map((name) => `${name} (not put back)`))
  })
  test('a right that was taken is given back, since the action writes its outputs afterwards', () => {
    const putBack = watchStepFiles()
    chmodSync(at('GITHUB_OUTPUT'), 0o400)
    expect(putBack()).toEqual(['GITHUB_OUTPUT'])
    expect(statSync(at('GITHUB_OUTPUT')).mode & 0o600).toBe(0o600)
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
