// Names that a secret must not be delivered under: a secret store is often written by more people
// than the workflow, and whoever writes such a variable decides what later programs do.
import { ClawError } from '@open-claw/core'
import { CREDENTIAL_NAMES } from './credential-names.ts'
import { DEPLOYMENT_NAMES } from './deployment-names.ts'
import type { NameFact } from './fact.ts'
import { LANGUAGE_NAMES } from './language-names.ts'
import { SYSTEM_NAMES } from './system-names.ts'
import { TOOL_NAMES } from './tool-names.ts'

/** `exec`: one child process · `output`: step outputs · `env`: the environment of all later steps. */
export type Delivery = 'exec' | 'output' | 'env'

/** By tool, with the place where each documents them. */
export const REFUSED_NAMES: readonly NameFact[] = [
  ...SYSTEM_NAMES,
  ...LANGUAGE_NAMES,
  ...TOOL_NAMES,
  ...DEPLOYMENT_NAMES,
]

const namePatterns = ({ names }: { readonly names: string }): string[] => names.split(' ')

/** One `*` stands for at least nothing at the end of a pattern, and for at least one character inside. */
function matches(name: string, pattern: string): boolean {
  const [before = '', after] = pattern.split('*')
  if (after === undefined) return name === pattern
  const inside = after === '' ? 0 : 1
  return (
    name.startsWith(before) && name.endsWith(after) && name.length >= before.length + inside + after.length
  )
}

const isIn = (facts: { readonly names: string }, name: string): boolean =>
  namePatterns(facts).some((pattern) => matches(name, pattern))

/** Why `name` must not be delivered so, or undefined where it may be. Case is ignored. */
export function refusalReason(name: string, delivery: Delivery): string | undefined {
  const folded = name.toUpperCase()
  if (delivery === 'exec' && CREDENTIAL_NAMES.some((facts) => isIn(facts, folded))) return undefined
  return REFUSED_NAMES.find((facts) => isIn(facts, folded))?.reason
}

/** Throws SECRET_NAME_REFUSED for a name that could change how programs run, or that belongs to the runner. */
export function checkName(name: string, delivery: Delivery): void {
  const reason = refusalReason(name, delivery)
  if (reason === undefined) return
  const isForExec = delivery !== 'exec' && refusalReason(name, 'exec') === undefined
  throw new ClawError(
    'SECRET_NAME_REFUSED',
    `The name ${name} is refused for delivery ${delivery}: ${reason}.`,
    { remedy: isForExec ? 'Use delivery: exec, or choose another name.' : undefined },
  )
}
