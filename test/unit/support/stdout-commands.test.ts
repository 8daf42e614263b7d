// Commands in the output of a step, as ActionCommand.cs and ActionCommandManager.cs read them.
import { describe, expect, test } from '@jest/globals'
import { createRunnerMasker } from '../../support/runner-masker.ts'
import { readStepOutput, type StepLog } from '../../support/stdout-commands.ts'

const read = (...lines: string[]): StepLog => readStepOutput(lines, createRunnerMasker())

test.each([
  ['blanks before it', '  ::add-mask::canary-1'],
  ['another case', '::Add-Mask::canary-1'],
  ['the first form', '##[add-mask]canary-1'],
  ['the first form in the middle of a line', 'progress 3% ##[add-mask]canary-1'],
])('commands %s is a command', (_, line) => {
  expect(read(line).masks).toEqual(['canary-1'])
})

test.each([
  ['text before it', 'x ::add-mask::canary-1'],
  ['no end', '::add-mask:canary-1'],
  ['a name that is not known', '::add-masks::canary-1'],
  ['a blank before the name', ':: add-mask::canary-1'],
  ['the first form without its end', '##[add-mask canary-1'],
  ['the first form with a blank', '## [add-mask]canary-1'],
])('commands %s is text', (_, line) => {
  expect(read(line)).toMatchObject({ masks: [], log: line })
})

test('commands properties and data are unescaped once', () => {
  expect(read('::error title=a%2Cb%3Ac%250A,file=x::1%0A2%250A').annotations).toEqual([
    { level: 'error', title: 'a,b:c%0A', message: '1\n2%0A' },
  ])
})

test('commands a value with line breaks is masked as a whole and line by line', () => {
  const { log, masks } = read('::add-mask::canary-1%0Acanary-2', 'canary-2', 'canary-1')
  expect([masks, log]).toEqual([['canary-1\ncanary-2'], '***\n***'])
})

test('commands a blank mask is refused with a warning', () => {
  expect(read('::add-mask:: ').annotations[0]?.level).toBe('warning')
})

test.each(['::set-env name=A::b', '::add-path::/x', '::echo::maybe', '::set-output::x', '::save-state::x'])(
  'commands %s fails the step',
  (line) => {
    expect(read(line)).toMatchObject({ failed: true, outputs: new Map(), state: new Map() })
  },
)

test('commands the deprecated commands for outputs and state still work', () => {
  const { outputs, state } = read('::set-output name=a::1', '::save-state name=b::2')
  expect([[...outputs], [...state]]).toEqual([[['a', '1']], [['b', '2']]])
})

test('commands debug lines show only where debugging is on', () => {
  expect(read('::debug::x').log).toBe('')
  expect(readStepOutput(['::debug::x'], createRunnerMasker(), true).log).toBe('##[debug]x')
})

test('commands echo repeats commands, but never the value of a mask', () => {
  const { log } = read('::echo::on', '::group::g', '::add-mask::canary-1', '::endgroup::')
  expect(log.split('\n')).toEqual([
    '::group::g',
    '##[group]g',
    '::add-mask::***',
    '::endgroup::',
    '##[endgroup]',
  ])
})

describe('stopped commands', () => {
  test.each(['::token::', '##[token]', '  ::TOKEN::'])('%s resumes them', (resume) => {
    expect(read('::stop-commands::token', resume, '::add-mask::canary-1').masks).toEqual(['canary-1'])
  })

  test.each(['::other::', '::stop-commands::other', '::add-mask::token'])('%s does not', (line) => {
    expect(read('::stop-commands::token', line, '::add-mask::canary-1').masks).toEqual([])
  })

  test.each(['', 'pause-logging', 'add-mask', 'Warning'])('"%s" is no end token', (token) => {
    const { failed, masks } = read(`::stop-commands::${token}`, '::add-mask::canary-1')
    expect([failed, masks]).toEqual([true, ['canary-1']])
  })
})
