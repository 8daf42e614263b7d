// What a bundle claims to be about, before anything of it is verified; and what is said of one that proves nothing.
import {
  claimsOf,
  ClawError,
  mayBeAbout,
  verificationWork,
  type BundleClaims,
  type KnownArtifacts,
  type KnownDigests,
  type ReadBundle,
  type Trust,
} from '@open-claw/core'
import type { Evidence } from '@open-claw/policy'
import { readingWork } from './reading-work.ts'

/** A bundle that anybody could have dropped there must not veto the good one; it just proves nothing. */
export function refusal(path: string, error: unknown): Evidence {
  if (!(error instanceof ClawError)) throw error
  const { code, message, remedy } = error
  return { path, refused: { code, message, remedy } }
}

const ofOthers = (path: string): Evidence => ({
  path,
  refused: { reason: 'SUBJECT_MISMATCH', message: 'it speaks about none of the artifacts' },
})

/** What nobody looked at, and why. */
export const notExamined = (path: string, why: string): Evidence => ({
  path,
  refused: {
    reason: 'EVIDENCE_NOT_EXAMINED',
    message: why,
  },
})

/** By whom and about what bundles may prove something. */
export interface Judged {
  readonly trust: Trust
  readonly known: KnownArtifacts
  /** Digests of the artifacts that a bundle of this name may be about, where it does not say. */
  readonly filesFor: (name: string) => readonly KnownDigests[]
}

type Identified = Extract<ReadBundle, { bundle: unknown }>

/** A bundle that may be about an artifact. */
export interface Pending {
  readonly name: string
  readonly bundle: Identified['bundle']
  /** Undefined where the bundle does not say what it signs. */
  readonly claims: BundleClaims | undefined
  readonly trust: Trust
  readonly work: number
}

/** What is given by a hash that is not computed of every artifact is not excluded: it may turn out to be one. */
function isOfInterest(claims: BundleClaims | undefined, { digests, hashes }: KnownArtifacts): boolean {
  if (claims === undefined) return true
  if (claims.kind === 'statement') return mayBeAbout(claims.subjects, { digests, hashes })
  return !hashes.has(claims.hash) || digests.has(`${claims.hash}:${claims.digest}`)
}

/** What it takes to read the claims. */
export const claimsCost = ({ name, bundle: { content } }: Identified): { name: string; work: number } => ({
  name,
  work: content.kind === 'envelope' ? readingWork(content.payload) : 0,
})

export const isPending = (item: Pending | Evidence): item is Pending => 'work' in item
export const isRefused = (item: Pending | Evidence): item is Evidence => !('work' in item)

/** A bundle that is worth verifying, or why it is not. */
export function claimed(read: ReadBundle, { known, trust, filesFor }: Judged): Pending | Evidence {
  if ('refused' in read) return refusal(read.name, read.refused)
  try {
    const { name, bundle } = read
    const { content } = bundle
    const claims = content.kind === 'unidentified' ? undefined : claimsOf(content)
    if (!isOfInterest(claims, known)) return ofOthers(name)
    const trusted = claims === undefined ? { ...trust, files: filesFor(name) } : trust
    return { name, bundle, claims, trust: trusted, work: verificationWork(bundle, trusted) }
  } catch (error) {
    return refusal(read.name, error)
  }
}
