// What to do is said once, as the remedy: a message that gives advice too would give it twice, or another.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'

const IMPERATIVES = [
  'use', 'set', 'name', 'write', 'add', 'check', 'correct', 'choose', 'remove', 'run', 'give', 'grant', 'pass',
  'store', 'review', 'compare', 'get', 'put', 'sign', 'split', 'rename', 'raise', 'lower', 'enable', 'pin', 'state',
  'find', 'look', 'make', 'leave', 'take', 'try', 'ask', 'wait', 'exclude', 'start', 'update', 'install', 'build',
  'deploy', 'drop', 'see', 'do not', 'select', 'save', 'define',
] // prettier-ignore
/** In the middle of a message, or as the whole of it. */
const ADVICE = new RegExp(`(?:[.;:] |^[^'"\`]*(?:'[A-Z_]+', *)?['"\`])(?:${IMPERATIVES.join('|')})\\b`, 'i')
const REFERENCE = /the message (?:says|names|shows)/

/** What makes an error: the class, and the functions of files that make many of one code. */
const MAKERS = /(?<!function )\b(?:new ClawError|invalid|refuse|missing|unfit)\(/

/** The arguments of each maker of an error in `source`, up to a remedy. */
function messages(source: string): string[] {
  return source
    .split(MAKERS)
    .slice(1)
    .map((rest) => {
      let depth = 1
      const end = Array.from(rest).findIndex((letter) => {
        depth += letter === '(' ? 1 : letter === ')' ? -1 : 0
        return depth === 0
      })
      return rest
        .slice(0, end)
        .replace(/\{\s*(?:cause[^,}]*,\s*)?remedy\b[^]*$/, '')
        .replaceAll(/\s+/g, ' ')
    })
}

const SOURCES = ['packages/*/src/**/*.ts', 'actions/*/src/**/*.ts']
  .flatMap((pattern) => globSync(pattern))
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.startsWith('packages/sandbox/'))
  .map((path) => [path, messages(readFileSync(path, 'utf8'))] as const)
  .filter(([, found]) => found.length > 0)

test.each(SOURCES)('%s gives no advice in a message', (_, found) => {
  expect(found.filter((text) => ADVICE.test(text) || REFERENCE.test(text))).toEqual([])
})

describe('advice is seen', () => {
  test.each([
    "new ClawError('A', 'Input x is empty. Set it.')",
    'new ClawError(\n  code,\n  `Input ${f(x)}: wrong; use another.`,\n)',
    "new ClawError('A', 'Input x: name one file.', { cause })",
    "new ClawError('A', 'It failed; the message says why.')",
    'throw invalid(place, `it is no name; write ${form}.`)',
    "throw missing('Input x is empty. Name it')",
    "new ClawError('A', 'Set x, or y to use what is there.')",
    'new ClawError(\n  \'A\',\n  `The attestors "${x}" have the same key; define one.`,\n)',
  ])('%s', (source) => {
    expect(messages(source).some((text) => ADVICE.test(text) || REFERENCE.test(text))).toBe(true)
  })
  test.each([
    "new ClawError('A', 'Input x is empty.', { remedy: 'Set it. Do.' })",
    "new ClawError('A', 'The set of x. Its name: seen.', { cause, remedy: `Use ${y}.` })",
  ])('and not in %s', (source) => {
    expect(messages(source).some((text) => ADVICE.test(text))).toBe(false)
  })
})
