// Several stores at once: what a second one would add to the first.
import { describe, expect, test } from '@jest/globals'
import { secretRequestParser, storeByScheme, type SecretStore } from '@open-claw/secrets'
import type { SecretGrammar } from '../../../packages/secrets/src/reference.ts'
import { refusal } from './codes.ts'

interface Shelf {
  readonly scheme: 'shelf'
  readonly board: string
  readonly version: string
}
interface Drawer {
  readonly scheme: 'drawer'
  readonly number: number
  readonly version: string
}

const SHELVES: SecretGrammar<Shelf> = {
  scheme: 'shelf',
  form: 'board/version',
  withoutScheme: 'board:',
  parsePath: (path) => {
    const [, board, version] = /^([a-z]+)\/([0-9]+|latest)$/.exec(path) ?? []
    return board === undefined || version === undefined ? undefined : { scheme: 'shelf', board, version }
  },
}
const DRAWERS: SecretGrammar<Drawer> = {
  scheme: 'drawer',
  form: 'a number',
  withoutScheme: undefined,
  parsePath: (path) =>
    /^[0-9]+$/.test(path) ? { scheme: 'drawer', number: Number(path), version: '1' } : undefined,
}

const parse = secretRequestParser<Shelf | Drawer>([SHELVES, DRAWERS])

describe('a reference is read by the grammar of its scheme', () => {
  test('each into what its store names', () => {
    expect(
      parse(['A = shelf://top/3#/x', 'B = drawer://7'], 'secrets').map(({ reference }) => reference),
    ).toEqual([
      { scheme: 'shelf', board: 'top', version: '3', pointer: ['x'] },
      { scheme: 'drawer', number: 7, version: '1', pointer: [] },
    ])
  })
  test('and by no other', () => {
    expect(refusal(() => parse(['A = drawer://top/3'], 'secrets'))).toBe('SECRET_REFERENCE_INVALID')
    expect(() => parse(['A = drawer://top/3'], 'secrets')).toThrow('"top/3" is not a number.')
  })
  test('and a scheme that is not known is answered with those that are', () => {
    expect(() => parse(['A = chest://1'], 'secrets')).toThrow(
      'the scheme "chest" is not known; there is shelf, drawer.',
    )
  })
  test('and what lacks the scheme alone is answered with it', () => {
    expect(() => parse(['A = board:top'], 'secrets')).toThrow(
      expect.objectContaining({ remedy: 'Write shelf://board:top.' }),
    )
  })
})

test('the store of a scheme is opened once, when the first of its secrets is asked for', async () => {
  const opened: string[] = []
  const holding = <V>(name: string, value: (version: V) => string) => ({
    open: (owner: string): SecretStore<V> => {
      opened.push(`${name} of ${owner}`)
      return { reveal: async (version) => ({ bytes: Buffer.from(value(version)), version: '1' }) }
    },
  })
  const store: SecretStore<Shelf | Drawer> = storeByScheme<{ shelf: Shelf; drawer: Drawer }, string>(
    {
      shelf: holding('shelf', ({ board }) => `on the ${board} board`),
      drawer: holding('drawer', ({ number }) => `in drawer ${number}`),
    },
    'the owner',
  )
  expect(opened).toEqual([])
  const [first, second] = parse(['A = drawer://7', 'B = drawer://8'], 'secrets')
  if (first === undefined || second === undefined) throw new Error('no request')
  expect(String((await store.reveal(first.reference)).bytes)).toBe('in drawer 7')
  expect(String((await store.reveal(second.reference)).bytes)).toBe('in drawer 8')
  expect(opened).toEqual(['drawer of the owner'])
})
