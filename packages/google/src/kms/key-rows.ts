import { arrivesAs, type KeyRow } from '@open-claw/core'
import { GOOGLE_ALGORITHMS } from './algorithms.ts'

/** Every way in which a key of Google Cloud KMS signs. */
export const GOOGLE_KEY_ROWS: readonly KeyRow[] = [...GOOGLE_ALGORITHMS].map(
  ([kind, { algorithm, feed }]) => ({
    kind,
    algorithm,
    // The key itself fixes padding and hash.
    parameters: feed === 'digest-info' ? { data: 'DigestInfo' } : {},
    encoding: arrivesAs(algorithm, 'DER'),
  }),
)
