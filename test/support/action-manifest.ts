// action.yml as the runner reads it: scalars are text, defaults are expanded, `required` is not enforced.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'

/** How a job stands when the post of a step is due. */
export type JobStatus = 'success' | 'failure' | 'cancelled'

export interface ActionManifest {
  /** Defaults by the declared name, not expanded. */
  readonly inputs: ReadonlyMap<string, string>
  readonly main: string
  readonly post: string | undefined
  readonly postIf: string
}

const USING: ReadonlySet<string> = new Set(['node20', 'node24'])
const POST_CONDITIONS: Readonly<Record<string, (status: JobStatus) => boolean>> = {
  'always()': () => true,
  'success()': (status) => status === 'success',
  'failure()': (status) => status === 'failure',
  'cancelled()': (status) => status === 'cancelled',
  '!cancelled()': (status) => status !== 'cancelled',
}

function scriptOf(folder: string, script: string | undefined): string | undefined {
  if (script === undefined) return undefined
  const path = resolve(folder, script)
  if (!existsSync(path)) throw new Error(`action.yml names "${script}", which does not exist`)
  return path
}

/** Reads `folder`/action.yml. Throws for what no JavaScript action can be. */
export function readManifest(folder: string): ActionManifest {
  // In the failsafe schema `default: true` is the text "true", as for the runner.
  const { inputs, runs } = parse(readFileSync(join(folder, 'action.yml'), 'utf8'), { schema: 'failsafe' })
  if (!USING.has(runs?.using)) throw new Error(`action.yml: runs.using is "${runs?.using}"`)
  const main = scriptOf(folder, runs.main)
  if (main === undefined) throw new Error('action.yml: runs.main is absent')
  const postIf = runs['post-if'] ?? 'always()'
  if (!Object.hasOwn(POST_CONDITIONS, postIf))
    throw new Error(`action.yml: post-if "${postIf}" is not known here`)
  const defaults = Object.entries<any>(inputs || {}).map(([name, input]): [string, string] => [
    name,
    input.default ?? '',
  ])
  return { inputs: new Map(defaults), main, post: scriptOf(folder, runs.post), postIf }
}

export const isPostDue = (postIf: string, status: JobStatus): boolean =>
  POST_CONDITIONS[postIf]?.(status) ?? false

export interface InputVariables {
  /** `INPUT_…` for every declared input and every given one. */
  readonly variables: Readonly<Record<string, string>>
  /** Given and not declared: passed on with a warning. */
  readonly unexpected: readonly string[]
}

const variableOf = (name: string): string => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`

/** The inputs of a step; `contexts` are the values of expressions, as in `github.token`. */
export function inputVariables(
  manifest: ActionManifest,
  given: Readonly<Record<string, string>>,
  contexts: Readonly<Record<string, string>>,
): InputVariables {
  const expand = (text: string): string =>
    text.replaceAll(/\$\{\{\s*([^}]*?)\s*\}\}/g, (_, expression: string) => {
      const value = contexts[expression]
      if (value === undefined) throw new Error(`action.yml: "${expression}" is not known here`)
      return value
    })
  // Names are compared without case, so that one replaces the other.
  const variables = new Map<string, string>()
  for (const [name, value] of manifest.inputs) variables.set(variableOf(name), expand(value))
  for (const [name, value] of Object.entries(given)) variables.set(variableOf(name), value)
  const declared = new Set([...manifest.inputs.keys()].map((name) => name.toLowerCase()))
  return {
    variables: Object.fromEntries(variables),
    unexpected: Object.keys(given).filter((name) => !declared.has(name.toLowerCase())),
  }
}
