import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { isJsonObject, slsaProvenance } from '@open-claw/core'
import { CLAIMS, RUNNER } from '../../support/claims.ts'
import { pageText } from './pages.ts'

describe('docs/dependencies.md', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  )
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const declared = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).toSorted()
  const rows = pageText('docs/dependencies.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((text) => text.trim()))

  test('lists every package of package.json, and no other', () => {
    expect(rows.map((row) => String(row[1]).replaceAll('`', '')).toSorted()).toEqual(declared)
  })
  test.each(rows.map((row) => [row[1]?.replaceAll('`', '') ?? '', row] as const))(
    '%s: reason, maintainer, licence and weight',
    (name, row) => {
      const locked = packages[`node_modules/${name}`]
      expect(row[2]).toMatch(/\w{3}/)
      expect(row[3]).toMatch(/\w{3}/)
      expect(row[4]).toBe(locked.license)
      expect(row[5]).toBe(String(Object.keys(locked.dependencies ?? {}).length))
    },
  )
})

/** Paths of the leaves of a JSON value; the entries of an array count as one. */
function leaves(value: unknown, path = ''): string[] {
  if (!isJsonObject(value)) return [path]
  return Object.entries(value).flatMap(([key, member]) =>
    leaves(member, path === '' ? key : `${path}.${key}`),
  )
}

describe('docs/predicates/build-type.md', () => {
  const page = pageText('docs/predicates/build-type.md')
  const { body } = slsaProvenance({
    claims: { ...CLAIMS, eventName: 'workflow_dispatch' },
    runner: { ...RUNNER, image: 'ubuntu24', imageVersion: '1', uid: 1001 },
    isolation: 'shared-job',
    inputs: { password: 'hunter2' },
    run: { startedOn: '2026-01-01T00:00:00Z', referencedWorkflows: [] },
  })
  const fields = leaves(body)
    .map((path) => path.replace(/\.inputs\..*$/, '.inputs'))
    .toSorted()

  test.each(fields)('tells of %s', (field) => {
    expect(page).toContain(`\`${field}`)
  })
  test('tells of no field that is not there', () => {
    const told = [...page.matchAll(/^\| `((?:buildDefinition|runDetails)[\w.]*)/gm)].map(
      ([, path = '']) => path,
    )
    expect([...new Set(told)].toSorted()).toEqual([...new Set(fields)])
  })
  test('names the type that other events get', () => {
    const other = slsaProvenance({
      claims: { ...CLAIMS, eventName: 'schedule' },
      runner: RUNNER,
      isolation: 'shared-job',
      inputs: undefined,
      run: undefined,
    })
    expect(JSON.stringify(other.body)).toContain(/`(https:\/\/open-claw[^`]+)`/.exec(page)?.[1])
  })
})

test('every script that a document names exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const named = ['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'].flatMap((path) =>
    [...pageText(path).matchAll(/npm (?:run )?((?<=run )[\w:]+|test)\b/g)].map(([, name = '']) => name),
  )
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((name) => scripts[name] === undefined)).toEqual([])
})

const [, major = '', minor = ''] = /Node (\d+)\.(\d+) or newer/.exec(pageText('README.md')) ?? []
const version = [Number(major), Number(minor), 0]
const { engines, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))

/** Negative, 0 or positive, as for sorting; parts that `to` leaves out count for nothing. */
const compare = (to: readonly number[]): number =>
  to.map((part, index) => (version[index] ?? 0) - part).find((difference) => difference !== 0) ?? 0
const OPERATORS: Readonly<Record<string, (to: readonly number[]) => boolean>> = {
  '>=': (to) => compare(to) >= 0,
  '<=': (to) => compare(to) <= 0,
  '^': (to) => to[0] === version[0] && compare(to) >= 0,
  '': (to) => compare(to) === 0,
}
function fits(condition: string): boolean {
  const [, operator = '', parts = ''] = /^([<>=^]*)v?([\d.]*)/.exec(condition) ?? []
  const numbers = parts.split('.').filter((part) => part !== '')
  const judge = OPERATORS[operator]
  if (judge === undefined) throw new Error(`an operator that is not known here: ${condition}`)
  return judge(numbers.map(Number))
}
const allows = (range: string): boolean =>
  range.split('||').some((one) =>
    one
      .trim()
      .replaceAll(/([<>=^])\s+/g, '$1')
      .split(/\s+/)
      .every(fits),
  )

test('the Node.js that the README names is taken by every package, so that npm ci warns of none', () => {
  const wanting = Object.entries<{ engines?: { node?: string } }>(packages)
    .filter(([, locked]) => !allows(locked.engines?.node ?? '*'))
    .map(([path]) => path)
  expect(wanting).toEqual([])
})
test('the Node.js that the README names is the one that package.json asks for', () => {
  expect(engines.node.startsWith(`^${version.join('.')} `)).toBe(true)
  expect(packages[''].engines).toEqual(engines)
})
test('the Node.js that the README names is not newer than what comes along for an older one', () => {
  for (const along of Object.values<string>(optionalDependencies)) {
    expect(fits(`<=${along}`)).toBe(true)
  }
})
test.each([
  ['^22.22.2 || ^24.15.0 || >=26.0.0', true],
  ['>= 20', true],
  ['>=16 || 14 >=14.17', true],
  ['*', true],
  ['24.x', true],
  ['^24.16.0 || >=26', false],
  ['18 || 20 || >=25', false],
])('the Node.js that the README names %s is read as %s', (range, expected) => {
  expect(allows(range)).toBe(expected)
})
