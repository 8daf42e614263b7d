// What a command may see of the step's environment. It gets secrets, so it must not get what would
// carry them past the redactor, nor what would let it act as the job.
import type { Host } from '@open-claw/core'

const matches = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern

/**
 * The environment without what is withheld, plus `secrets`. Names are compared without case, as Windows
 * does: a variable that differs from a secret's name in case alone would hide the secret there.
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
