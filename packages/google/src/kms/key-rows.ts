import { arrivesAs, type KeyRow } from '@open-claw/core'
import { GOOGLE_ALGORITHMS } from './algorithms.ts'

/** Every way in which a Google Cloud KMS key signs. */
export const GOOGLE_KEY_ROWS: readonly KeyRow[] = [...GOOGLE_ALGORITHMS].map(
  ([kind, { algorithm, feed }]) => ({
    kind,
    algorithm,
    // The key itself determines padding and hash.
    parameters: feed === 'digest-info' ? { data: 'DigestInfo' } : {},
    encoding: arrivesAs(algorithm, 'DER'),
  }),
)
