// Finds the bundles that can be about an artifact, by digest and by name. An attacker can add thousands of bundles,
// and comparing each of them with each artifact of a release would take hours.
import type { SubjectIndex } from '@open-claw/core'
import type { Evidence } from './evidence.ts'
import { lastPart, type Artifact } from './subject.ts'

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (values === undefined) map.set(key, [value])
  else values.push(value)
}

const digestKeys = ({ digests }: Artifact): string[] =>
  [...digests].map(([hash, value]) => `${hash}:${value}`)

/** Returns the artifact names that a file name may derive from: `app.tgz` and `app` for `app.tgz.json`. */
const possibleNames = (name: string): string[] =>
  Array.from(name.matchAll(/\./g), ({ index }) => name.slice(0, index))

class Places {
  readonly #names: ReadonlySet<string>
  readonly #digests: ReadonlySet<string>
  /** Bundles that could not be read. */
  readonly #byName = new Map<string, number[]>()
  readonly #byDigest = new Map<string, number[]>()
  /** One statement can be in many bundles; its subjects are searched once. */
  readonly #indexes = new Map<string, SubjectIndex[]>()
  readonly #byIndex = new Map<SubjectIndex, number[]>()

  constructor(artifacts: readonly Artifact[]) {
    this.#names = new Set(artifacts.map(({ name }) => lastPart(name)))
    this.#digests = new Set(artifacts.flatMap(digestKeys))
  }

  add(item: Evidence, place: number): void {
    if ('refused' in item) {
      for (const name of possibleNames(lastPart(item.path)))
        if (this.#names.has(name)) append(this.#byName, name, place)
    } else if (item.facts.kind === 'blob')
      append(this.#byDigest, `${item.facts.hash}:${item.facts.digest}`, place)
    else {
      const { subjects } = item.facts
      if (!this.#byIndex.has(subjects))
        for (const key of subjects.byDigest.keys())
          if (this.#digests.has(key)) append(this.#indexes, key, subjects)
      append(this.#byIndex, subjects, place)
    }
  }

  about(artifact: Artifact): number[] {
    const keys = digestKeys(artifact)
    const indexes = new Set(keys.flatMap((key) => this.#indexes.get(key) ?? []))
    const places = new Set([
      ...(this.#byName.get(lastPart(artifact.name)) ?? []),
      ...keys.flatMap((key) => this.#byDigest.get(key) ?? []),
      ...[...indexes].flatMap((index) => this.#byIndex.get(index) ?? []),
    ])
    return [...places].toSorted((a, b) => a - b)
  }
}

/** Returns the places, in order, of the bundles that are about an artifact, or named after it and unreadable. */
export function bundlesAbout(
  evidence: readonly Evidence[],
  artifacts: readonly Artifact[],
): (artifact: Artifact) => readonly number[] {
  const places = new Places(artifacts)
  for (const [place, item] of evidence.entries()) places.add(item, place)
  return (artifact) => places.about(artifact)
}
