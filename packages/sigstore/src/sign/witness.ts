// All who are to say that a signature existed, asked at once.
import type { Clock, Witness } from '@open-claw/core'
import { rekorEntry } from './rekor.ts'
import { timestamp } from './timestamp.ts'
import type { SigningServices } from '../services/instances.ts'

/** Whom to ask. */
export interface WitnessOptions extends Pick<SigningServices, 'timestampAuthorities' | 'log'> {
  readonly clock: Clock
}

/** A witness for whom one failure is the failure of all: a bundle is complete or it is not written. */
export function witnessOf({ timestampAuthorities, log, clock }: WitnessOptions): Witness {
  return {
    async attest(signed) {
      const [timestamps, logEntries] = await Promise.all([
        Promise.all(timestampAuthorities.map((url) => timestamp(url, signed.content.signature, { clock }))),
        Promise.all((log === undefined ? [] : [log]).map((one) => rekorEntry({ log: one, signed, clock }))),
      ])
      return { timestamps, logEntries }
    },
  }
}
