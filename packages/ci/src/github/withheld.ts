// Variables of a step that the user's command never gets: it may have secrets, so it must not be able to carry
// them past the redactor, nor to act as the job.
import { ANSWER_FILES } from './step-files.ts'

interface Withheld {
  /** Exact names, and prefixes that end in `*`. */
  readonly names: readonly string[]
  readonly reason: string
}

const WITHHELD: readonly Withheld[] = [
  {
    names: ['ACTIONS_*'],
    reason:
      'tokens of the job: anyone who holds them can mint its identity or write to its cache and artifacts',
  },
  { names: ['INPUT_*', 'STATE_*'], reason: 'inputs and state of this action' },
  {
    names: ANSWER_FILES,
    reason:
      'files that outlive the command: a secret in them bypasses the redactor, and a line in them steers later steps',
  },
]

/** Names in upper case; one that ends in `*` is a prefix. */
export const WITHHELD_VARIABLES: readonly string[] = WITHHELD.flatMap(({ names }) => names)
