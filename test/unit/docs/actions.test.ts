import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ACTIONS, readMetadata } from '../../../scripts/docs/action-metadata.ts'

const READER = /\b(?:requiredInput|optionalInput|listInput|choiceInput|endpointInput|endpoint)\(\s*'([^']+)'/g
const IMPORT = /import \{([^}]+)\} from '@open-claw\/(cloud|signing)'/g

/** A file beside it that reads inputs for it. */
const NEIGHBOUR = /import \{[^}]*\b\w+Inputs\b[^}]*\} from '\.\/([\w-]+-inputs\.ts)'/g

/** The file of a package that exports `name`, by its index. */
function fileOf(name: string, pkg: string): string | undefined {
  const index = readFileSync(`packages/${pkg}/src/index.ts`, 'utf8')
  const exported = [...index.matchAll(/export \{([^}]+)\} from '\.\/([^']+)'/g)]
  const found = exported.find(([, names = '']) => names.split(',').some((one) => one.trim() === name))
  return found?.[2] === undefined ? undefined : `packages/${pkg}/src/${found[2]}`
}

/** Names of the inputs that are read in `file` and in the composition packages that it calls for it. */
function inputsRead(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  const own = [...source.matchAll(READER)].map(([, name = '']) => name)
  const files = [...source.matchAll(IMPORT)].flatMap(([, names = '', pkg = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name.endsWith('Inputs') && !name.startsWith('type '))
      .flatMap((name) => fileOf(name, pkg) ?? []),
  )
  const besides = [...source.matchAll(NEIGHBOUR)].map(([, name = '']) => join(dirname(file), name))
  return [...new Set([...own, ...[...new Set([...files, ...besides])].flatMap(inputsRead)])].toSorted()
}

describe.each(ACTIONS.map((action) => [action.name, action] as const))('%s', (name, { metadata: path }) => {
  const metadata = readMetadata(path)
  test('reads the inputs that it declares, and no others', () => {
    expect(inputsRead(`actions/${name}/src/inputs.ts`)).toEqual(Object.keys(metadata.inputs).toSorted())
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
  test('is read by its inputs.ts alone', () => {
    const others = globSync(`actions/${name}/src/*.ts`).filter((file) => !file.endsWith('inputs.ts'))
    expect(others.filter((file) => readFileSync(file, 'utf8').search(READER) !== -1)).toEqual([])
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
