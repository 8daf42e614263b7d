// The algorithms of each type of transit key, and the parameters that select them.
import { ALGORITHMS, type Algorithm } from '@open-claw/core'

type RsaBits = 2048 | 3072 | 4096

/** An RSA key takes every padding and hash; which one is the caller's choice. */
const rsa = (bits: RsaBits): readonly Algorithm[] => [
  `rsa-pkcs1-${bits}-sha256`,
  `rsa-pkcs1-${bits}-sha384`,
  `rsa-pkcs1-${bits}-sha512`,
  `rsa-pss-${bits}-sha256`,
  `rsa-pss-${bits}-sha384`,
  `rsa-pss-${bits}-sha512`,
]

/** Algorithms by the `type` of a transit key. */
export const TRANSIT_ALGORITHMS: ReadonlyMap<string, readonly Algorithm[]> = new Map([
  ['ecdsa-p256', ['ecdsa-p256-sha256']],
  ['ecdsa-p384', ['ecdsa-p384-sha384']],
  ['ecdsa-p521', ['ecdsa-p521-sha512']],
  ['ed25519', ['ed25519']],
  ['rsa-2048', rsa(2048)],
  ['rsa-3072', rsa(3072)],
  ['rsa-4096', rsa(4096)],
] satisfies readonly (readonly [string, readonly Algorithm[]])[])

/** Vault accepts no JSON string above 1 MiB, and the message is one in base64. */
export const MAX_MESSAGE_BYTES: number = (1024 * 1024 * 3) / 4

const HASHES = { sha256: 'sha2-256', sha384: 'sha2-384', sha512: 'sha2-512' } as const
const PADDINGS = { pkcs1: 'pkcs1v15', pss: 'pss' } as const

/**
 * Returns the parameters of a signature by `algorithm`, beside its input. All are sent, even if they are
 * today's defaults. Ed25519 takes none: Vault refuses to sign a digest with it.
 */
export function transitParameters(algorithm: Algorithm): { readonly [name: string]: unknown } {
  const { hash, padding } = ALGORITHMS[algorithm]
  if (hash === null) return {}
  return {
    prehashed: true,
    hash_algorithm: HASHES[hash],
    marshaling_algorithm: 'asn1',
    ...(padding === null ? {} : { signature_algorithm: PADDINGS[padding] }),
    // Vault's default is the longest salt that fits; verifiers that expect the digest's length refuse it.
    ...(padding === 'pss' ? { salt_length: 'hash' } : {}),
  }
}
