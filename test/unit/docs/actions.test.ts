import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { inputFacts } from '../../../scripts/docs/action-inputs.ts'
import { ACTIONS, readMetadata } from '../../../scripts/docs/action-metadata.ts'

describe.each(ACTIONS.map((action) => [action.name, action] as const))('%s', (name, { metadata: path }) => {
  const metadata = readMetadata(path)
  test('declares the inputs of its rows in the table', () => {
    const rows = inputFacts(name).map(({ description, required, default: value, ...fact }) => [
      fact.name,
      {
        description,
        ...(required === true ? { required } : {}),
        ...(value === undefined ? {} : { default: value }),
      },
    ])
    expect(metadata.inputs).toEqual(Object.fromEntries(rows))
  })
  test('runs on Node 24, from a file of dist', () => {
    expect(metadata.runs.using).toBe('node24')
    const main = join(dirname(path), metadata.runs.main).replaceAll('\\', '/')
    expect(main).toBe(`dist/${name}.mjs`)
    expect(existsSync(main)).toBe(true)
  })
  test('has a name, a description and branding', () => {
    expect(metadata.name).toMatch(/^Open Claw/)
    expect(metadata.description.length).toBeGreaterThan(20)
    expect(metadata.branding?.icon).toMatch(/^[a-z0-9-]+$/)
    // The colours that GitHub takes.
    expect(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']).toContain(
      metadata.branding?.color,
    )
  })
  test('describes each input and output, and gives a required input no default', () => {
    for (const { description } of [...Object.values(metadata.inputs), ...Object.values(metadata.outputs)])
      expect(description).toMatch(/\S/)
    for (const { required, default: value } of Object.values(metadata.inputs))
      expect(required === true && value !== undefined).toBe(false)
  })
  test('has names in lower case and hyphens', () => {
    for (const input of [...Object.keys(metadata.inputs), ...Object.keys(metadata.outputs)])
      expect(input).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
  })
  test('reads no input past the table', () => {
    for (const file of globSync(`actions/${name}/src/*.ts`))
      expect(readFileSync(file, 'utf8')).not.toMatch(/\binput\(|INPUT_/)
  })
})

test('inputs of one name mean the same in every action that signs or verifies', () => {
  const signing = ACTIONS.filter(({ name }) => name !== 'inject-secret').map(({ metadata }) =>
    readMetadata(metadata),
  )
  const names = new Set(signing.flatMap(({ inputs }) => Object.keys(inputs)))
  for (const name of names) {
    const texts = new Set(signing.flatMap(({ inputs }) => JSON.stringify(inputs[name]) ?? []))
    expect([name, ...texts]).toHaveLength(2)
  }
})
