// How Azure Key Vault keys sign. An elliptic curve determines the algorithm. An RSA key has six, and the
// caller chooses: deriving the hash from the key size, as others do, would sign with an unchosen algorithm.
import type { Algorithm } from '@open-claw/core'

interface AzureAlgorithm {
  /** The name in RFC 7518 and RFC 8812, which the service expects. */
  readonly alg: string
  /** Size of a signature from the service: r and s side by side, or the size of the modulus. */
  readonly signatureBytes: number
}

const row = (alg: string, signatureBytes: number): AzureAlgorithm => ({ alg, signatureBytes })

export const AZURE_ALGORITHMS: ReadonlyMap<Algorithm, AzureAlgorithm> = new Map<Algorithm, AzureAlgorithm>([
  ['ecdsa-p256-sha256', row('ES256', 64)],
  ['ecdsa-p384-sha384', row('ES384', 96)],
  ['ecdsa-p521-sha512', row('ES512', 132)],
  ['ecdsa-secp256k1-sha256', row('ES256K', 64)],
  ['rsa-pkcs1-2048-sha256', row('RS256', 256)],
  ['rsa-pkcs1-2048-sha384', row('RS384', 256)],
  ['rsa-pkcs1-2048-sha512', row('RS512', 256)],
  ['rsa-pkcs1-3072-sha256', row('RS256', 384)],
  ['rsa-pkcs1-3072-sha384', row('RS384', 384)],
  ['rsa-pkcs1-3072-sha512', row('RS512', 384)],
  ['rsa-pkcs1-4096-sha256', row('RS256', 512)],
  ['rsa-pkcs1-4096-sha384', row('RS384', 512)],
  ['rsa-pkcs1-4096-sha512', row('RS512', 512)],
  ['rsa-pss-2048-sha256', row('PS256', 256)],
  ['rsa-pss-2048-sha384', row('PS384', 256)],
  ['rsa-pss-2048-sha512', row('PS512', 256)],
  ['rsa-pss-3072-sha256', row('PS256', 384)],
  ['rsa-pss-3072-sha384', row('PS384', 384)],
  ['rsa-pss-3072-sha512', row('PS512', 384)],
  ['rsa-pss-4096-sha256', row('PS256', 512)],
  ['rsa-pss-4096-sha384', row('PS384', 512)],
  ['rsa-pss-4096-sha512', row('PS512', 512)],
])

/** Key types that sign, and where the private key is. */
export const PROTECTION_LEVELS: ReadonlyMap<string, { readonly kty: 'EC' | 'RSA'; readonly level: string }> =
  new Map([
    ['EC', { kty: 'EC', level: 'SOFTWARE' }],
    ['EC-HSM', { kty: 'EC', level: 'HSM' }],
    ['RSA', { kty: 'RSA', level: 'SOFTWARE' }],
    ['RSA-HSM', { kty: 'RSA', level: 'HSM' }],
  ])

/** Azure's curve names, and those of JWK in node:crypto. */
export const CURVES: ReadonlyMap<string, string> = new Map([
  ['P-256', 'P-256'],
  ['P-384', 'P-384'],
  ['P-521', 'P-521'],
  ['P-256K', 'secp256k1'],
  ['SECP256K1', 'secp256k1'],
])
