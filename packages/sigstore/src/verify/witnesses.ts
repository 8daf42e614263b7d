// All witnesses of a bundle. One that does not verify refuses the bundle: it was put there to mislead, or is damaged.
import type { SigstoreBundle, TrustedTime, WitnessFacts } from '@open-claw/core'
import type { TrustedLog } from '../log/trusted-log.ts'
import type { Authority } from './chain.ts'
import type { Verifier } from './log-body.ts'
import { verifyLogEntry, type ProvenEntry } from './log-entry.ts'
import { verifyTimestamp } from './timestamp.ts'

export interface TrustedWitnesses {
  readonly authorities: readonly Authority[]
  readonly logs: readonly TrustedLog[]
}

/** The same time of the same authority once, however often it is repeated. */
function distinctTimes(times: readonly TrustedTime[]): TrustedTime[] {
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

const distinctLogs = (entries: readonly ProvenEntry[]): ProvenEntry[] =>
  entries.filter((entry, index) => index === entries.findIndex((other) => isSameWitness(entry, other)))

/** Throws TIMESTAMP_INVALID, LOG_ENTRY_INVALID or LOG_ENTRY_MISMATCH. */
export async function verifyWitnesses(
  bundle: SigstoreBundle,
  verifier: Verifier,
  { authorities, logs }: TrustedWitnesses,
): Promise<WitnessFacts> {
  const { content, version } = bundle
  const stamped: TrustedTime[] = []
  for (const response of bundle.timestamps)
    stamped.push(await verifyTimestamp(response, content.signature, authorities))
  const context = { version, logged: { content, verifier }, logs, times: stamped.map(({ time }) => time) }
  const entries: ProvenEntry[] = []
  for (const entry of bundle.logEntries) entries.push(await verifyLogEntry(entry, context))
  const logged = entries.flatMap(({ log, time }): TrustedTime[] =>
    time === undefined ? [] : [{ source: 'transparency-log', authority: log.name, time }],
  )
  return {
    times: distinctTimes([...stamped, ...logged]),
    logged: distinctLogs(entries).map(({ log, index }) => ({ log: log.name, index })),
  }
}
