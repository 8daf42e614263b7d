// The demands of a policy on provenance.
import type { CertificateIdentity, ProvenanceFacts } from '@open-claw/core'
import { certified, type Field } from './certified.ts'
import { matchesPattern, type Pattern } from '../language/pattern.ts'
import type { Mismatch, ReasonCode } from './reasons.ts'
import type { ProvenanceRule } from '../language/schema.ts'

interface Demand {
  readonly field: Field
  readonly what: string
  readonly code: ReasonCode
  /** Undefined if the policy does not demand this field. */
  readonly allowed: (rule: ProvenanceRule) => readonly string[] | undefined
  readonly matches: (rule: ProvenanceRule, value: string) => boolean
}

const matchesAny = (patterns: readonly Pattern[], value: string): boolean =>
  patterns.some((pattern) => matchesPattern(pattern, value))

const exactly = (allowed: Demand['allowed']): Pick<Demand, 'allowed' | 'matches'> => ({
  allowed,
  matches: (rule, value) => allowed(rule)?.includes(value) === true,
})

const only = (value: string | undefined): readonly string[] | undefined =>
  value === undefined ? undefined : [value]

const DEMANDS: readonly Demand[] = [
  {
    field: 'repository',
    what: 'repository',
    code: 'REPOSITORY_MISMATCH',
    ...exactly(({ repository }) => [repository]),
  },
  {
    // A name can be given up and taken over by somebody else; the id cannot.
    field: 'repositoryId',
    what: 'repository id',
    code: 'REPOSITORY_ID_MISMATCH',
    ...exactly(({ repositoryId }) => only(repositoryId)),
  },
  {
    field: 'ref',
    what: 'ref',
    code: 'REF_MISMATCH',
    allowed: ({ refs }) => refs,
    matches: ({ refs }, value) => matchesAny(refs, value),
  },
  {
    field: 'builderId',
    what: 'builder',
    code: 'BUILDER_MISMATCH',
    allowed: ({ builders }) => builders,
    matches: ({ builders }, value) => matchesAny(builders, value),
  },
  { field: 'event', what: 'event', code: 'EVENT_MISMATCH', ...exactly(({ events }) => events) },
  {
    field: 'isolation',
    what: 'isolation',
    code: 'ISOLATION_MISMATCH',
    ...exactly(({ isolation }) => isolation),
  },
  {
    field: 'runnerEnvironment',
    what: 'runner environment',
    code: 'RUNNER_ENVIRONMENT_MISMATCH',
    ...exactly(({ runnerEnvironment }) => only(runnerEnvironment)),
  },
]

/** Counts the demands that the policy makes. */
export const countDemands = (rule: ProvenanceRule | undefined): number =>
  rule === undefined ? 0 : DEMANDS.filter(({ allowed }) => allowed(rule) !== undefined).length

/**
 * Returns the demands that are not met. What a certificate says must match as well: the build's claim does not
 * meet a demand that its platform contradicts, and the platform's claim meets one if the build is silent.
 */
export function unmetDemands(
  rule: ProvenanceRule,
  facts: ProvenanceFacts,
  identity: CertificateIdentity | undefined,
): Mismatch[] {
  return DEMANDS.flatMap(({ field, what, code, allowed, matches }): Mismatch[] => {
    const expected = allowed(rule)?.join(' or ')
    if (expected === undefined) return []
    const said = facts[field]
    const values = [
      ...(said === undefined ? [] : [said]),
      ...(identity === undefined ? [] : certified(identity, field).map(({ value }) => value)),
    ]
    if (values.length === 0) return [{ code: 'PROVENANCE_INCOMPLETE', what, expected, found: undefined }]
    const found = values.find((value) => !matches(rule, value))
    return found === undefined ? [] : [{ code, what, expected, found }]
  })
}
