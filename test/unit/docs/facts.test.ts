import { existsSync, readFileSync } from 'node:fs'
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

test('every package and folder that the architecture names exists', () => {
  const [house = ''] = /```\n[\s\S]*?\n```/.exec(pageText('docs/architecture.md')) ?? []
  const names = [...house.matchAll(/^ {2}([a-z]+)\/ /gm)].map(([, name = '']) => name)
  expect(names.filter((name) => !existsSync(`packages/${name}/src/index.ts`))).toEqual([])
  expect(names).toHaveLength(12)
})
