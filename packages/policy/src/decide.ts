// The only place that says yes.
import { ERRORS, printable, type ErrorCode, type EvidenceFacts, type Sha256 } from '@open-claw/core'
import { assess, demandsOf, type Demands } from './demands.ts'
import type { ArtifactPolicy } from './policy.ts'
import { REASONS, type Mismatch, type Reason, type ReasonCode } from './reasons.ts'
import {
  withEveryDigest,
  isCalled,
  isCalledAfter,
  nameMismatch,
  namesOf,
  subjectMismatch,
  type Artifact,
} from './subject.ts'

/** A bundle that was looked at: facts, or why there are none. */
export type Evidence =
  | { readonly path: string; readonly facts: EvidenceFacts }
  | { readonly path: string; readonly refused: Refusal }

/** Why a bundle gives no facts; without a reason it is EVIDENCE_REFUSED. */
export type Refusal =
  | {
      readonly reason?: 'EVIDENCE_REFUSED'
      readonly code: ErrorCode
      readonly message: string
      /** Left out: the one of the code. */
      readonly remedy?: string
    }
  | { readonly reason: 'EVIDENCE_NOT_EXAMINED' | 'SUBJECT_MISMATCH'; readonly message: string }

/** Bundles that fell short of the nearest one, by the first demand that each does not meet. */
export interface OtherReasons {
  readonly code: ReasonCode
  readonly count: number
  /** Path of the first of them. */
  readonly bundle: string
  /** What is wrong with it, printable. */
  readonly message: string
}

export interface EntryVerdict {
  readonly entry: string
  /** Path of the one bundle that satisfies the whole entry. */
  readonly satisfiedBy: string | undefined
  /** Attestor that signed it. */
  readonly attestor: string | undefined
  /** What that bundle carries and nobody looked at, for want of trusted roots. */
  readonly unverified: EvidenceFacts['unverified']
  /** All that keeps the bundle that came nearest from satisfying it; empty where one satisfies it. */
  readonly reasons: readonly Reason[]
  /** The other bundles, counted: thousands of them for thousands of artifacts would not fit into memory. */
  readonly others: readonly OtherReasons[]
}

export interface ArtifactVerdict {
  readonly name: string
  readonly digest: Sha256
  readonly decision: 'allow' | 'deny'
  readonly entries: readonly EntryVerdict[]
}

export interface Verdict {
  readonly decision: 'allow' | 'deny'
  readonly policy: { readonly name: string; readonly digest: Sha256 }
  readonly artifacts: readonly ArtifactVerdict[]
}

/**
 * Whether a bundle speaks about the artifact. What it says about something else meets no demand on this one;
 * one that could not be read tells more where its file is called after the artifact.
 */
const ABOUT = { another: 0, named: 1, itself: 2 } as const
type About = (typeof ABOUT)[keyof typeof ABOUT]

/** How near a bundle came to satisfying an entry for an artifact. */
interface Standing {
  /** Place among the bundles. */
  readonly index: number
  readonly item: Evidence
  readonly about: About
  readonly met: number
  /** Of the first demand that is not met; undefined where it satisfies the entry. */
  readonly code: ReasonCode | undefined
}

/** What does not depend on the artifact, once for each bundle. */
interface Judged {
  readonly index: number
  readonly item: Evidence
  readonly met: number
  readonly code: ReasonCode | undefined
}

const NONE_MET = -1

function judge(demands: Demands, item: Evidence, index: number): Judged {
  if ('refused' in item)
    return { index, item, met: NONE_MET, code: item.refused.reason ?? 'EVIDENCE_REFUSED' }
  const { met, mismatches } = assess(demands, item.facts)
  return { index, item, met, code: mismatches[0]?.code }
}

function standingOf({ entry }: Demands, { index, item, met, code }: Judged, artifact: Artifact): Standing {
  if ('refused' in item) {
    const about = isCalledAfter(item.path, artifact) ? ABOUT.named : ABOUT.another
    return { index, item, about, met, code }
  }
  const names = namesOf(item.facts, artifact)
  if (names === undefined) return { index, item, about: ABOUT.another, met, code: 'SUBJECT_MISMATCH' }
  return isCalled(entry.names, names, artifact)
    ? { index, item, about: ABOUT.itself, met: met + 1, code }
    : { index, item, about: ABOUT.itself, met, code: code ?? 'NAME_MISMATCH' }
}

const isNearer = (one: Standing, other: Standing): boolean =>
  one.about === other.about ? one.met > other.met : one.about > other.about

function reasonOf({ code, what, expected, found }: Mismatch, bundle: string | undefined): Reason {
  const shown = {
    what: printable(what),
    expected: printable(expected),
    found: found === undefined ? 'nothing' : printable(found),
  }
  const message = `${shown.what}: expected ${shown.expected}, found ${shown.found}`
  return { code, ...shown, message, remedy: REASONS[code].remedy, bundle }
}

function refusedReason(refusal: Refusal, bundle: string): Reason {
  const { reason: code = 'EVIDENCE_REFUSED', message } = refusal
  const found = 'code' in refusal ? `${refusal.code}: ${message}` : message
  return {
    code,
    what: 'bundle',
    expected: 'one that can be read, verifies and speaks about the artifact',
    found,
    message: found,
    remedy: 'code' in refusal ? (refusal.remedy ?? ERRORS[refusal.code].remedy) : REASONS[code].remedy,
    bundle,
  }
}

/** All that a bundle falls short of. */
function reasonsOf(demands: Demands, item: Evidence, artifact: Artifact): Reason[] {
  if ('refused' in item) return [refusedReason(item.refused, item.path)]
  const names = namesOf(item.facts, artifact)
  const { mismatches } = assess(demands, item.facts)
  const own = names === undefined ? [subjectMismatch(item.facts, artifact)] : []
  const { names: rule } = demands.entry
  const misnamed = names !== undefined && !isCalled(rule, names, artifact)
  return [...own, ...(misnamed ? [nameMismatch(rule, names, artifact)] : []), ...mismatches].map((mismatch) =>
    reasonOf(mismatch, item.path),
  )
}

/** The answer may be in what was not looked at; what speaks about others tells least. */
const ORDER: Partial<Record<ReasonCode, number>> = {
  EVIDENCE_NOT_EXAMINED: 0,
  EVIDENCE_REFUSED: 1,
  SUBJECT_MISMATCH: 3,
}
const orderOf = (code: ReasonCode): number => ORDER[code] ?? 2

const shortOf = ({ item, code }: Standing): string =>
  'refused' in item
    ? refusedReason(item.refused, item.path).message
    : code === undefined
      ? ''
      : REASONS[code].meaning

/** Counts bundles by the first demand that they do not meet. */
class Tally {
  readonly #counts = new Map<ReasonCode, { count: number; first: Standing }>()

  add(standing: Standing): void {
    if (standing.code === undefined) return
    const same = this.#counts.get(standing.code)
    if (same === undefined) {
      this.#counts.set(standing.code, { count: 1, first: standing })
      return
    }
    same.count += 1
    // One that was the nearest for a while is counted late.
    if (standing.index < same.first.index) same.first = standing
  }

  list(): OtherReasons[] {
    return [...this.#counts]
      .toSorted(([one], [other]) => orderOf(one) - orderOf(other))
      .map(([code, { count, first }]) => ({ code, count, bundle: first.item.path, message: shortOf(first) }))
  }
}

const NO_EVIDENCE = reasonOf(
  { code: 'NO_EVIDENCE', what: 'bundle', expected: 'one at least', found: 'none' },
  undefined,
)

function satisfied(demands: Demands, { path, facts }: Extract<Evidence, { facts: unknown }>): EntryVerdict {
  return {
    entry: demands.entry.name,
    satisfiedBy: path,
    attestor: assess(demands, facts).attestor,
    unverified: facts.unverified,
    reasons: [],
    others: [],
  }
}

/** The first bundle that satisfies the entry is enough; where there is none, all are compared. */
function decideEntry(demands: Demands, artifact: Artifact, judged: readonly Judged[]): EntryVerdict {
  const tally = new Tally()
  let nearest: Standing | undefined
  for (const one of judged) {
    const standing = standingOf(demands, one, artifact)
    const { item } = standing
    if (standing.code === undefined && 'facts' in item) return satisfied(demands, item)
    if (nearest === undefined) nearest = standing
    else if (isNearer(standing, nearest)) {
      tally.add(nearest)
      nearest = standing
    } else tally.add(standing)
  }
  return {
    entry: demands.entry.name,
    satisfiedBy: undefined,
    attestor: undefined,
    unverified: { logEntries: 0, timestamps: 0 },
    reasons: nearest === undefined ? [NO_EVIDENCE] : reasonsOf(demands, nearest.item, artifact),
    others: tally.list(),
  }
}

/** Denies unless every entry of the policy is satisfied for every artifact. */
export function decide(
  policy: ArtifactPolicy,
  artifacts: readonly Artifact[],
  evidence: readonly Evidence[],
): Verdict {
  const known = artifacts.map(withEveryDigest)
  const byEntry = policy.entries.map((entry) => {
    const demands = demandsOf(policy, entry)
    const judged = evidence.map((item, index) => judge(demands, item, index))
    return known.map((artifact) => decideEntry(demands, artifact, judged))
  })
  const verdicts = known.map(({ name, digest }, index): ArtifactVerdict => {
    const entries = byEntry.flatMap((column) => column[index] ?? [])
    const isSatisfied =
      policy.entries.length > 0 &&
      entries.length === policy.entries.length &&
      entries.every(({ satisfiedBy }) => satisfiedBy !== undefined)
    return { name, digest, decision: isSatisfied ? 'allow' : 'deny', entries }
  })
  const allowed = verdicts.length > 0 && verdicts.every(({ decision }) => decision === 'allow')
  return {
    decision: allowed ? 'allow' : 'deny',
    policy: { name: policy.name, digest: policy.digest },
    artifacts: verdicts,
  }
}
