// Names that git and GitHub give. Each is a type of its own: mistaken for another it would end up in provenance.
import type { Branded } from './brand.ts'

/** `owner/name` of a repository on GitHub. */
export type Repository = Branded<'Repository'>

export const isRepository = (text: string): text is Repository => /^[\w.-]+\/[\w.-]+$/.test(text)

/** The name of a branch, a tag or another ref, in full as a rule: `refs/heads/main`. GitHub promises no form for every event. */
export type Ref = Branded<'Ref'>

export const isRef = (text: string): text is Ref => text !== ''

/** The id of a commit, a SHA-1 or a SHA-256 in lower-case hexadecimal. */
export type Commit = Branded<'Commit'>

export const isCommit = (text: string): text is Commit => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
