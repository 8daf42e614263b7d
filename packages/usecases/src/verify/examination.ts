// Looking at evidence of strangers within a fixed amount of work. Each file is entitled to an equal share,
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
  type ReadBundle,
  type SubjectIndex,
  type Trust,
} from '@open-claw/core'
import type { Artifact, Evidence } from '@open-claw/policy'
import {
  claimed,
  claimsCost,
  isPending,
  isRefused,
  notExamined,
  refusal,
  type Judged,
  type Pending,
} from './claims.ts'
import { namesakesFirst } from './namesakes.ts'
import { readingWork } from './reading-work.ts'
import { batchesOf, type EvidenceSource } from './sources.ts'

export interface Limits {
  /** Files that are looked at, the smallest first. */
  readonly files: number
  /** Bytes that are read of all of them together. */
  readonly bytes: number
  /** Units of `readingWork` and `verificationWork` for all of them together. */
  readonly work: number
}

/**
 * A release of 4,096 files with a bundle each is the largest that is worth a thought. Of each of these, 256 KiB
 * are read at least, and 16,384 units of work are done: the largest provenance in public has 100 kB and 4,000
 * values, and a keyless signature with two witnesses takes 10,400 units. All bytes and all units together take
 * a minute or two on one core.
 */
export const LIMITS: Limits = { files: 16_384, bytes: 2 ** 30, work: 2 ** 26 }

/** Refusals that are listed of one file. */
const MAX_LISTED = 16

/** What was done, counted. */
export interface Expense {
  readonly files: number
  readonly bytes: number
  readonly work: number
  /** Files that are equal to others. */
  readonly equal: number
  /** Bundles that a signature was checked of. */
  readonly verified: number
  /** Bundles or files that nobody looked at. */
  readonly unexamined: number
}

export interface Examined {
  /** In the order of the paths. */
  readonly evidence: readonly Evidence[]
  readonly expense: Expense
}

/** Bundles of a file that cost more than its share. */
interface Deferred {
  readonly source: EvidenceSource
  readonly digest: string
  /** undefined for all of them. */
  readonly names: ReadonlySet<string> | undefined
  readonly work: number
}

/** Something to be done, and what it takes. */
interface Cost {
  readonly name: string
  readonly work: number
}

/** Units that may be spent. */
class Purse {
  #left: number
  spent = 0

  constructor(allowance: number) {
    this.#left = allowance
  }

  /** Whether there is enough for it; what it is not enough for is added to `costly`. */
  pays(cost: Cost, costly: Cost[]): boolean {
    const isEnough = cost.work <= this.#left
    if (!isEnough) costly.push({ name: cost.name, work: cost.work })
    else {
      this.#left -= cost.work
      this.spent += cost.work
    }
    return isEnough
  }
}

interface Leftovers {
  readonly digest: string
  readonly costly: readonly Cost[]
  /** Whether it was put off before. */
  readonly isLast: boolean
}

interface Turn {
  /** Units that may be spent. */
  readonly allowance: number
  /** What was put off before; undefined the first time. */
  readonly deferred?: Deferred
}

class Examination {
  readonly #judged: Judged
  readonly #limits: Limits
  readonly #evidence: Evidence[] = []
  readonly #digests = new Set<string>()
  /** Of files with a bundle that does not say what it signs: there the name of the file counts. */
  readonly #unsaid = new Set<string>()
  /** One statement can be in many bundles; its subjects are kept once. */
  readonly #subjects = new Map<string, SubjectIndex>()
  readonly #deferred: Deferred[] = []
  readonly #unread: string[] = []
  readonly #spent = { files: 0, bytes: 0, work: 0, equal: 0, verified: 0, unexamined: 0 }

  constructor(judged: Judged, limits: Limits) {
    this.#judged = judged
    this.#limits = limits
  }

  async run(sources: readonly EvidenceSource[]): Promise<Examined> {
    const sorted = sources.toSorted((a, b) => a.size - b.size || (a.name < b.name ? -1 : 1))
    const first = sorted.slice(0, this.#limits.files)
    this.#leaveOut(
      sorted.slice(first.length).map(({ name }) => name),
      `no more than ${this.#limits.files} files are looked at, the smallest first`,
    )
    const allowance = Math.floor(this.#limits.work / Math.max(1, first.length))
    for (const batch of batchesOf(first)) {
      const affordable = batch.filter((source) => this.#claimBytes(source))
      // All are read before one is looked at: of equal files the first by name counts, not the fastest.
      const documents = await Promise.all(affordable.map((source) => this.#read(source, undefined)))
      await Promise.all(
        affordable.map((source, index) => this.#examine(source, documents[index], { allowance })),
      )
    }
    for (const deferred of this.#deferred.toSorted((a, b) => a.work - b.work)) {
      if (this.#claimBytes(deferred.source))
        await this.#examine(deferred.source, await this.#read(deferred.source, deferred), {
          allowance: this.#limits.work - this.#spent.work,
          deferred,
        })
    }
    this.#leaveOut(
      this.#unread,
      `of all bundles together no more than ${this.#limits.bytes} bytes are read, the smallest first`,
    )
    const evidence = this.#evidence.toSorted((a, b) => (a.path < b.path ? -1 : 1))
    return { evidence, expense: this.#spent }
  }

  #leaveOut(names: readonly string[], why: string): void {
    this.#spent.unexamined += names.length
    this.#list(names.map((name) => notExamined(name, why)))
  }

  /** A file of a thousand lines must not fill the memory with what is wrong with each. */
  #list(items: readonly Evidence[]): void {
    this.#evidence.push(...items.slice(0, MAX_LISTED))
    const next = items[MAX_LISTED]
    if (next === undefined || 'facts' in next) return
    const message = `${next.refused.message} (and ${items.length - MAX_LISTED - 1} more like this)`
    this.#evidence.push({ path: next.path, refused: { ...next.refused, message } })
  }

  #claimBytes({ name, size }: EvidenceSource): boolean {
    const isAffordable = this.#spent.bytes + size <= this.#limits.bytes
    if (isAffordable) this.#spent.bytes += size
    else this.#unread.push(name)
    return isAffordable
  }

  async #examine(
    source: EvidenceSource,
    bytes: Uint8Array | undefined,
    { allowance, deferred }: Turn,
  ): Promise<void> {
    const digest = bytes === undefined ? '' : digestOf(bytes)
    // Nothing waits between this and the reading of the claims, so that of two equal files one is the first.
    if (bytes === undefined || (deferred === undefined && this.#isEqual(digest))) return
    const purse = new Purse(allowance)
    const costly: Cost[] = []
    if (purse.pays({ name: source.name, work: readingWork(bytes) }, costly)) {
      const reads = parseBundles(bytes, source.name).filter(({ name }) => deferred?.names?.has(name) ?? true)
      const refused: Evidence[] = []
      const pending = this.#claimed(reads, purse, costly)
      if (pending.some(({ claims }) => claims === undefined)) this.#unsaid.add(digest)
      for (const one of pending) if (purse.pays(one, costly)) refused.push(...(await this.#verify(one)))
      this.#list(refused)
    }
    this.#spent.work += purse.spent
    this.#putOff(source, { digest, costly, isLast: deferred !== undefined })
  }

  /** Undefined for what cannot be read. */
  async #read(source: EvidenceSource, deferred: Deferred | undefined): Promise<Uint8Array | undefined> {
    try {
      const bytes = await source.read()
      if (deferred !== undefined && deferred.digest !== digestOf(bytes))
        throw new ClawError('ARTIFACT_CHANGED', `"${printable(source.name)}" changed between two readings.`)
      return bytes
    } catch (error) {
      this.#evidence.push(refusal(source.name, error))
      return undefined
    }
  }

  /** Whether the same was read under another name, and nothing depends on the name. */
  #isEqual(digest: string): boolean {
    const isKnown = this.#digests.has(digest)
    this.#spent[isKnown ? 'equal' : 'files'] += 1
    this.#digests.add(digest)
    return isKnown && !this.#unsaid.has(digest)
  }

  /** The bundles that may be about an artifact, the cheapest first; the others are refused. Nothing is verified. */
  #claimed(reads: readonly ReadBundle[], purse: Purse, costly: Cost[]): Pending[] {
    const items = reads
      .filter((read) => 'refused' in read || purse.pays(claimsCost(read), costly))
      .map((read) => claimed(read, this.#judged))
    this.#list(items.filter(isRefused))
    return items.filter(isPending).toSorted((a, b) => a.work - b.work)
  }

  /** Why there are no facts; empty where there are. */
  async #verify({ name, bundle, claims, trust }: Pending): Promise<Evidence[]> {
    this.#spent.verified += 1
    try {
      const facts = await verifyBundle(bundle, trust, claims)
      if (facts.kind === 'blob') this.#evidence.push({ path: name, facts })
      else {
        const subjects = this.#subjects.get(facts.payloadDigest) ?? facts.subjects
        this.#subjects.set(facts.payloadDigest, subjects)
        this.#evidence.push({ path: name, facts: { ...facts, subjects } })
      }
      return []
    } catch (error) {
      return [refusal(name, error)]
    }
  }

  #putOff(source: EvidenceSource, { digest, costly, isLast }: Leftovers): void {
    const [cheapest] = costly.toSorted((a, b) => a.work - b.work)
    if (cheapest === undefined) return
    const names = costly.map(({ name }) => name)
    // The whole file, where not even its lines were told apart.
    const isWhole = names.includes(source.name)
    if (isLast)
      this.#leaveOut(
        names,
        `it takes ${cheapest.work} units of work, and all bundles together get no more than ${this.#limits.work}, the cheapest first`,
      )
    else
      this.#deferred.push({
        source,
        digest,
        names: isWhole ? undefined : new Set(names),
        work: cheapest.work,
      })
  }
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Facts of every bundle that is worth it, and why there are none of the others. */
export const examine = (
  sources: readonly EvidenceSource[],
  { artifacts, trust }: { readonly artifacts: readonly Artifact[]; readonly trust: Trust },
  limits: Limits = LIMITS,
): Promise<Examined> => {
  const known = knownArtifacts(artifacts.map(({ digests }) => digests))
  return new Examination({ trust, known, filesFor: namesakesFirst(artifacts) }, limits).run(sources)
}
