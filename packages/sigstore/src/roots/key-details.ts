// Log keys as trusted roots describe them (sigstore_common.proto, PublicKeyDetails).
import { createPublicKey, type KeyObject } from 'node:crypto'
import { isStrong, type Scheme } from '@open-claw/asn1'

interface KeyDetails {
  readonly format: 'spki' | 'pkcs1'
  readonly scheme: Scheme
  readonly curve?: string
  readonly bits?: number
}

const rsa = (format: 'spki' | 'pkcs1', bits?: number): KeyDetails => ({
  format,
  scheme: { type: 'rsa', hash: 'sha256' },
  ...(bits === undefined ? {} : { bits }),
})
const pss = (format: 'spki' | 'pkcs1', bits?: number): KeyDetails => ({
  ...rsa(format, bits),
  scheme: { type: 'rsa', hash: 'sha256', padding: 'pss' },
})
const ec = (curve: string, hash: 'sha256' | 'sha384' | 'sha512'): KeyDetails => ({
  format: 'spki',
  scheme: { type: 'ec', hash },
  curve,
})

/** No log uses Ed25519ph, LMS, or deterministic ECDSA under its own name. */
const KEY_DETAILS = {
  PKCS1_RSA_PKCS1V5: rsa('pkcs1'),
  PKCS1_RSA_PSS: pss('pkcs1'),
  PKIX_RSA_PKCS1V5: rsa('spki'),
  PKIX_RSA_PSS: pss('spki'),
  PKIX_RSA_PKCS1V15_2048_SHA256: rsa('spki', 2048),
  PKIX_RSA_PKCS1V15_3072_SHA256: rsa('spki', 3072),
  PKIX_RSA_PKCS1V15_4096_SHA256: rsa('spki', 4096),
  PKIX_RSA_PSS_2048_SHA256: pss('spki', 2048),
  PKIX_RSA_PSS_3072_SHA256: pss('spki', 3072),
  PKIX_RSA_PSS_4096_SHA256: pss('spki', 4096),
  PKIX_ECDSA_P256_SHA_256: ec('prime256v1', 'sha256'),
  PKIX_ECDSA_P384_SHA_384: ec('secp384r1', 'sha384'),
  PKIX_ECDSA_P521_SHA_512: ec('secp521r1', 'sha512'),
  PKIX_ECDSA_P384_SHA_256: ec('secp384r1', 'sha256'),
  PKIX_ECDSA_P521_SHA_256: ec('secp521r1', 'sha256'),
  PKIX_ED25519: { format: 'spki', scheme: { type: 'ed25519', hash: null } },
} as const satisfies Record<string, KeyDetails>

export type KeyDetailsName = keyof typeof KEY_DETAILS

export const isKeyDetailsName = (name: unknown): name is KeyDetailsName =>
  typeof name === 'string' && Object.hasOwn(KEY_DETAILS, name)

function fits(key: KeyObject, { scheme, curve, bits }: KeyDetails): boolean {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {}
  if (key.asymmetricKeyType !== scheme.type || !isStrong(key)) return false
  return (curve === undefined || curve === namedCurve) && (bits === undefined || bits === modulusLength)
}

/** Reads a key and how it signs. Returns undefined if the bytes are not a key of the named kind. */
export function readLogKey(
  rawBytes: Buffer,
  name: KeyDetailsName,
): { readonly key: KeyObject; readonly scheme: Scheme } | undefined {
  const details: KeyDetails = KEY_DETAILS[name]
  try {
    const key = createPublicKey({ key: rawBytes, format: 'der', type: details.format })
    return fits(key, details) ? { key, scheme: details.scheme } : undefined
  } catch {
    return undefined
  }
}
