// The runner's own cases for the files that a step writes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  declareArtifacts,
  keyValues,
  parseArtifacts,
  parsePaths,
  type ParsedArtifact,
} from '../../support/file-commands.ts'
import { describeWithOracles, oracle } from '../../support/oracles.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const vectors = oracle('runner/runner-vectors.json')
const pairs: any[] = vectors?.file_commands_GITHUB_OUTPUT_ENV_STATE ?? []
const artifacts: any[] = vectors?.GITHUB_ARTIFACTS ?? []
/** Made where the file is collected: the refusal belongs to GITHUB_ENV alone, and is tested with the harness. */
const isEnvironmentOnly = ({ name }: any): boolean => name === 'env_blocklist_node_options'
/** The vectors describe some errors rather than quote them: what they quote, without case. */
const quoted = (error: string): RegExp =>
  new RegExp(/line \d+|unsupported URI scheme|conflicting digest/i.exec(error)?.[0] ?? error, 'i')

/** What one step declares, after what the job declared before. */
function declare(content: string, job = new Map<string, ParsedArtifact>(), workspace = '/nowhere') {
  declareArtifacts(parseArtifacts(content, workspace), job)
  return job
}

describeWithOracles('the runner’s own vectors', () => {
  test.each<any>(pairs.filter((vector) => vector.expected !== null && !isEnvironmentOnly(vector)))(
    'key and value files: $name',
    ({ content, expected }) => {
      expect(Object.fromEntries(keyValues(content))).toEqual(expected)
    },
  )

  test.each<any>(pairs.filter(({ expected }) => expected === null))(
    'key and value files: $name is refused',
    ({ content, error }) => {
      expect(() => [...keyValues(content)]).toThrow(error)
    },
  )

  const read = (lines: string[]) =>
    Object.fromEntries(
      [...declare(lines.join('\n'))].map(([name, { digest, kind }]) => [name, [digest, kind]]),
    )

  test.each<any>(artifacts.filter(({ expected }) => expected !== null))(
    'artifacts file: $name',
    ({ lines, expected }) => {
      expect(read(lines)).toEqual(expected)
    },
  )

  test.each<any>(artifacts.filter(({ expected }) => expected === null))(
    'artifacts file: $name is refused',
    ({ lines, error }) => {
      expect(() => read(lines)).toThrow(quoted(error))
    },
  )

  test('every vector is used', () => {
    expect([pairs.length, artifacts.length]).toEqual([12, 15])
  })
})

describe('key and value files', () => {
  test('pairs before a malformed line hold, as the runner sets them one by one', () => {
    const values = keyValues('A=1\nJUSTTEXT\nB=2\n')
    expect(values.next().value).toEqual(['A', '1'])
    expect(() => values.next()).toThrow('Invalid format')
  })

  test.each([
    ['no name', '=x\n'],
    ['no name of a block', '<<EOF\nx\nEOF\n'],
    ['no delimiter', 'A<<\nx\n'],
    ['a block that never ends', 'A<<EOF\nx\n'],
    ['a delimiter with a carriage return', 'A<<EOF\nx\nEOF\r\n'],
  ])('%s is refused', (_, content) => {
    expect(() => [...keyValues(content)]).toThrow(/Invalid/)
  })

  test('a value with the delimiter in it ends early: what random delimiters are for', () => {
    expect(Object.fromEntries(keyValues('A<<EOF\nx\nEOF\nB=forged\nEOF=\n'))).toEqual({
      A: 'x',
      B: 'forged',
      EOF: '',
    })
  })

  test('a carriage return in a value is kept', () => {
    expect([...keyValues('A<<EOF\nx\r\ny\nEOF\n')]).toEqual([['A', 'x\r\ny']])
  })
})

const DIGEST = `sha256:${'a'.repeat(64)}`
const image = (name: string): string => `registry.example/${name}@${DIGEST}`

const workspaceWith = (...names: string[]): string => {
  const folder = temporaryFolder('workspace')
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), name)
  }
  return folder
}

test('artifacts and paths the limit of 500 counts what the job announced before, and nothing twice', () => {
  const most = declare(Array.from({ length: 499 }, (_, n) => image(`i${n}`)).join('\n'))
  expect(declare(`${image('i0')}\n${image('x')}`, most).size).toBe(500)
  expect(() => declare(`${image('x')}\n${image('y')}`, most)).toThrow('line 2: a job declares at most 500')
})

test('artifacts and paths a digest that an earlier step announced otherwise is a conflict', () => {
  const first = declare(image('x'))
  expect(() => declare(image('x').replace('aaaa', 'bbbb'), first)).toThrow('Conflicting')
})

test('artifacts and paths a file is known by the last part of its path: two folders are in conflict', () => {
  const workspace = workspaceWith('linux/app', 'mac/app')
  expect([...declare('file://linux/app', new Map(), workspace).keys()]).toEqual(['app'])
  expect(() => declare('linux/app\nmac/app', new Map(), workspace)).toThrow('line 2: Conflicting digest')
})

test('artifacts and paths a malformed line refuses the whole file, a conflict only what follows it', () => {
  const job = new Map<string, ParsedArtifact>()
  expect(() => declare(`${image('x')}\na=b`, job)).toThrow('line 2')
  expect(job.size).toBe(0)
  expect(() => declare(`${image('x')}\n${image('x').replace('aaaa', 'bbbb')}`, job)).toThrow('line 2')
  expect(job.size).toBe(1)
})

test.each(['folder', 'file://', 'absent', 'ftp://x/y', `oci://registry.example/x@sha256:${'a'.repeat(63)}`])(
  'artifacts and paths %s is refused',
  (line) => {
    expect(() => declare(line, new Map(), workspaceWith('folder/x'))).toThrow('line 1')
  },
)

test('artifacts and paths a file over 1 MiB is refused', () => {
  expect(() => parseArtifacts('#'.repeat(1024 * 1024 + 1), '/nowhere')).toThrow('too large')
})

test('artifacts and paths blank lines are no folders', () => {
  expect(parsePaths('\n/a\r\n\n/b')).toEqual(['/a', '/b'])
})
