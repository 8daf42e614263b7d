import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { workspace } from '../../../packages/ci/src/github/environment.ts'
import {
  annotate,
  exportVariables,
  log,
  maskValue,
  setOutputs,
} from '../../../packages/ci/src/github/commands.ts'
import { appendSummary } from '../../../packages/ci/src/github/summary.ts'
import { codeOf } from '../../support/errors.ts'
import { keyValues } from '../../support/file-commands.ts'
import { createRunnerMasker } from '../../support/runner-masker.ts'
import { readStepOutput } from '../../support/stdout-commands.ts'
import { variableFiles, capturedOutput } from '../../support/step-output.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder('environment')
const file = variableFiles(folder)
const printed = capturedOutput()

describe('answers to the runner', () => {
  test('abuse case 89: outputs survive every content, and none can make another', () => {
    const path = file('GITHUB_OUTPUT')
    const hostile = 'x\nghadelimiter_0\nother=1\nA<<B\n::set-output name=x::y\r\n%0A'
    setOutputs({ one: hostile, two: '', three: 'plain' })
    expect(Object.fromEntries(keyValues(readFileSync(path, 'utf8')))).toEqual({
      one: hostile,
      two: '',
      three: 'plain',
    })
    file('GITHUB_ENV')
    exportVariables({ A: hostile })
    expect(new Map(keyValues(readFileSync(join(folder, 'GITHUB_ENV'), 'utf8'))).get('A')).toBe(hostile)
  })

  test.each(['a=b', 'a\nb', 'a<<b', '', ' a', '1a'])('the output name %j is refused', async (name) => {
    file('GITHUB_OUTPUT')
    expect(await codeOf(() => setOutputs({ [name]: 'x' }))).toBe('INTERNAL')
    expect(readFileSync(join(folder, 'GITHUB_OUTPUT'), 'utf8')).toBe('')
  })

  test('without the file there is an error, never silence', async () => {
    for (const value of ['', join(folder, 'absent')]) {
      process.env['GITHUB_OUTPUT'] = value
      expect(await codeOf(() => setOutputs({ a: 'x' }))).toBe('RUNNER_CONTRACT')
    }
    process.env['GITHUB_WORKSPACE'] = ''
    expect(await codeOf(() => workspace())).toBe('RUNNER_CONTRACT')
  })

  test('a mask covers every line, and cannot end its own command', () => {
    maskValue('first-line\r\nsecond%0A-line\n\n::warning::x')
    const masker = createRunnerMasker()
    const shown = readStepOutput(`${printed()}\nfirst-line second%0A-line ::warning::x`.split('\n'), masker)
    expect([shown.annotations, shown.log.includes('first-line'), shown.log.includes('second')]).toEqual([
      [],
      false,
      false,
    ])
  })

  test('abuse case 107: an annotation cannot begin another command', () => {
    annotate('error', 'TITLE', 'x\n::add-mask::y\r\n::set-output name=a::b')
    expect(printed().trimEnd().split('\n')).toHaveLength(1)
    expect(readStepOutput(printed().split('\n'), createRunnerMasker()).annotations).toEqual([
      { level: 'error', title: 'TITLE', message: 'x\n::add-mask::y\r\n::set-output name=a::b' },
    ])
  })
})

describe('summaries', () => {
  test('over 1 MiB it is cut at the end of a line, and the step goes on', () => {
    const path = file('GITHUB_STEP_SUMMARY')
    appendSummary(Array.from({ length: 40_000 }, (_, index) => `| row ${index} | ä |`.padEnd(40)).join('\n'))
    const text = readFileSync(path, 'utf8')
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024)
    expect(text).toMatch(/\| ä \|\s*\n\n… cut/)
  })
})

describe('the log', () => {
  test('a long line is whole, since what to do stands at its end', () => {
    const line = `${'a reason of a denial, '.repeat(30)}and what to do.`
    log(line)
    expect(printed()).toBe(`${line}\n`)
  })
  test.each([
    '::add-mask::x',
    '  ::error::x',
    '##[error]x',
    'file ##[add-mask]x',
    'a\n::error::x',
    'a\r::error::x',
  ])('abuse case 107: %j is one line and no command', (line) => {
    log(line)
    const { annotations, log: shown } = readStepOutput(printed().split('\n'), createRunnerMasker())
    expect([annotations, shown.trim().split('\n').length, createRunnerMasker().mask('x')]).toEqual([
      [],
      1,
      'x',
    ])
    expect(shown).not.toMatch(/^\s*::|##\[/)
  })
})
