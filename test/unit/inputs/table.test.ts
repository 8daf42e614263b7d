// What holds for every row of the table.
import { describe, expect, test } from '@jest/globals'
import { actionInputs, type ActionName } from '@open-claw/inputs'
import { CREDENTIAL_SETS } from '@open-claw/wiring'
import { inputHost } from '../../support/input-host.ts'
import { givenInputs } from '../../../packages/inputs/src/reader.ts'

const ACTIONS: readonly ActionName[] = [
  'sign-and-attest',
  'sign-artifact',
  'attach-provenance',
  'verify-before-deploy',
  'inject-secret',
]
const facts = ACTIONS.flatMap((action) => actionInputs(action, CREDENTIAL_SETS))

describe.each(ACTIONS)('%s', (action) => {
  const own = actionInputs(action, CREDENTIAL_SETS)
  test('has each input once', () => {
    expect(new Set(own.map(({ name }) => name)).size).toBe(own.length)
  })
  test('has no inputs but those of its rows', () => {
    const given = givenInputs(inputHost(action, {}), own)
    expect(() => given('private-key')).toThrow('private-key')
  })
})

test('needs are on inputs that some action has, and their values are among the choices of a choice', () => {
  const known = new Map(facts.map((fact) => [fact.name, fact]))
  const conditions = facts.flatMap(({ needs = [] }) => needs.flatMap(({ oneOf }) => oneOf))
  const wrong = conditions.filter(({ input, is = [], not = [] }) => {
    const other = known.get(input)
    return (
      other === undefined ||
      (other.type === 'choice' && [...is, ...not].some((value) => other.choices?.includes(value) !== true))
    )
  })
  expect([conditions.length > 0, wrong]).toEqual([true, []])
})
test('a default is one of the choices, and a choice has some', () => {
  const wrong = facts.filter(
    ({ type, choices = [], default: value }) =>
      (type === 'choice' || type === 'boolean') &&
      (choices.length < 2 || (value !== undefined && !choices.includes(value))),
  )
  expect(wrong).toEqual([])
})
test('a secret is no option: arguments are there for all to read', () => {
  expect(facts.filter(({ secret, option }) => secret === true && option !== undefined)).toEqual([])
})
