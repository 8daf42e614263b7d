// The claims that name a workflow file: `owner/name/path@ref`.
import { isRepository, type Repository } from './git-names.ts'

/** A workflow file, and the ref or the commit that it was taken from. */
export interface WorkflowFile {
  readonly repository: Repository
  readonly path: string
  /** `refs/…`, or a commit where the run has no ref. */
  readonly ref: string
}

/**
 * Where the ref begins, by the form of the claim. A file may hold an `@` and so may a branch, but the folder
 * of workflow files holds no other folder: `@refs/` cannot be part of a file name, and the first one ends it.
 * Were the last one taken, anyone who may push could name a branch `x@refs/heads/main` and pass for main.
 * A run without a ref has the commit in its place; the API lists short names as the caller wrote them, and
 * `x@refs/heads/main` or `x@` and a commit may be one: what follows the extension of the file is the ref.
 */
const FORMS: readonly RegExp[] = [
  /^(?<path>(?:(?!@refs\/)[^])+\.ya?ml|(?:(?!@refs\/|\.ya?ml@)[^])+)@(?<ref>refs\/[^]+)$/,
  /^(?<path>(?:(?!\.ya?ml@)[^])+(?:\.ya?ml)?)@(?<ref>[0-9a-f]{40}|[0-9a-f]{64})$/,
  /^(?<path>(?:(?!\.ya?ml@)[^])+\.ya?ml)@(?<ref>(?![^]*\.ya?ml@)[^]+)$/,
]

/** The parts of `text`, or undefined where it has another form or could be read in two ways. */
export function parseWorkflowRef(text: string): WorkflowFile | undefined {
  const [, repository, rest] = /^([^/@]+\/[^/@]+)\/([^]+)$/.exec(text) ?? []
  if (repository === undefined || rest === undefined || !isRepository(repository)) return undefined
  for (const form of FORMS) {
    const { path, ref } = form.exec(rest)?.groups ?? {}
    if (path !== undefined && ref !== undefined) return { repository, path, ref }
  }
  return undefined
}
