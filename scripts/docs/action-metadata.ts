// Reads what action.yml says about an action, besides its generated inputs.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { code, table } from './marked-sections.ts'

/** Each action: its name, its metadata, and the path that a workflow appends to the repository. */
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

/** Makes the Markdown table of the outputs. */
export const outputTable = ({ outputs }: ActionMetadata): string =>
  table(
    ['Output', 'Meaning'],
    Object.entries(outputs).map(([name, { description }]) => [code(name), description]),
  )
