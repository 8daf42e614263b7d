// Fields of a policy, and guesses at the field that a wrong name was meant to be.
import { printable } from '@open-claw/core'
import * as v from 'valibot'

/** Words of other tools and other fields, with their names here. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['branch', 'refs'],
  ['branches', 'refs'],
  ['tag', 'refs'],
  ['tags', 'refs'],
  ['builderid', 'builders'],
  ['workflow', 'builders'],
  ['workflows', 'builders'],
  ['trigger', 'events'],
  ['triggers', 'events'],
  ['repo', 'repository'],
  ['repositories', 'repository'],
  ['sourcerepository', 'repository'],
  ['runner', 'runnerEnvironment'],
  ['identity', 'subjects'],
  ['identities', 'subjects'],
  ['san', 'subjects'],
  ['keyless', 'certificate'],
  ['pem', 'publicKey'],
  ['pubkey', 'publicKey'],
  ['kms', 'uri'],
  ['url', 'uri'],
  ['type', 'predicateType'],
  ['authorities', 'attestors'],
  ['signers', 'attestors'],
  ['validfrom', 'notBefore'],
  ['validuntil', 'notAfter'],
  ['expires', 'notAfter'],
  ['logs', 'logEntries'],
])

const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_ ]/g, '')

/** Returns the edit distance: the least number of letters inserted, removed or changed. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let at = 0; at < one.length; at += 1) {
    const next = [at + 1]
    for (let index = 0; index < other.length; index += 1) {
      const changed = (row[index] ?? 0) + (one[at] === other[index] ? 0 : 1)
      next.push(Math.min(changed, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** No field is longer, and neither is a misspelt one. */
const MAX_NAME = 64
/** Shortest beginning of a field that counts as an abbreviation of it. */
const SHORTEST_START = 4

/** Returns the name among `known` that `name` was most likely meant to be. */
export function meantBy(name: string, known: readonly string[]): string | undefined {
  const word = plain(name.slice(0, MAX_NAME))
  const synonym = MEANT.get(word)
  if (synonym !== undefined && known.includes(synonym)) return synonym
  const longer = known.filter((field) => word.length >= SHORTEST_START && plain(field).startsWith(word))
  if (longer.length === 1) return longer[0]
  const [nearest] = known
    .map((field) => ({ field, slips: distance(word, plain(field)) }))
    .toSorted((a, b) => a.slips - b.slips)
  return nearest !== undefined && nearest.slips <= Math.max(1, Math.floor(nearest.field.length / 4))
    ? nearest.field
    : undefined
}

/** Returns a name in the object that is not one of its fields and may have been meant as `field`. */
function slipFor(field: string, known: readonly string[], input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined
  return Object.keys(input).find((name) => !known.includes(name) && meantBy(name, known) === field)
}

/** Makes the schema of an object with these fields and no others. */
export function fields<const E extends v.ObjectEntries>(entries: E) {
  const known = Object.keys(entries)
  return v.strictObject(entries, (issue) => {
    const [step] = issue.path ?? []
    const name = typeof step?.key === 'string' ? step.key : ''
    if (issue.expected === 'never') {
      const meant = meantBy(name, known)
      return meant === undefined
        ? `is no field here; there are ${known.join(', ')}`
        : `is no field here; "${meant}" is`
    }
    if (step === undefined) return 'is not an object with fields'
    const slip = slipFor(name, known, step.input)
    return slip === undefined ? 'is missing' : `is missing; "${printable(slip)}" stands there and is no field`
  })
}
