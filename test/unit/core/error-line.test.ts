// The one form in which an error is told, over every code that there is.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { ClawError, errorAddress, errorLine, ERRORS, toldError, type ErrorCode } from '@open-claw/core'
import { REASONS } from '@open-claw/policy'

const isCode = (name: string): name is ErrorCode => Object.hasOwn(ERRORS, name)
const CODES = Object.keys(ERRORS).filter(isCode)
const HEADINGS = new Set(
  [...readFileSync('docs/errors.md', 'utf8').matchAll(/^### (\w+)$/gm)].map(([, name = '']) =>
    name.toLowerCase(),
  ),
)

describe.each(CODES)('%s', (code) => {
  const line = errorLine(new ClawError(code, 'Input x: it failed.'))
  test('is told with its code first and its address last', () => {
    const address = `https://github.com/open-claw/open-claw/blob/main/docs/errors.md#${code.toLowerCase()}`
    expect(line).toBe(`${code}: Input x: it failed. ${ERRORS[code].remedy} ${address}`)
  })
  test('has one sentence of what to do, which refers to no other text', () => {
    const { remedy } = ERRORS[code]
    expect(remedy).toMatch(/^[A-Z][^]*\.$/)
    expect(remedy).not.toMatch(/[.!?] [A-Z]/)
    expect(remedy).not.toMatch(/the message|says why|as (?:said|named) above/i)
  })
  test('has a heading where its address leads', () => {
    expect([...HEADINGS]).toContain(errorAddress(code).split('#')[1])
  })
})

test.each(Object.keys(REASONS))('the reason %s has a heading where its address leads', (code) => {
  expect([...HEADINGS]).toContain(errorAddress(code).split('#')[1])
})

describe('a remedy of its own', () => {
  const error = new ClawError('INPUT_INVALID', 'Input shell: "tcsh" is no shell.', {
    remedy: 'Write bash.',
    cause: 'kept',
  })
  test('takes the place of the one of the code', () => {
    expect(errorLine(error)).toContain('is no shell. Write bash. https://')
    expect(errorLine(error)).not.toContain(ERRORS.INPUT_INVALID.remedy)
  })
  test('leaves the cause alone', () => {
    expect(error.cause).toBe('kept')
  })
})

describe('nothing in an error ends its line or begins a command', () => {
  test.each([
    ['a line break', 'a\n::error::b', 'a\\u{a}::error::b'],
    ['a carriage return', 'a\r::set-output name=x::y', 'a\\u{d}::set-output'],
    ['a separator of lines', 'a\u2028b', 'a\\u{2028}b'],
    ['a colour', 'a\u001b[31mb', 'a\\u{1b}[31mb'],
    ['a bidirectional override', 'a\u202eb', 'a\\u{202e}b'],
    ['an old form of commands', 'a##[error]b', 'a## [error]b'],
  ])('%s', (_, text, shown) => {
    const error = new ClawError('INTERNAL', text, { remedy: text })
    expect(errorLine(error)).toContain(shown)
    expect(toldError(error).remedy).toContain(shown)
    expect(errorLine(error)).not.toMatch(/[\n\r\u2028\u001b\u202e]|##\[/)
  })
  test('and what is advised last is not cut', () => {
    const error = new ClawError('INTERNAL', 'x'.repeat(5000))
    expect(errorLine(error)).toMatch(/x{5000} Report it .*#internal$/)
  })
})

test('nothing named is told otherwise than too much', () => {
  expect(ERRORS.SUBJECT_MISSING.remedy).not.toMatch(/fewer|split/)
  expect(ERRORS.SUBJECT_LIMIT.remedy).toMatch(/fewer/)
})
