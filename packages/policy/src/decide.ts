// The only place that says yes.
import { printable, type ErrorCode, type EvidenceFacts, type Sha256 } from '@open-claw/core'
import { disagreement } from './agreement.ts'
import { attestorsOf, missingWitness, shownSigner } from './attestor.ts'
import { matchesPattern, type Pattern } from './pattern.ts'
import type { ArtifactPolicy, Attestor, PolicyEntry, ProvenanceRule } from './policy.ts'
import type { Reason, ReasonCode } from './reasons.ts'
import { subjectMismatch, withEveryDigest, type Artifact } from './subject.ts'

/** A bundle that was looked at: facts, or why there are none. */
export type Evidence =
  | { readonly path: string; readonly facts: EvidenceFacts }
  | { readonly path: string; readonly refused: Refusal }

/** Why a bundle gives no facts; without a reason it is EVIDENCE_REFUSED. */
export type Refusal =
  | { readonly reason?: 'EVIDENCE_REFUSED'; readonly code: ErrorCode; readonly message: string }
  | { readonly reason: 'EVIDENCE_NOT_EXAMINED' | 'SUBJECT_MISMATCH'; readonly message: string }

export interface EntryVerdict {
  readonly entry: string
  /** Path of the one bundle that satisfies the whole entry. */
  readonly satisfiedBy: string | undefined
  /** Attestor that signed it. */
  readonly attestor: string | undefined
  /** What that bundle carries and nobody looked at, for want of trusted roots. */
  readonly unverified: EvidenceFacts['unverified']
  /** Empty where it is satisfied. First those of bundles that speak about the artifact. */
  readonly reasons: readonly Reason[]
  /** How many more there are: thousands of bundles for thousands of artifacts would not fit into memory. */
  readonly unlisted: number
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

type Problem = { readonly code: ReasonCode; readonly message: string } | undefined

const mismatch = (code: ReasonCode, field: string, expected: string, got: string | undefined): Problem =>
  got === undefined
    ? { code: 'PROVENANCE_INCOMPLETE', message: `the provenance does not say its ${field}` }
    : { code, message: `${field}: expected ${expected}, got ${printable(got)}` }

const oneOf = (patterns: readonly Pattern[], value: string | undefined): boolean =>
  value !== undefined && patterns.some((pattern) => matchesPattern(pattern, value))

type Provenance = Extract<EvidenceFacts, { kind: 'statement' }>['provenance']

function sourceProblem(rule: ProvenanceRule, facts: NonNullable<Provenance>): Problem {
  if (facts.repository !== rule.repository) {
    return mismatch('REPOSITORY_MISMATCH', 'repository', rule.repository, facts.repository)
  }
  // A name can be given up and taken by somebody else; the id cannot.
  if (rule.repositoryId !== undefined && facts.repositoryId !== rule.repositoryId) {
    return mismatch('REPOSITORY_ID_MISMATCH', 'repository id', rule.repositoryId, facts.repositoryId)
  }
  return oneOf(rule.refs, facts.ref)
    ? undefined
    : mismatch('REF_MISMATCH', 'ref', rule.refs.join(' or '), facts.ref)
}

function buildProblem(rule: ProvenanceRule, facts: NonNullable<Provenance>): Problem {
  if (!oneOf(rule.builders, facts.builderId)) {
    return mismatch('BUILDER_MISMATCH', 'builder', rule.builders.join(' or '), facts.builderId)
  }
  if (facts.event === undefined || !rule.events.includes(facts.event)) {
    return mismatch('EVENT_MISMATCH', 'event', rule.events.join(' or '), facts.event)
  }
  if (!rule.isolation.some((isolation) => isolation === facts.isolation)) {
    return mismatch('ISOLATION_MISMATCH', 'isolation', rule.isolation.join(' or '), facts.isolation)
  }
  if (rule.runnerEnvironment !== undefined && facts.runnerEnvironment !== rule.runnerEnvironment) {
    return mismatch(
      'RUNNER_ENVIRONMENT_MISMATCH',
      'runner environment',
      rule.runnerEnvironment,
      facts.runnerEnvironment,
    )
  }
  return undefined
}

function provenanceProblem(rule: ProvenanceRule | undefined, facts: Provenance): Problem {
  if (rule === undefined) return undefined
  if (facts === undefined)
    return { code: 'PROVENANCE_INCOMPLETE', message: 'the statement is not SLSA provenance' }
  return sourceProblem(rule, facts) ?? buildProblem(rule, facts)
}

function statementProblem(
  rule: ProvenanceRule | undefined,
  { provenance, signer }: Extract<EvidenceFacts, { kind: 'statement' }>,
): Problem {
  const problem = provenanceProblem(rule, provenance)
  if (problem !== undefined || provenance === undefined || signer.kind === 'key') return problem
  const message = disagreement(signer.identity, provenance)
  return message === undefined ? undefined : { code: 'CERTIFICATE_MISMATCH', message }
}

/** Of one kind, for one artifact and entry. */
const MAX_REASONS = 16

/** A flood of bundles about nothing or about others must not bury the reason of the one that counts. */
const RANKS: Partial<Record<ReasonCode, 1 | 2 | 3>> = {
  // The answer may be in what was not looked at.
  EVIDENCE_NOT_EXAMINED: 1,
  EVIDENCE_REFUSED: 2,
  SUBJECT_MISMATCH: 3,
}
const rankOf = (code: ReasonCode): 0 | 1 | 2 | 3 => RANKS[code] ?? 0

class Reasons {
  readonly #byRank: readonly [Reason[], Reason[], Reason[], Reason[]] = [[], [], [], []]
  #count = 0

  add(code: ReasonCode, message: string, bundle: string | undefined): void {
    const same = this.#byRank[rankOf(code)]
    if (same.length < MAX_REASONS) same.push({ code, message, bundle })
    this.#count += 1
  }

  listed(): Pick<EntryVerdict, 'reasons' | 'unlisted'> {
    if (this.#count === 0) this.add('NO_EVIDENCE', 'there is no bundle', undefined)
    const reasons = this.#byRank.flat()
    return { reasons, unlisted: this.#count - reasons.length }
  }
}

/** Those attestors of the entry that signed, the ones with all their witnesses first. */
const allowedAttestors = (
  policy: ArtifactPolicy,
  entry: PolicyEntry,
  facts: EvidenceFacts,
): readonly Attestor[] =>
  attestorsOf(policy.attestors, facts.signer)
    .filter(({ name }) => entry.attestors.includes(name))
    .toSorted(
      (a, b) =>
        Number(missingWitness(a, facts) !== undefined) - Number(missingWitness(b, facts) !== undefined),
    )

/** One bundle must satisfy the whole entry: two halves from two bundles are no whole. */
function problemOf(
  policy: ArtifactPolicy,
  entry: PolicyEntry,
  artifact: Artifact,
  facts: EvidenceFacts,
): Problem {
  const mismatched = subjectMismatch(facts, artifact)
  if (mismatched !== undefined) return { code: 'SUBJECT_MISMATCH', message: mismatched }
  const type = facts.kind === 'statement' ? facts.predicateType : undefined
  if (type !== entry.predicateType) {
    const shown = (kind: string | undefined): string =>
      kind === undefined ? 'a signature over the file' : printable(kind)
    return {
      code: 'PREDICATE_TYPE_MISMATCH',
      message: `expected ${shown(entry.predicateType)}, got ${shown(type)}`,
    }
  }
  const [attestor] = allowedAttestors(policy, entry, facts)
  if (attestor === undefined) {
    return {
      code: 'ATTESTOR_NOT_ALLOWED',
      message: `expected a signature of ${entry.attestors.join(' or ')}, got ${shownSigner(facts.signer)}`,
    }
  }
  const missing = missingWitness(attestor, facts)
  if (missing !== undefined) return { code: 'WITNESS_MISSING', message: missing }
  return facts.kind === 'statement' ? statementProblem(entry.provenance, facts) : undefined
}

function decideEntry(
  policy: ArtifactPolicy,
  entry: PolicyEntry,
  artifact: Artifact,
  evidence: readonly Evidence[],
): EntryVerdict {
  const reasons = new Reasons()
  for (const item of evidence) {
    if ('refused' in item) {
      const { reason = 'EVIDENCE_REFUSED', message } = item.refused
      reasons.add(reason, 'code' in item.refused ? `${item.refused.code}: ${message}` : message, item.path)
      continue
    }
    const problem = problemOf(policy, entry, artifact, item.facts)
    if (problem === undefined) {
      const [attestor] = allowedAttestors(policy, entry, item.facts)
      const { unverified } = item.facts
      return {
        entry: entry.name,
        satisfiedBy: item.path,
        attestor: attestor?.name,
        unverified,
        reasons: [],
        unlisted: 0,
      }
    }
    reasons.add(problem.code, problem.message, item.path)
  }
  return {
    entry: entry.name,
    satisfiedBy: undefined,
    attestor: undefined,
    unverified: { logEntries: 0, timestamps: 0 },
    ...reasons.listed(),
  }
}

/** Denies unless every entry of the policy is satisfied for every artifact. */
export function decide(
  policy: ArtifactPolicy,
  artifacts: readonly Artifact[],
  evidence: readonly Evidence[],
): Verdict {
  const verdicts = artifacts.map(withEveryDigest).map((artifact): ArtifactVerdict => {
    const entries = policy.entries.map((entry) => decideEntry(policy, entry, artifact, evidence))
    const satisfied = entries.length > 0 && entries.every(({ satisfiedBy }) => satisfiedBy !== undefined)
    return { name: artifact.name, digest: artifact.digest, decision: satisfied ? 'allow' : 'deny', entries }
  })
  const allowed = verdicts.length > 0 && verdicts.every(({ decision }) => decision === 'allow')
  return {
    decision: allowed ? 'allow' : 'deny',
    policy: { name: policy.name, digest: policy.digest },
    artifacts: verdicts,
  }
}
