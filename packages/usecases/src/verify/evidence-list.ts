// Collects evidence for the policy: facts, or why there are none.
import { ClawError, type EvidenceFacts, type SubjectIndex } from '@open-claw/core'
import type { Evidence } from '@open-claw/policy'

/** Refusals listed for one file. */
const MAX_LISTED = 16

/** Turns an error into evidence that proves nothing: a bundle that anybody could have added must not veto a good one. */
export function refusedEvidence(path: string, error: unknown): Evidence {
  if (!(error instanceof ClawError)) throw error
  const { code, message, remedy } = error
  return { path, refused: { code, message, remedy } }
}

/** Makes evidence about artifacts that are not to be deployed. */
export const evidenceAboutOthers = (path: string): Evidence => ({
  path,
  refused: { reason: 'SUBJECT_MISMATCH', message: 'it speaks about none of the artifacts' },
})

export class EvidenceList {
  readonly #items: Evidence[] = []
  /** One statement can be in many bundles; its subjects are kept once. */
  readonly #subjects = new Map<string, SubjectIndex>()

  addFacts(path: string, facts: EvidenceFacts): void {
    if (facts.kind === 'blob') this.#items.push({ path, facts })
    else {
      const subjects = this.#subjects.get(facts.payloadDigest) ?? facts.subjects
      this.#subjects.set(facts.payloadDigest, subjects)
      this.#items.push({ path, facts: { ...facts, subjects } })
    }
  }

  /** Adds refusals of one document. A file of thousands of bad lines must not fill the memory. */
  addRefused(items: readonly Evidence[]): void {
    this.#items.push(...items.slice(0, MAX_LISTED))
    const next = items[MAX_LISTED]
    if (next === undefined || 'facts' in next) return
    const message = `${next.refused.message} (and ${items.length - MAX_LISTED - 1} more like this)`
    this.#items.push({ path: next.path, refused: { ...next.refused, message } })
  }

  /** Adds bundles that were not examined, and why. */
  addUnexamined(paths: readonly string[], why: string): void {
    this.addRefused(
      paths.map((path) => ({ path, refused: { reason: 'EVIDENCE_NOT_EXAMINED', message: why } })),
    )
  }

  /** Returns the evidence in the order of the paths. */
  sorted(): readonly Evidence[] {
    return this.#items.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  }
}
