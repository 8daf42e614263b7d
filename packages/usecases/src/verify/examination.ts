// Examines evidence, which anybody may have put there, within a fixed amount of work. Each document is entitled to
// an equal share, so thousands of hostile ones next to a good one take nothing away from it. Bundles that cost more
// wait until all others have had their share, and then the cheapest comes first. Evidence that is not examined
// proves nothing and is listed as such.
import {
  ClawError,
  knownArtifacts,
  printable,
  type EvidenceDocument,
  type RefusedDocument,
  type Trust,
} from '@open-claw/core'
import type { Artifact, Evidence } from '@open-claw/policy'
import { splitIntoBatches } from './batches.ts'
import type { Judged } from './claims.ts'
import { contentDigest, DocumentExaminer, type Content } from './document-examiner.ts'
import { EvidenceList, refusedEvidence } from './evidence-list.ts'
import { noExpense, type Expense } from './expense.ts'
import { LIMITS, type Limits } from './limits.ts'
import { namesakesFirst } from './namesakes.ts'
import type { Cost, Purse } from './purse.ts'

export interface Examined {
  /** In the order of the paths. */
  readonly evidence: readonly Evidence[]
  readonly expense: Expense
}

/** Bundles of a document that cost more than its share. */
interface Deferred {
  readonly document: EvidenceDocument
  readonly digest: string
  /** Undefined for all of them. */
  readonly names: ReadonlySet<string> | undefined
  /** Units of work for the cheapest of them. */
  readonly work: number
}

/** Returns the work of the cheapest, without Math.min: there may be more than a call can have arguments. */
const cheapest = (costs: readonly Cost[]): number =>
  costs.reduce((least, { work }) => Math.min(least, work), Infinity)

class Examination {
  readonly #limits: Limits
  readonly #found = new EvidenceList()
  readonly #counters = noExpense()
  readonly #examiner: DocumentExaminer
  readonly #deferred: Deferred[] = []
  readonly #unread: string[] = []

  constructor(judged: Judged, limits: Limits) {
    this.#limits = limits
    this.#examiner = new DocumentExaminer(judged, this.#found, this.#counters)
  }

  async run(documents: readonly (EvidenceDocument | RefusedDocument)[]): Promise<Examined> {
    this.#refuse(documents.flatMap((one) => ('refused' in one ? [one] : [])))
    await this.#giveEachItsShare(documents.flatMap((one) => ('refused' in one ? [] : [one])))
    await this.#spendTheRest()
    this.#leaveOut(
      this.#unread,
      `of all bundles together no more than ${this.#limits.bytes} bytes are read, the smallest first`,
    )
    return { evidence: this.#found.sorted(), expense: this.#counters }
  }

  #refuse(documents: readonly RefusedDocument[]): void {
    for (const { name, refused } of documents)
      this.#found.addRefused([refusedEvidence(printable(name), refused)])
  }

  async #giveEachItsShare(documents: readonly EvidenceDocument[]): Promise<void> {
    const sorted = documents.toSorted((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1))
    const first = sorted.slice(0, this.#limits.files)
    this.#leaveOut(
      sorted.slice(first.length).map(({ name }) => name),
      `no more than ${this.#limits.files} files are looked at, the smallest first`,
    )
    const allowance = Math.floor(this.#limits.work / Math.max(1, first.length))
    for (const batch of splitIntoBatches(first)) {
      const affordable = batch.filter((document) => this.#claimBytes(document))
      // All are read before one is examined: of equal files the first by name counts, not the fastest.
      const contents = await Promise.all(affordable.map((document) => this.#read(document)))
      await Promise.all(
        affordable.map((document, index) => this.#examineFirst(document, contents[index], allowance)),
      )
    }
  }

  async #examineFirst(
    document: EvidenceDocument,
    content: Content | undefined,
    allowance: number,
  ): Promise<void> {
    if (content === undefined || this.#examiner.isRepeated(content)) return
    const purse = await this.#examiner.examine(content, allowance, undefined)
    this.#putOff(document, content.digest, purse)
  }

  /** Examines what cost more than its share, the cheapest first, with the units that others left. */
  async #spendTheRest(): Promise<void> {
    for (const { document, digest, names } of this.#deferred.toSorted((a, b) => a.work - b.work)) {
      const content = this.#claimBytes(document) ? await this.#read(document, digest) : undefined
      if (content === undefined) continue
      const left = this.#limits.work - this.#counters.work
      this.#giveUp(await this.#examiner.examine(content, left, names))
    }
  }

  #leaveOut(names: readonly string[], why: string): void {
    this.#counters.unexamined += names.length
    this.#found.addUnexamined(names, why)
  }

  #claimBytes({ name, size }: EvidenceDocument): boolean {
    const isAffordable = this.#counters.bytes + size <= this.#limits.bytes
    if (isAffordable) this.#counters.bytes += size
    else this.#unread.push(name)
    return isAffordable
  }

  /** Reads a document. Returns undefined if it cannot be read, or its digest is no longer `expected`. */
  async #read(document: EvidenceDocument, expected?: string): Promise<Content | undefined> {
    const { name } = document
    try {
      const bytes = await document.read()
      const digest = contentDigest(bytes)
      if (expected !== undefined && expected !== digest)
        throw new ClawError('ARTIFACT_CHANGED', `"${printable(name)}" changed between two readings.`)
      return { name, bytes, digest }
    } catch (error) {
      this.#found.addRefused([refusedEvidence(name, error)])
      return undefined
    }
  }

  #putOff(document: EvidenceDocument, digest: string, { unpaid }: Purse): void {
    if (unpaid.length === 0) return
    const names = unpaid.map(({ name }) => name)
    // The whole document, if not even its lines were split.
    const isWhole = names.includes(document.name)
    this.#deferred.push({
      document,
      digest,
      names: isWhole ? undefined : new Set(names),
      work: cheapest(unpaid),
    })
  }

  #giveUp({ unpaid }: Purse): void {
    this.#leaveOut(
      unpaid.map(({ name }) => name),
      `it takes ${cheapest(unpaid)} units of work, and all bundles together get no more than ${this.#limits.work}, the cheapest first`,
    )
  }
}

/** Returns the facts of every bundle that is worth verifying, and why the others have none. */
export const examine = (
  documents: readonly (EvidenceDocument | RefusedDocument)[],
  { artifacts, trust }: { readonly artifacts: readonly Artifact[]; readonly trust: Trust },
  limits: Limits = LIMITS,
): Promise<Examined> => {
  const known = knownArtifacts(artifacts.map(({ digests }) => digests))
  return new Examination({ trust, known, filesFor: namesakesFirst(artifacts) }, limits).run(documents)
}
