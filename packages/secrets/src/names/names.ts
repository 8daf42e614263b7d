// Names that a secret must not be delivered under. More people can often write to a secret store than to the
// workflow, and anyone who sets such a variable decides what later programs do.
import { ClawError } from '@open-claw/core'
import { CREDENTIAL_NAMES } from './credential-names.ts'
import { DEPLOYMENT_NAMES } from './deployment-names.ts'
import type { NameFact } from './fact.ts'
import { LANGUAGE_NAMES } from './language-names.ts'
import { SYSTEM_NAMES } from './system-names.ts'
import { TOOL_NAMES } from './tool-names.ts'

/** `exec`: one child process · `output`: step outputs · `env`: the environment of all later steps. */
export type Delivery = 'exec' | 'output' | 'env'

/** Lists refused names by tool, with the documentation of each. */
export const REFUSED_NAMES: readonly NameFact[] = [
  ...SYSTEM_NAMES,
  ...LANGUAGE_NAMES,
  ...TOOL_NAMES,
  ...DEPLOYMENT_NAMES,
]

const namePatterns = ({ names }: { readonly names: string }): string[] => names.split(' ')

/** Matches a pattern. One `*` stands for any characters at the end, and for at least one character inside. */
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

/** Says why `name` is refused for `delivery`; undefined if it is allowed. Case is ignored. */
export function refusalReason(name: string, delivery: Delivery): string | undefined {
  const folded = name.toUpperCase()
  if (delivery === 'exec' && CREDENTIAL_NAMES.some((facts) => isIn(facts, folded))) return undefined
  return REFUSED_NAMES.find((facts) => isIn(facts, folded))?.reason
}

/** Checks a name. Throws SECRET_NAME_REFUSED if it could change how programs run, or belongs to the runner. */
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
