// Evidence as the policy gets it: facts, and why there are none.
import { ClawError, type EvidenceFacts, type SubjectIndex } from '@open-claw/core'
import type { Evidence } from '@open-claw/policy'

/** Refusals that are listed of one file. */
const MAX_LISTED = 16

/** A bundle that anybody could have dropped there must not veto the good one; it just proves nothing. */
export function refusedEvidence(path: string, error: unknown): Evidence {
  if (!(error instanceof ClawError)) throw error
  const { code, message, remedy } = error
  return { path, refused: { code, message, remedy } }
}

/** Evidence about artifacts that are none of those to be deployed. */
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

  /** Adds refusals of one document. A file of a thousand lines must not fill the memory with what is wrong with each. */
  addRefused(items: readonly Evidence[]): void {
    this.#items.push(...items.slice(0, MAX_LISTED))
    const next = items[MAX_LISTED]
    if (next === undefined || 'facts' in next) return
    const message = `${next.refused.message} (and ${items.length - MAX_LISTED - 1} more like this)`
    this.#items.push({ path: next.path, refused: { ...next.refused, message } })
  }

  /** Adds that nobody looked at these, and why. */
  addUnexamined(paths: readonly string[], why: string): void {
    this.addRefused(
      paths.map((path) => ({ path, refused: { reason: 'EVIDENCE_NOT_EXAMINED', message: why } })),
    )
  }

  /** In the order of the paths. */
  sorted(): readonly Evidence[] {
    return this.#items.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  }
}
