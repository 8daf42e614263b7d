// Measures how near each bundle comes to satisfying an entry.
import type { Evidence } from './evidence.ts'
import { assess, type Demands } from './demands.ts'
import type { ReasonCode } from './reasons.ts'
import { isCalled, isCalledAfter, givenNames, type Artifact } from './subject.ts'

/**
 * Ranks whether a bundle is about the artifact: claims about another artifact meet no demand on this one. Of
 * bundles that could not be read, those named after the artifact are nearer.
 */
const ABOUT = { another: 0, named: 1, itself: 2 } as const
type About = (typeof ABOUT)[keyof typeof ABOUT]

/** How near a bundle came to satisfying an entry for an artifact. */
export interface Standing {
  /** Place among the bundles. */
  readonly index: number
  readonly item: Evidence
  readonly about: About
  readonly met: number
  /** The first demand that is not met; undefined if the bundle satisfies the entry. */
  readonly code: ReasonCode | undefined
}

/** The part that does not depend on the artifact, computed once for each bundle. */
export interface Judged {
  readonly index: number
  readonly item: Evidence
  readonly met: number
  readonly code: ReasonCode | undefined
}

const NONE_MET = -1

export function judge(demands: Demands, item: Evidence, index: number): Judged {
  if ('refused' in item)
    return { index, item, met: NONE_MET, code: item.refused.reason ?? 'EVIDENCE_REFUSED' }
  const { met, mismatches } = assess(demands, item.facts)
  return { index, item, met, code: mismatches[0]?.code }
}

export function standingFor(
  { entry }: Demands,
  { index, item, met, code }: Judged,
  artifact: Artifact,
): Standing {
  if ('refused' in item) {
    const about = isCalledAfter(item.path, artifact) ? ABOUT.named : ABOUT.another
    return { index, item, about, met, code }
  }
  const names = givenNames(item.facts, artifact)
  if (names === undefined) return { index, item, about: ABOUT.another, met, code: 'SUBJECT_MISMATCH' }
  return isCalled(entry.names, names, artifact)
    ? { index, item, about: ABOUT.itself, met: met + 1, code }
    : { index, item, about: ABOUT.itself, met, code: code ?? 'NAME_MISMATCH' }
}

/** Sorts the nearest first, and equally near ones in their order. */
export const byNearness = (one: Standing, other: Standing): number =>
  other.about - one.about || other.met - one.met || one.index - other.index

/** Lists first the bundles that were not examined, since the answer may be there, and last those about other artifacts. */
const ORDER: Partial<Record<ReasonCode, number>> = {
  EVIDENCE_NOT_EXAMINED: 0,
  EVIDENCE_REFUSED: 1,
  SUBJECT_MISMATCH: 3,
}
const listOrder = (code: ReasonCode): number => ORDER[code] ?? 2

/** Bundles by the first demand that they do not meet. */
interface Counted {
  readonly code: ReasonCode
  readonly count: number
  readonly first: Standing
}

const isElsewhere = (known: ReadonlySet<number>) => (one: Standing) => !known.has(one.index)

/**
 * Ranks bundles for an artifact that they are not about. The ranks are the same for all such artifacts, so
 * thousands of bundles for thousands of artifacts are counted once.
 */
export class UnrelatedBundles {
  readonly #nearest: readonly Standing[]
  /** Indexed by place. */
  readonly #codes: readonly (ReasonCode | undefined)[]
  readonly #byCode: ReadonlyMap<ReasonCode, readonly Standing[]>

  constructor(judged: readonly Judged[]) {
    const standings = judged.map((one): Standing => ({
      ...one,
      about: ABOUT.another,
      code: 'refused' in one.item ? one.code : 'SUBJECT_MISMATCH',
    }))
    this.#codes = standings.map(({ code }) => code)
    this.#nearest = standings.toSorted(byNearness)
    this.#byCode = Map.groupBy(standings, ({ code }) => code ?? 'SUBJECT_MISMATCH')
  }

  /** The nearest bundle that is not in `known`. */
  nearest(known: ReadonlySet<number>): Standing | undefined {
    return this.#nearest.find(isElsewhere(known))
  }

  /** Counts all bundles but `nearest`, with `own` in place of those in `known`. */
  countedWith(
    own: readonly Standing[],
    known: ReadonlySet<number>,
    nearest: Standing | undefined,
  ): Counted[] {
    const others = own.filter((one) => one !== nearest)
    const left = new Set(nearest === undefined ? known : [...known, nearest.index])
    const leftOut = new Map<ReasonCode, number>()
    for (const index of left) {
      const code = this.#codes[index]
      if (code !== undefined) leftOut.set(code, (leftOut.get(code) ?? 0) + 1)
    }
    const ownByCode = Map.groupBy(others, ({ code }) => code)
    const codes = new Set([...this.#byCode.keys(), ...others.flatMap(({ code }) => code ?? [])])
    return [...codes]
      .flatMap((code): Counted[] => {
        const unrelated = this.#byCode.get(code) ?? []
        const mine = ownByCode.get(code) ?? []
        const count = mine.length + unrelated.length - (leftOut.get(code) ?? 0)
        const other = unrelated.find(isElsewhere(left))
        const [first] = [...mine.slice(0, 1), ...(other === undefined ? [] : [other])].toSorted(
          (a, b) => a.index - b.index,
        )
        return first === undefined ? [] : [{ code, count, first }]
      })
      .toSorted(
        (one, other) => listOrder(one.code) - listOrder(other.code) || one.first.index - other.first.index,
      )
  }
}
