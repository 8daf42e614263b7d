import { arrivesAs, type KeyRow } from '@open-claw/core'
import { TRANSIT_ALGORITHMS, transitParameters } from './algorithms.ts'

/** Every way in which a transit key signs. */
export const TRANSIT_KEY_ROWS: readonly KeyRow[] = [...TRANSIT_ALGORITHMS].flatMap(([kind, algorithms]) =>
  algorithms.map((algorithm) => ({
    kind,
    algorithm,
    parameters: transitParameters(algorithm),
    encoding: arrivesAs(algorithm, 'DER'),
  })),
)
