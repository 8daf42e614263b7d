import { ALGORITHMS, arrivesAs, type Algorithm, type KeyRow } from '@open-claw/core'
import { AZURE_ALGORITHMS } from './algorithms.ts'

function kindOfKey(algorithm: Algorithm): string {
  const { node } = ALGORITHMS[algorithm]
  if ('curve' in node) return `EC ${node.curve}`
  return 'bits' in node ? `RSA ${node.bits}` : node.type
}

/** Every way in which a key of Azure signs. */
export const AZURE_KEY_ROWS: readonly KeyRow[] = [...AZURE_ALGORITHMS].map(([algorithm, { alg }]) => ({
  kind: kindOfKey(algorithm),
  algorithm,
  parameters: { alg },
  encoding: arrivesAs(algorithm, 'r‖s'),
}))
