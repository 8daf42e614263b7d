import { ALGORITHMS, arrivesAs, type Algorithm, type KeyRow } from '@open-claw/core'
import { AZURE_ALGORITHMS } from './algorithms.ts'

function keyKind(algorithm: Algorithm): string {
  const { node } = ALGORITHMS[algorithm]
  if ('curve' in node) return `EC ${node.curve}`
  return 'bits' in node ? `RSA ${node.bits}` : node.type
}

/** Every way in which an Azure key signs. */
export const AZURE_KEY_ROWS: readonly KeyRow[] = [...AZURE_ALGORITHMS].map(([algorithm, { alg }]) => ({
  kind: keyKind(algorithm),
  algorithm,
  parameters: { alg },
  encoding: arrivesAs(algorithm, 'r‖s'),
}))
