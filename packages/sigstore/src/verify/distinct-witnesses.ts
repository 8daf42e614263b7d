// Counts each witness once, however often it is named.
import type { TrustedTime } from '@open-claw/core'
import type { ProvenEntry } from './log-entry.ts'

/** Keeps the same time of the same authority once. */
export function distinctTimes(times: readonly TrustedTime[]): TrustedTime[] {
  return times.filter(
    ({ source, authority, time }, index) =>
      index ===
      times.findIndex(
        (other) => other.source === source && other.authority === authority && other.time === time,
      ),
  )
}

/** sigstore_trustroot.proto: logs of one operator "should count as only one valid proof"; so does one log under two names. */
const isSameWitness = ({ log: one }: ProvenEntry, { log: other }: ProvenEntry): boolean =>
  one.key.equals(other.key) || (one.operator !== '' && one.operator === other.operator)

/** Keeps the first entry of each log. */
export const distinctLogs = (entries: readonly ProvenEntry[]): ProvenEntry[] =>
  entries.filter((entry, index) => index === entries.findIndex((other) => isSameWitness(entry, other)))
