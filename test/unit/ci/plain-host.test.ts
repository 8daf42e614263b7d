// A command line as a host: what it prints where, and that no answer is lost without a word.
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { printable } from '@open-claw/core'
import { withInputs } from '@open-claw/ci'
import { codeOf } from '../../support/errors.ts'
import { toolHost } from '../../support/host.ts'

let out = ''
let masked = ''
beforeEach(() => {
  out = ''
  masked = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    masked += String(text)
    return true
  })
})
afterEach(() => {
  jest.restoreAllMocks()
  delete process.env['GITHUB_ACTIONS']
  delete process.env['GITHUB_EVENT_NAME']
})

function speaking() {
  const said: string[] = []
  return { said, host: toolHost('/folder', (text) => void said.push(text)) }
}

test('lines go to stderr, one line each, and none is a command', () => {
  const { said, host } = speaking()
  host.log(printable('::error::x'))
  host.progress(printable('a\nb ##[error]'))
  host.annotate('warning', 'TITLE', printable('::add-mask::y'))
  host.debug(printable('z'))
  expect(said).toEqual([
    ': :error::x\n',
    'a\\u{a}b ## [error]\n',
    'warning: TITLE: ::add-mask::y\n',
    'debug: z\n',
  ])
  expect(out).toBe('')
})

test('inputs are the options, trimmed; there are none beside them', () => {
  const { host } = speaking()
  process.env['INPUT_KEY'] = 'of an action'
  const given = withInputs(host, new Map([['key', ' x ']]))
  expect([host.input('key'), given.input('key'), given.input('absent')]).toEqual(['', 'x', ''])
  delete process.env['INPUT_KEY']
})

test('a value is masked line by line where a runner reads it, and never shown elsewhere', () => {
  const { host } = speaking()
  host.mask('one\r\ntwo%\n\n')
  expect([out, masked]).toEqual(['', ''])
  process.env['GITHUB_ACTIONS'] = 'true'
  host.mask('one\r\ntwo%\n\n')
  expect([out, masked]).toEqual(['', '::add-mask::one\n::add-mask::two%25\n'])
})

test('variables for later steps are refused, since there are none', async () => {
  const { host } = speaking()
  expect(await codeOf(() => host.exportVariables({ A: 'secret' }))).toBe('RUNNER_CONTRACT')
  expect([host.announced(), host.announce([]), host.watchAnswers()()]).toEqual([[], false, []])
})

test('at a keyboard no event started it, so that none is refused', () => {
  const { host } = speaking()
  expect([host.event(), host.admitEvent([]), host.workspace()]).toEqual([undefined, undefined, '/folder'])
})
