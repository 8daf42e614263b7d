// What a command may see of the step's environment. It gets secrets, so it must not get what would
// carry them past the redactor, nor what would let it act as the job.
import { ANSWER_FILES } from '@open-claw/ci'

interface Withheld {
  /** Exact names, and prefixes that end in `*`. */
  readonly names: readonly string[]
  readonly reason: string
}

const WITHHELD: readonly Withheld[] = [
  {
    names: ['ACTIONS_*'],
    reason: 'tokens of the job: whoever holds them can mint its identity or write to its cache and artifacts',
  },
  { names: ['INPUT_*', 'STATE_*'], reason: 'inputs and state of this action' },
  {
    names: ANSWER_FILES,
    reason:
      'files that outlive the command: a secret in them passes the redactor by, and a line in them steers later steps',
  },
]

const isWithheld = (name: string): boolean =>
  WITHHELD.some(({ names }) =>
    names.some((pattern) =>
      pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
    ),
  )

/**
 * `environment` without what is withheld, plus `secrets`. Names are compared without case, as Windows
 * does: a variable that differs from a secret's name in case alone would hide the secret there.
 */
export function childEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  secrets: Readonly<Record<string, string>>,
): Record<string, string> {
  const replaced = new Set(Object.keys(secrets).map((name) => name.toUpperCase()))
  const kept = Object.entries(environment).filter(([name]) => {
    const folded = name.toUpperCase()
    return !isWithheld(folded) && !replaced.has(folded)
  })
  const defined = kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return { ...Object.fromEntries(defined), ...secrets }
}
