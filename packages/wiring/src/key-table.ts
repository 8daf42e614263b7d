// Every way in which a key of some service signs, in one table: for the documentation, and for tests that
// sign with each row. The services' own modules hold the facts; here they are side by side.
import { ALGORITHMS, type Algorithm, type KeyScheme } from '@open-claw/core'
import { AWS_ALGORITHMS, MESSAGE_TYPES } from '@open-claw/aws'
import { AZURE_ALGORITHMS } from '@open-claw/azure'
import { GOOGLE_ALGORITHMS } from '@open-claw/google'
import { TRANSIT_ALGORITHMS, transitParameters } from '@open-claw/vault'

/** One row. What crosses and `PublicKeyDetails` are in ALGORITHMS, by `algorithm`. */
export interface KeyTableRow {
  readonly scheme: KeyScheme
  /** The kind of key in the words of the service. */
  readonly kind: string
  readonly algorithm: Algorithm
  /** What the service is told beside the input. */
  readonly parameters: { readonly [name: string]: unknown }
  /** As the signature arrives; what is not DER of an ECDSA signature is turned into it here. */
  readonly encoding: 'DER' | 'r‖s' | 'raw'
}

const encodingOf = (algorithm: Algorithm, ecdsa: 'DER' | 'r‖s'): KeyTableRow['encoding'] =>
  ALGORITHMS[algorithm].key === 'ec' ? ecdsa : 'raw'

const GOOGLE: readonly KeyTableRow[] = [...GOOGLE_ALGORITHMS].map(([kind, { algorithm, feed }]) => ({
  scheme: 'gcpkms',
  kind,
  algorithm,
  // The key itself fixes padding and hash.
  parameters: feed === 'digest-info' ? { data: 'DigestInfo' } : {},
  encoding: encodingOf(algorithm, 'DER'),
}))

const AWS: readonly KeyTableRow[] = [...AWS_ALGORITHMS].flatMap(([kind, rows]) =>
  rows.map(({ signing, algorithm }) => ({
    scheme: 'awskms' as const,
    kind,
    algorithm,
    parameters: { SigningAlgorithm: signing, MessageType: MESSAGE_TYPES[ALGORITHMS[algorithm].input] },
    encoding: encodingOf(algorithm, 'DER'),
  })),
)

function azureKind(algorithm: Algorithm): string {
  const { node } = ALGORITHMS[algorithm]
  if ('curve' in node) return `EC ${node.curve}`
  return 'bits' in node ? `RSA ${node.bits}` : node.type
}

const AZURE: readonly KeyTableRow[] = [...AZURE_ALGORITHMS].map(([algorithm, { alg }]) => ({
  scheme: 'azurekms',
  kind: azureKind(algorithm),
  algorithm,
  parameters: { alg },
  encoding: encodingOf(algorithm, 'r‖s'),
}))

const VAULT: readonly KeyTableRow[] = [...TRANSIT_ALGORITHMS].flatMap(([kind, algorithms]) =>
  algorithms.map((algorithm) => ({
    scheme: 'hashivault' as const,
    kind,
    algorithm,
    parameters: transitParameters(algorithm),
    encoding: encodingOf(algorithm, 'DER'),
  })),
)

export const KEY_TABLE: readonly KeyTableRow[] = [...GOOGLE, ...AWS, ...AZURE, ...VAULT]
