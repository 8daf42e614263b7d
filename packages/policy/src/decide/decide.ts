// The only place that says yes.
import { ERRORS, printable, type EvidenceFacts, type Sha256 } from '@open-claw/core'
import { assess, entryDemands, type Demands } from './demands.ts'
import { bundlesAbout } from './about.ts'
import type { Evidence, Refusal } from './evidence.ts'
import type { ArtifactPolicy } from '../language/policy.ts'
import { REASONS, type Mismatch, type Reason, type ReasonCode } from './reasons.ts'
import { byNearness, judge, standingFor, UnrelatedBundles, type Judged, type Standing } from './standing.ts'
import {
  withEveryDigest,
  isCalled,
  nameMismatch,
  givenNames,
  subjectMismatch,
  type Artifact,
} from './subject.ts'

/** Bundles other than the nearest one, counted by the first demand that each does not meet. */
export interface OtherReasons {
  readonly code: ReasonCode
  readonly count: number
  /** Path of the first of them. */
  readonly bundle: string
  /** The problem with it, printable. */
  readonly message: string
}

export interface EntryVerdict {
  readonly entry: string
  /** Path of the one bundle that satisfies the whole entry. */
  readonly satisfiedBy: string | undefined
  /** Attestor that signed it. */
  readonly attestor: string | undefined
  /** The parts of that bundle that were not checked, because there are no trusted roots. */
  readonly unverified: EvidenceFacts['unverified']
  /** Everything that the nearest bundle lacks; empty if a bundle satisfies the entry. */
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

function shownReason({ code, what, expected, found }: Mismatch, bundle: string | undefined): Reason {
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

/** Lists everything that a bundle lacks. */
function shortfalls(demands: Demands, item: Evidence, artifact: Artifact): Reason[] {
  if ('refused' in item) return [refusedReason(item.refused, item.path)]
  const names = givenNames(item.facts, artifact)
  const { mismatches } = assess(demands, item.facts)
  const own = names === undefined ? [subjectMismatch(item.facts, artifact)] : []
  const { names: rule } = demands.entry
  const misnamed = names !== undefined && !isCalled(rule, names, artifact)
  return [...own, ...(misnamed ? [nameMismatch(rule, names, artifact)] : []), ...mismatches].map((mismatch) =>
    shownReason(mismatch, item.path),
  )
}

const shortfallMessage = ({ item, code }: Standing): string =>
  'refused' in item
    ? refusedReason(item.refused, item.path).message
    : code === undefined
      ? ''
      : REASONS[code].meaning

const NO_EVIDENCE = shownReason(
  { code: 'NO_EVIDENCE', what: 'bundle', expected: 'one at least', found: 'none' },
  undefined,
)

/** All bundles, for one entry. */
interface Bundles {
  readonly judged: readonly Judged[]
  readonly unrelated: UnrelatedBundles
  /** Places of the bundles that can be about an artifact, in order. */
  readonly about: (artifact: Artifact) => readonly number[]
}

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

/** Takes the first bundle that satisfies the entry; if there is none, compares all. */
function decideEntry(
  demands: Demands,
  artifact: Artifact,
  { judged, unrelated, about }: Bundles,
): EntryVerdict {
  const places = about(artifact)
  const own = places.flatMap((place) => judged[place] ?? []).map((one) => standingFor(demands, one, artifact))
  for (const { item, code } of own) if (code === undefined && 'facts' in item) return satisfied(demands, item)
  const known = new Set(places)
  const nearestUnrelated = unrelated.nearest(known)
  const nearest = [...own, ...(nearestUnrelated === undefined ? [] : [nearestUnrelated])].toSorted(
    byNearness,
  )[0]
  return {
    entry: demands.entry.name,
    satisfiedBy: undefined,
    attestor: undefined,
    unverified: { logEntries: 0, timestamps: 0 },
    reasons: nearest === undefined ? [NO_EVIDENCE] : shortfalls(demands, nearest.item, artifact),
    others: unrelated.countedWith(own, known, nearest).map(({ code, count, first }) => ({
      code,
      count,
      bundle: first.item.path,
      message: shortfallMessage(first),
    })),
  }
}

/** Denies unless every entry of the policy is satisfied for every artifact. */
export function decide(
  policy: ArtifactPolicy,
  artifacts: readonly Artifact[],
  evidence: readonly Evidence[],
): Verdict {
  const known = artifacts.map(withEveryDigest)
  const about = bundlesAbout(evidence, known)
  const byEntry = policy.entries.map((entry) => {
    const demands = entryDemands(policy, entry)
    const judged = evidence.map((item, index) => judge(demands, item, index))
    const bundles = { judged, unrelated: new UnrelatedBundles(judged), about }
    return known.map((artifact) => decideEntry(demands, artifact, bundles))
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
