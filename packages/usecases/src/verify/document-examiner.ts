// Examines one document within its allowance: reads the claims of its bundles, and verifies those that may be
// about an artifact.
import { createHash } from 'node:crypto'
import { parseBundles, verifyBundle } from '@open-claw/core'
import type { Evidence } from '@open-claw/policy'
import { readClaims, type Judged, type Pending } from './claims.ts'
import { refusedEvidence, type EvidenceList } from './evidence-list.ts'
import type { Counters } from './expense.ts'
import { Purse } from './purse.ts'
import { readingWork } from './reading-work.ts'

/** A document in memory. */
export interface Content {
  /** Name of the document. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly digest: string
}

/** Returns the hexadecimal SHA-256 that identifies equal documents. */
export const contentDigest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export class DocumentExaminer {
  readonly #judged: Judged
  readonly #found: EvidenceList
  readonly #counters: Counters
  readonly #digests = new Set<string>()
  /** Digests of documents with a bundle that does not say what it signs, so that the name of the file matters. */
  readonly #judgedByName = new Set<string>()

  constructor(judged: Judged, found: EvidenceList, counters: Counters) {
    this.#judged = judged
    this.#found = found
    this.#counters = counters
  }

  /** Counts a document, and says whether an equal one was read already and nothing depends on its name. */
  isRepeated({ digest }: Content): boolean {
    const isKnown = this.#digests.has(digest)
    this.#counters[isKnown ? 'equal' : 'files'] += 1
    this.#digests.add(digest)
    return isKnown && !this.#judgedByName.has(digest)
  }

  /**
   * Adds facts and refusals of the bundles of these names; undefined means all. Returns what was spent of the
   * allowance, and what it did not cover. Claims are read before the first await, so that one of two equal
   * documents is always the first.
   */
  async examine(
    { name, bytes, digest }: Content,
    allowance: number,
    names: ReadonlySet<string> | undefined,
  ): Promise<Purse> {
    const purse = new Purse(allowance)
    if (purse.pays({ name, work: readingWork(bytes) })) {
      const wanted = parseBundles(bytes, name).filter((one) => names?.has(one.name) ?? true)
      const { pending, refused } = readClaims(wanted, this.#judged, purse)
      this.#found.addRefused(refused)
      if (pending.some(({ claims }) => claims === undefined)) this.#judgedByName.add(digest)
      await this.#verifyAll(pending, purse)
    }
    this.#counters.work += purse.spent
    return purse
  }

  async #verifyAll(pending: readonly Pending[], purse: Purse): Promise<void> {
    const refused: Evidence[] = []
    for (const one of pending) if (purse.pays(one)) refused.push(...(await this.#verify(one)))
    this.#found.addRefused(refused)
  }

  /** Adds the facts of a bundle, or returns why there are none. */
  async #verify({ name, bundle, claims, trust }: Pending): Promise<Evidence[]> {
    this.#counters.verified += 1
    try {
      this.#found.addFacts(name, await verifyBundle(bundle, trust, claims))
      return []
    } catch (error) {
      return [refusedEvidence(name, error)]
    }
  }
}
