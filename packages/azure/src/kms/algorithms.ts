// How keys of Azure Key Vault sign. An elliptic curve fixes the algorithm; an RSA key has six, and the
// caller chooses: to derive the hash from the size, as others do, would sign with what nobody chose.
import type { Algorithm } from '@open-claw/core'

interface AzureAlgorithm {
  /** The name in RFC 7518 and RFC 8812, which the service takes. */
  readonly alg: string
  /** Of a signature as the service gives it: r and s side by side, or the size of the modulus. */
  readonly signatureBytes: number
}

const of = (alg: string, signatureBytes: number): AzureAlgorithm => ({ alg, signatureBytes })

export const AZURE_ALGORITHMS: ReadonlyMap<Algorithm, AzureAlgorithm> = new Map<Algorithm, AzureAlgorithm>([
  ['ecdsa-p256-sha256', of('ES256', 64)],
  ['ecdsa-p384-sha384', of('ES384', 96)],
  ['ecdsa-p521-sha512', of('ES512', 132)],
  ['ecdsa-secp256k1-sha256', of('ES256K', 64)],
  ['rsa-pkcs1-2048-sha256', of('RS256', 256)],
  ['rsa-pkcs1-2048-sha384', of('RS384', 256)],
  ['rsa-pkcs1-2048-sha512', of('RS512', 256)],
  ['rsa-pkcs1-3072-sha256', of('RS256', 384)],
  ['rsa-pkcs1-3072-sha384', of('RS384', 384)],
  ['rsa-pkcs1-3072-sha512', of('RS512', 384)],
  ['rsa-pkcs1-4096-sha256', of('RS256', 512)],
  ['rsa-pkcs1-4096-sha384', of('RS384', 512)],
  ['rsa-pkcs1-4096-sha512', of('RS512', 512)],
  ['rsa-pss-2048-sha256', of('PS256', 256)],
  ['rsa-pss-2048-sha384', of('PS384', 256)],
  ['rsa-pss-2048-sha512', of('PS512', 256)],
  ['rsa-pss-3072-sha256', of('PS256', 384)],
  ['rsa-pss-3072-sha384', of('PS384', 384)],
  ['rsa-pss-3072-sha512', of('PS512', 384)],
  ['rsa-pss-4096-sha256', of('PS256', 512)],
  ['rsa-pss-4096-sha384', of('PS384', 512)],
  ['rsa-pss-4096-sha512', of('PS512', 512)],
])

/** Types of keys that sign, by where their private half is. */
export const PROTECTION_LEVELS: ReadonlyMap<string, { readonly kty: 'EC' | 'RSA'; readonly level: string }> =
  new Map([
    ['EC', { kty: 'EC', level: 'SOFTWARE' }],
    ['EC-HSM', { kty: 'EC', level: 'HSM' }],
    ['RSA', { kty: 'RSA', level: 'SOFTWARE' }],
    ['RSA-HSM', { kty: 'RSA', level: 'HSM' }],
  ])

/** Curves by Azure's names, to those of JWK in node:crypto. */
export const CURVES: ReadonlyMap<string, string> = new Map([
  ['P-256', 'P-256'],
  ['P-384', 'P-384'],
  ['P-521', 'P-521'],
  ['P-256K', 'secp256k1'],
  ['SECP256K1', 'secp256k1'],
])
