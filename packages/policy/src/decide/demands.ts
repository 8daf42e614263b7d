// What an entry of a policy demands of a bundle, whatever artifact it is about.
import type { EvidenceFacts } from '@open-claw/core'
import { disagreements } from './agreement.ts'
import { COMPANIONS, matchSigner } from './attestor.ts'
import type { ArtifactPolicy, PolicyEntry } from '../language/policy.ts'
import { countDemands, unmetDemands } from './provenance-demands.ts'
import type { Mismatch } from './reasons.ts'
import type { Attestor } from '../language/schema.ts'

/** An entry with its attestors. */
export interface Demands {
  readonly entry: PolicyEntry
  readonly attestors: readonly Attestor[]
}

export const entryDemands = ({ attestors }: ArtifactPolicy, entry: PolicyEntry): Demands => ({
  entry,
  attestors: attestors.filter(({ name }) => entry.attestors.includes(name)),
})

export interface Assessment {
  /** Number of demands that are met: of two bundles, the one that meets more is nearer. */
  readonly met: number
  /** Name of the attestor that signed. */
  readonly attestor: string | undefined
  /** Empty where all are met. */
  readonly mismatches: readonly Mismatch[]
}

const shownType = (type: string | undefined): string => type ?? 'a signature over the file'

/** Assesses one bundle against the whole entry: halves from two bundles do not add up. */
export function assess({ entry, attestors }: Demands, facts: EvidenceFacts): Assessment {
  const { attestor, share, mismatches } = matchSigner(attestors, facts)
  const companions = attestor === undefined ? 0 : COMPANIONS - mismatches.length
  const signed = { met: share + companions, attestor: attestor?.name }
  const type = facts.kind === 'statement' ? facts.predicateType : undefined
  if (type !== entry.predicateType) {
    const wrong: Mismatch = {
      code: 'PREDICATE_TYPE_MISMATCH',
      what: 'kind of bundle',
      expected: shownType(entry.predicateType),
      found: shownType(type),
    }
    return { ...signed, mismatches: [wrong, ...mismatches] }
  }
  const stated = facts.kind === 'statement' ? statementMismatches(entry, facts) : []
  const demands = 2 + countDemands(entry.provenance)
  return { ...signed, met: signed.met + demands - stated.length, mismatches: [...mismatches, ...stated] }
}

const NO_PROVENANCE: Mismatch = {
  code: 'PROVENANCE_INCOMPLETE',
  what: 'predicate',
  expected: 'SLSA provenance',
  found: undefined,
}

function statementMismatches(
  { provenance: rule }: PolicyEntry,
  { provenance, signer }: Extract<EvidenceFacts, { kind: 'statement' }>,
): Mismatch[] {
  if (provenance === undefined) return rule === undefined ? [] : [NO_PROVENANCE]
  const identity = signer.kind === 'certificate' ? signer.identity : undefined
  return [
    ...(identity === undefined ? [] : disagreements(identity, provenance)),
    ...(rule === undefined ? [] : unmetDemands(rule, provenance, identity)),
  ]
}
