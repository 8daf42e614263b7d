import { ALGORITHMS, arrivesAs, type KeyRow } from '@open-claw/core'
import { AWS_ALGORITHMS, MESSAGE_TYPES } from './algorithms.ts'

/** Every way in which an AWS KMS key signs. */
export const AWS_KEY_ROWS: readonly KeyRow[] = [...AWS_ALGORITHMS].flatMap(([kind, rows]) =>
  rows.map(({ signing, algorithm }) => ({
    kind,
    algorithm,
    parameters: { SigningAlgorithm: signing, MessageType: MESSAGE_TYPES[ALGORITHMS[algorithm].input] },
    encoding: arrivesAs(algorithm, 'DER'),
  })),
)
