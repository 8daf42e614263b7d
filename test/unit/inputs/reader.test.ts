// Reading one input: its value or its default, its lines, one of its choices.
import { expect, test } from '@jest/globals'
import { requiredInput, type InputFact } from '@open-claw/core'
import { givenInputs, inputChoice, inputLines } from '../../../packages/inputs/src/reader.ts'
import { codeOf } from '../../support/errors.ts'

const LIST = { name: 'list', type: 'list', description: 'x' } as const satisfies InputFact
const CHOICE = {
  name: 'choice',
  type: 'choice',
  description: 'x',
  choices: ['x', 'y'],
  default: 'y',
} as const satisfies InputFact
const FACTS: readonly InputFact[] = [{ name: 'a-b', type: 'text', description: 'x' }, LIST, CHOICE]

const given = (values: Readonly<Record<string, string>>) =>
  givenInputs({ input: (name) => (values[name] ?? '').trim(), mask: () => undefined }, FACTS)

test('values, defaults, lists', () => {
  const some = given({ 'a-b': '  x ', list: ' one \r\n\n two\n' })
  const none = given({})
  expect([
    requiredInput(some, 'a-b'),
    none('a-b'),
    inputLines(some, LIST),
    inputLines(none, LIST),
    inputChoice(none, CHOICE),
  ]).toEqual(['x', undefined, ['one', 'two'], [], 'y'])
})

test.each(['X', 'x,y', 'z', 'x\ny'])('the choice %j is an error', async (value) => {
  expect(await codeOf(() => inputChoice(given({ choice: value }), CHOICE))).toBe('INPUT_INVALID')
})

test.each(['', '   ', '\n'])('the required value %j is missing', async (value) => {
  expect(await codeOf(() => requiredInput(given({ 'a-b': value }), 'a-b'))).toBe('INPUT_MISSING')
})
