// Accounts for everything beside the artifacts. Deployments take whole folders, and a pattern does not show what it
// passes over: names that begin with a dot, folders, links, other endings. So the folders are listed.
import { readdir } from 'node:fs/promises'
import nodePath, { join } from 'node:path'
import type { Selection } from './artifact-files.ts'
import { relativeSubjectName } from './subject-name.ts'
import { readFailure } from './digest.ts'
import { ClawError, printable, MAX_SUBJECTS } from '@open-claw/core'

const MAX_ENTRIES = 4 * MAX_SUBJECTS
const MAX_SHOWN = 3

interface Listing {
  /** Paths that are accounted for: selected, excluded, or read by the step for another input. */
  readonly known: ReadonlySet<string>
  readonly seen: Set<string>
  /** Paths that are not accounted for. */
  readonly left: string[]
}

async function list(folder: string, listing: Listing): Promise<void> {
  const { known, seen, left } = listing
  if (known.has(folder) || seen.has(folder)) return
  seen.add(folder)
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw readFailure(error, folder)
  })
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      await list(path, listing)
    } else if (!seen.has(path)) {
      seen.add(path)
      if (!known.has(path)) left.push(path)
    }
    if (seen.size > MAX_ENTRIES)
      throw new ClawError('SUBJECT_LIMIT', `The folders of the artifacts hold over ${MAX_ENTRIES} paths.`)
  }
}

/** Throws INPUT_INVALID where files are selected and their folder is excluded: one of the two is a mistake. */
function checkExclusions({ found, excluded }: Selection, root: string, input: string): void {
  for (const { name } of found) {
    const parts = name.split('/')
    const folder = parts
      .map((_, index) => parts.slice(0, index).join('/'))
      .find((above) => excluded.has(join(root, above)))
    if (folder !== undefined) {
      throw new ClawError(
        'INPUT_INVALID',
        `Input ${input}: a line excludes the folder "${printable(folder)}", and another selects "${printable(name)}" in it.`,
        { remedy: `Write "!${printable(folder)}/**" to exclude the files too.` },
      )
    }
  }
}

/**
 * Throws ARTIFACT_REFUSED where something lies in the folders of a selection that is neither selected, nor
 * excluded by name or with its folder, nor in `known`, the paths that the step reads for other inputs.
 */
export async function checkFoldersWhole(
  root: string,
  selection: Selection,
  { input, known }: { readonly input: string; readonly known: Iterable<string> },
): Promise<void> {
  checkExclusions(selection, root, input)
  const answered = new Set([...selection.excluded, ...selection.found.map(({ path }) => path), ...known])
  const listing: Listing = { known: answered, seen: new Set(), left: [] }
  for (const folder of selection.folders) await list(folder, listing)
  if (listing.left.length === 0) return
  const names = listing.left.map((path) => relativeSubjectName(root, path, nodePath)).toSorted()
  const shown = names.slice(0, MAX_SHOWN).map((name) => `"${printable(name)}"`)
  const rest = names.length > MAX_SHOWN ? ` and ${names.length - MAX_SHOWN} more` : ''
  throw new ClawError(
    'ARTIFACT_REFUSED',
    `Input ${input}: ${shown.join(', ')}${rest} would be deployed with the folder, and nothing selects it.`,
    { remedy: 'Select it, exclude it by name after "!", or keep what is deployed in a folder of its own.' },
  )
}
