// Looking at evidence of strangers within a fixed amount of work. Each document is entitled to an equal share,
// so that thousands of hostile ones beside a good one take nothing away from it; what costs more waits until
// all others have had theirs, and then the cheapest comes first. What is not looked at proves nothing and is
// told.
import { createHash } from 'node:crypto'
import {
  ClawError,
  knownArtifacts,
  parseBundles,
  printable,
  verifyBundle,
  type EvidenceDocument,
  type RefusedDocument,
  type Trust,
} from '@open-claw/core'
import type { Artifact, Evidence } from '@open-claw/policy'
import { splitIntoBatches } from './batches.ts'
import { readClaims, type Judged, type Pending } from './claims.ts'
import { EvidenceList, refusedEvidence } from './evidence-list.ts'
import type { Expense } from './expense.ts'
import { LIMITS, type Limits } from './limits.ts'
import { namesakesFirst } from './namesakes.ts'
import { Purse, type Cost } from './purse.ts'
import { readingWork } from './reading-work.ts'

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
  /** Of the cheapest. */
  readonly work: number
}

interface Turn {
  /** Units that may be spent. */
  readonly allowance: number
  /** What was put off before; undefined the first time. */
  readonly deferred?: Deferred
}

/** Work of the cheapest. There may be more of them than a call can have arguments. */
const cheapest = (costs: readonly Cost[]): number =>
  costs.reduce((least, { work }) => Math.min(least, work), Infinity)

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

class Examination {
  readonly #judged: Judged
  readonly #limits: Limits
  readonly #found = new EvidenceList()
  readonly #digests = new Set<string>()
  /** Digests of documents with a bundle that does not say what it signs: there the name of the file counts. */
  readonly #judgedByName = new Set<string>()
  readonly #deferred: Deferred[] = []
  readonly #unread: string[] = []
  readonly #spent = { files: 0, bytes: 0, work: 0, equal: 0, verified: 0, unexamined: 0 }

  constructor(judged: Judged, limits: Limits) {
    this.#judged = judged
    this.#limits = limits
  }

  async run(documents: readonly (EvidenceDocument | RefusedDocument)[]): Promise<Examined> {
    this.#refuse(documents.flatMap((one) => ('refused' in one ? [one] : [])))
    await this.#giveEachItsShare(documents.flatMap((one) => ('refused' in one ? [] : [one])))
    await this.#spendTheRest()
    this.#leaveOut(
      this.#unread,
      `of all bundles together no more than ${this.#limits.bytes} bytes are read, the smallest first`,
    )
    return { evidence: this.#found.sorted(), expense: this.#spent }
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
      // All are read before one is looked at: of equal files the first by name counts, not the fastest.
      const contents = await Promise.all(affordable.map((document) => this.#read(document, undefined)))
      await Promise.all(
        affordable.map((document, index) => this.#examine(document, contents[index], { allowance })),
      )
    }
  }

  /** What cost more than its share, the cheapest first, with the units that others left. */
  async #spendTheRest(): Promise<void> {
    for (const deferred of this.#deferred.toSorted((a, b) => a.work - b.work)) {
      const { document } = deferred
      if (this.#claimBytes(document))
        await this.#examine(document, await this.#read(document, deferred), {
          allowance: this.#limits.work - this.#spent.work,
          deferred,
        })
    }
  }

  #leaveOut(names: readonly string[], why: string): void {
    this.#spent.unexamined += names.length
    this.#found.addUnexamined(names, why)
  }

  #claimBytes({ name, size }: EvidenceDocument): boolean {
    const isAffordable = this.#spent.bytes + size <= this.#limits.bytes
    if (isAffordable) this.#spent.bytes += size
    else this.#unread.push(name)
    return isAffordable
  }

  /** Undefined for what cannot be read. */
  async #read(document: EvidenceDocument, deferred: Deferred | undefined): Promise<Uint8Array | undefined> {
    try {
      const bytes = await document.read()
      if (deferred !== undefined && deferred.digest !== sha256(bytes))
        throw new ClawError('ARTIFACT_CHANGED', `"${printable(document.name)}" changed between two readings.`)
      return bytes
    } catch (error) {
      this.#found.addRefused([refusedEvidence(document.name, error)])
      return undefined
    }
  }

  async #examine(
    document: EvidenceDocument,
    bytes: Uint8Array | undefined,
    { allowance, deferred }: Turn,
  ): Promise<void> {
    const digest = bytes === undefined ? '' : sha256(bytes)
    // Nothing waits between this and the reading of the claims, so that of two equal files one is the first.
    if (bytes === undefined || (deferred === undefined && this.#isEqual(digest))) return
    const purse = new Purse(allowance)
    if (purse.pays({ name: document.name, work: readingWork(bytes) })) {
      const reads = parseBundles(bytes, document.name)
      const wanted = reads.filter(({ name }) => deferred?.names?.has(name) ?? true)
      const { pending, refused } = readClaims(wanted, this.#judged, purse)
      this.#found.addRefused(refused)
      if (pending.some(({ claims }) => claims === undefined)) this.#judgedByName.add(digest)
      await this.#verifyAll(pending, purse)
    }
    this.#spent.work += purse.spent
    if (deferred === undefined) this.#putOff(document, digest, purse)
    else this.#giveUp(purse)
  }

  /** Whether the same was read under another name, and nothing depends on the name. */
  #isEqual(digest: string): boolean {
    const isKnown = this.#digests.has(digest)
    this.#spent[isKnown ? 'equal' : 'files'] += 1
    this.#digests.add(digest)
    return isKnown && !this.#judgedByName.has(digest)
  }

  async #verifyAll(pending: readonly Pending[], purse: Purse): Promise<void> {
    const refused: Evidence[] = []
    for (const one of pending) if (purse.pays(one)) refused.push(...(await this.#verify(one)))
    this.#found.addRefused(refused)
  }

  /** Why there are no facts; empty where there are. */
  async #verify({ name, bundle, claims, trust }: Pending): Promise<Evidence[]> {
    this.#spent.verified += 1
    try {
      this.#found.addFacts(name, await verifyBundle(bundle, trust, claims))
      return []
    } catch (error) {
      return [refusedEvidence(name, error)]
    }
  }

  #putOff(document: EvidenceDocument, digest: string, { unpaid }: Purse): void {
    if (unpaid.length === 0) return
    const names = unpaid.map(({ name }) => name)
    // The whole document, where not even its lines were told apart.
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

/** Facts of every bundle that is worth it, and why there are none of the others. */
export const examine = (
  documents: readonly (EvidenceDocument | RefusedDocument)[],
  { artifacts, trust }: { readonly artifacts: readonly Artifact[]; readonly trust: Trust },
  limits: Limits = LIMITS,
): Promise<Examined> => {
  const known = knownArtifacts(artifacts.map(({ digests }) => digests))
  return new Examination({ trust, known, filesFor: namesakesFirst(artifacts) }, limits).run(documents)
}
