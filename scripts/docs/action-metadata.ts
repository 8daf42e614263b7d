// What action.yml says of an action, for its page and for the tests of its page.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { code, table } from './marked-sections.ts'

/** Each action: its folder of sources, its metadata, its page, and how a workflow names it after the repository. */
export const ACTIONS = [
  { name: 'sign-and-attest', metadata: 'action.yml', path: '' },
  { name: 'sign-artifact', metadata: 'actions/sign-artifact/action.yml', path: '/actions/sign-artifact' },
  {
    name: 'attach-provenance',
    metadata: 'actions/attach-provenance/action.yml',
    path: '/actions/attach-provenance',
  },
  {
    name: 'verify-before-deploy',
    metadata: 'actions/verify-before-deploy/action.yml',
    path: '/actions/verify-before-deploy',
  },
  { name: 'inject-secret', metadata: 'actions/inject-secret/action.yml', path: '/actions/inject-secret' },
] as const

export interface ActionMetadata {
  readonly name: string
  readonly description: string
  readonly branding?: { readonly icon?: string; readonly color?: string }
  readonly inputs: Readonly<Record<string, { description: string; required?: boolean; default?: string }>>
  readonly outputs: Readonly<Record<string, { description: string }>>
  readonly runs: { readonly using: string; readonly main: string }
}

export const readMetadata = (path: string): ActionMetadata => parse(readFileSync(path, 'utf8'))

/** Markdown tables of the inputs and of the outputs. */
export function actionTables({ inputs, outputs }: ActionMetadata): { inputs: string; outputs: string } {
  return {
    inputs: table(
      ['Input', 'Required', 'Default', 'Meaning'],
      Object.entries(inputs).map(([name, { description, required, default: value }]) => [
        code(name),
        required === true ? 'yes' : '',
        value === undefined ? '' : code(value),
        description,
      ]),
    ),
    outputs: table(
      ['Output', 'Meaning'],
      Object.entries(outputs).map(([name, { description }]) => [code(name), description]),
    ),
  }
}
