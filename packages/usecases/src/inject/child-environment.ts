// Selects the part of the step's environment that a command may see. The command gets secrets, so it must not get
// variables that would carry them past the redactor or let it act as the job.
import type { Host } from '@open-claw/core'

const matches = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern

/**
 * Returns the environment without the withheld variables, plus `secrets`. Names are compared without case, as
 * Windows does: a variable that differs from a secret's name only in case would hide the secret there.
 */
export function childEnvironment(
  { environment, withheld }: Pick<Host, 'environment' | 'withheld'>,
  secrets: Readonly<Record<string, string>>,
): Record<string, string> {
  const replaced = new Set(Object.keys(secrets).map((name) => name.toUpperCase()))
  const kept = Object.entries(environment).filter(([name]) => {
    const folded = name.toUpperCase()
    return !replaced.has(folded) && !withheld.some((pattern) => matches(folded, pattern))
  })
  const defined = kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return { ...Object.fromEntries(defined), ...secrets }
}
