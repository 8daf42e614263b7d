// Asks all timestamp authorities and logs at once to attest that a signature existed.
import type { Algorithm, Clock, Witness } from '@open-claw/core'
import { logAlgorithm } from './log-algorithms.ts'
import { rekorEntry } from './rekor.ts'
import { timestamp } from './timestamp.ts'
import { parseCertificate } from '@open-claw/asn1'
import type { SigningServices } from '../services/instances.ts'

/** The services to ask. */
export interface WitnessOptions extends Pick<SigningServices, 'timestampAuthorities' | 'log'> {
  readonly clock: Clock
}

/** A witness that can tell beforehand what it cannot attest. */
export interface CheckedWitness extends Witness {
  /** Throws LOG_REFUSED if the log cannot hold signatures by this kind of key over this kind of content. */
  check(key: { readonly algorithm: Algorithm }, kind: 'envelope' | 'message'): void
}

/** Combines services into one witness that fails if any of them fails: a bundle is complete or it is not written. */
export function combinedWitness({ timestampAuthorities, log, clock }: WitnessOptions): CheckedWitness {
  return {
    check(key, kind) {
      if (log !== undefined) logAlgorithm({ key, content: { kind } }, log)
    },
    async attest(signed) {
      const { certificate } = signed.key
      const within =
        certificate === undefined ? undefined : parseCertificate(Buffer.from(certificate)).validity
      const [timestamps, logEntries] = await Promise.all([
        Promise.all(
          timestampAuthorities.map((url) => timestamp(url, signed.content.signature, { clock, within })),
        ),
        Promise.all((log === undefined ? [] : [log]).map((one) => rekorEntry({ log: one, signed, clock }))),
      ])
      return { timestamps, logEntries }
    },
  }
}
