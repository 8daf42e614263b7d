// Explains why a pattern matches nothing, by the mistakes that people make most.
import { lstat, readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ClawError, printable } from '@open-claw/core'

interface Absence {
  /** Ends the sentence that says that nothing matches. */
  readonly why: string
  readonly remedy: string | undefined
}

/** Mistakes that the line itself shows. A file of such a name would have been found. */
const SHAPES: readonly (Absence & { readonly shape: RegExp })[] = [
  {
    shape: /^(["']).*\1$/,
    why: ', since the quotes are taken for a part of the name',
    remedy: 'Write the name without quotes.',
  },
  {
    shape: /,/,
    why: ', since commas do not part names',
    remedy: 'Write each name or pattern on a line of its own.',
  },
  {
    // A name with a space in it is no list: each part must be a path or a pattern by itself.
    shape: /^\S*[/*]\S*(?: +\S*[/*]\S*)+$/,
    why: ', since spaces do not part names',
    remedy: 'Write each name or pattern on a line of its own.',
  },
  {
    shape: /^~\//,
    why: ', since ~ is not the home of anybody here',
    remedy: 'Put the file into the workspace, and name it from there.',
  },
]

/** Inputs with patterns as lines. For them the remedy of the code holds. */
const PATTERNS: ReadonlySet<string> = new Set(['artifacts', 'bundles'])
/** The remedy for a policy, a checksums file or a predicate, which a build of this job need not write. */
const NO_ARTIFACT =
  'Correct the path, which starts at the top of the workspace, or get the file before this step.'

async function explainAbsence(root: string, pattern: string, input: string): Promise<Absence> {
  const stats = await lstat(resolve(root, pattern)).catch(() => undefined)
  if (stats?.isDirectory() === true) {
    const inside = `${pattern.replace(/\/+$/, '')}/**`
    return { why: ': it is a folder', remedy: `Write "${printable(inside)}" for the files in it.` }
  }
  const entries = await readdir(root).catch((): string[] => [])
  if (entries.length === 0) {
    return {
      why: ', which is empty',
      remedy: 'Check the repository out or download the artifact before this step, as with actions/checkout.',
    }
  }
  return (
    SHAPES.find(({ shape }) => shape.test(pattern)) ?? {
      why: '',
      remedy: PATTERNS.has(input) ? undefined : NO_ARTIFACT,
    }
  )
}

/** Makes the error for a pattern that selects nothing below `root`. */
export async function absenceError(root: string, pattern: string, input: string): Promise<ClawError> {
  const { why, remedy } = await explainAbsence(root, pattern, input)
  return new ClawError(
    'ARTIFACT_NOT_FOUND',
    `Input ${input}: "${printable(pattern)}" matches no file in the workspace${why}.`,
    { remedy },
  )
}
