// Reads what a bundle claims to be about, before any of it is verified.
import {
  bundleClaims,
  mayBeAbout,
  verificationWork,
  type BundleClaims,
  type KnownArtifacts,
  type Digests,
  type ReadBundle,
  type Trust,
} from '@open-claw/core'
import type { Evidence } from '@open-claw/policy'
import { evidenceAboutOthers, refusedEvidence } from './evidence-list.ts'
import type { Purse } from './purse.ts'
import { readingWork } from './reading-work.ts'

/** The trusted signers, and the artifacts that evidence must be about. */
export interface Judged {
  readonly trust: Trust
  readonly known: KnownArtifacts
  /** Returns digests of the artifacts that fit the name of a bundle that does not say what it is about. */
  readonly filesFor: (name: string) => readonly Digests[]
}

type Identified = Extract<ReadBundle, { bundle: unknown }>

/** A bundle that may be about an artifact. */
export interface Pending {
  readonly name: string
  readonly bundle: Identified['bundle']
  /** Undefined if the bundle does not say what it signs. */
  readonly claims: BundleClaims | undefined
  readonly trust: Trust
  /** Units of work to verify it. */
  readonly work: number
}

/** The bundles of a document, sorted by their claims. */
export interface ReadClaims {
  /** The cheapest first. */
  readonly pending: readonly Pending[]
  readonly refused: readonly Evidence[]
}

/** Checks whether claims may be about an artifact. A digest by a hash that some artifact lacks so far excludes nothing. */
function isOfInterest(claims: BundleClaims | undefined, { digests, hashes }: KnownArtifacts): boolean {
  if (claims === undefined) return true
  if (claims.kind === 'statement') return mayBeAbout(claims.subjects, { digests, hashes })
  return !hashes.has(claims.hash) || digests.has(`${claims.hash}:${claims.digest}`)
}

/** Returns the units of work to read the claims. */
const claimsWork = ({ bundle: { content } }: Identified): number =>
  content.kind === 'envelope' ? readingWork(content.payload) : 0

const isPending = (item: Pending | Evidence): item is Pending => 'work' in item
const isRefused = (item: Pending | Evidence): item is Evidence => !('work' in item)

/** Returns a bundle that is worth verifying, or why it is not. */
function pendingOrRefused(read: ReadBundle, { known, trust, filesFor }: Judged): Pending | Evidence {
  if ('refused' in read) return refusedEvidence(read.name, read.refused)
  try {
    const { name, bundle } = read
    const { content } = bundle
    const claims = content.kind === 'unidentified' ? undefined : bundleClaims(content)
    if (!isOfInterest(claims, known)) return evidenceAboutOthers(name)
    const trusted = claims === undefined ? { ...trust, files: filesFor(name) } : trust
    return { name, bundle, claims, trust: trusted, work: verificationWork(bundle, trusted) }
  } catch (error) {
    return refusedEvidence(read.name, error)
  }
}

/** Reads the claims that `purse` pays for. Nothing is verified. */
export function readClaims(reads: readonly ReadBundle[], judged: Judged, purse: Purse): ReadClaims {
  const items = reads
    .filter((read) => 'refused' in read || purse.pays({ name: read.name, work: claimsWork(read) }))
    .map((read) => pendingOrRefused(read, judged))
  return {
    pending: items.filter(isPending).toSorted((a, b) => a.work - b.work),
    refused: items.filter(isRefused),
  }
}
