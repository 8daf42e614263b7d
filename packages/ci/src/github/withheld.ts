// What no command of the user gets of the environment of a step: it may have secrets, so it must not have
// what would carry them past the redactor, nor what would let it act as the job.
import { ANSWER_FILES } from './step-files.ts'

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

/** Names in upper case; one that ends in `*` stands for all that begin so. */
export const WITHHELD_VARIABLES: readonly string[] = WITHHELD.flatMap(({ names }) => names)
