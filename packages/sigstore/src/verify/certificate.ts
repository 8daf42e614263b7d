// Checks the certificate of a bundle against the authorities of a trusted root.
import { ClawError, type CertificateIdentity, type CheckedAlgorithm, type CheckedKey } from '@open-claw/core'
import type { TrustedLog } from '../log/trusted-log.ts'
import { isInForce, type Authority } from './chain.ts'
import {
  DerError,
  checkEndEntity,
  isSignedBy,
  isWithin,
  issuerClaim,
  isNamedIssuer,
  parseCertificate,
  type Certificate,
} from '@open-claw/asn1'
import { certifiedIdentity } from './identity.ts'
import { checkTransparency } from './sct.ts'

/** A certificate that may issue others, with its chain and the logs that must hold what it issues. */
export interface CertificateAuthority extends Authority {
  readonly ctLogs: readonly TrustedLog[]
}

/** A certificate that can sign, and the identity in it. It is not trusted yet. */
export interface SignerCertificate {
  readonly certificate: Certificate
  readonly identity: CertificateIdentity
  readonly keys: readonly CheckedKey[]
}

/**
 * The algorithms that a certified key may sign with; the certificate does not say. The hash has the size of
 * the curve, or is SHA-256, which older clients use for every curve; RSA is PKCS #1 v1.5, as in Fulcio's clients.
 */
const ALGORITHMS: ReadonlyMap<string, readonly CheckedAlgorithm[]> = new Map([
  ['ec prime256v1', ['ecdsa-p256-sha256']],
  ['ec secp384r1', ['ecdsa-p384-sha384', 'ecdsa-p384-sha256']],
  ['ec secp521r1', ['ecdsa-p521-sha512', 'ecdsa-p521-sha256']],
  ['rsa 2048', ['rsa-pkcs1-2048-sha256']],
  ['rsa 3072', ['rsa-pkcs1-3072-sha256']],
  ['rsa 4096', ['rsa-pkcs1-4096-sha256']],
  ['ed25519', ['ed25519']],
])

function signingKeys({ key }: Certificate): readonly CheckedKey[] {
  const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {}
  const kind = [key.asymmetricKeyType, namedCurve ?? modulusLength]
    .filter((part) => part !== undefined)
    .join(' ')
  const algorithms = ALGORITHMS.get(kind)
  if (algorithms === undefined) throw new DerError('has a key of a kind that is not supported')
  return algorithms.map((algorithm) => ({ algorithm, key }))
}

const invalid = (message: string): ClawError => new ClawError('CERTIFICATE_INVALID', message)

/** Runs `read`, and throws CERTIFICATE_INVALID for bytes that it cannot read. */
async function reading<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw error instanceof DerError ? invalid(`The certificate of the bundle ${error.message}.`) : error
  }
}

/**
 * Reads the certificate of a bundle, the first of its chain. The others are ignored: "Verifiers SHOULD
 * handle old or non-complying bundles that have superfluous intermediate and/or root CA certificates by either
 * ignoring them or explicitly considering them untrusted" (sigstore_bundle.proto, VerificationMaterial).
 * Throws CERTIFICATE_INVALID.
 */
export function readSigner([leaf]: readonly [Buffer, ...Buffer[]]): Promise<SignerCertificate> {
  return reading(() => {
    const certificate = parseCertificate(leaf)
    checkEndEntity(certificate, 'codeSigning')
    return { certificate, identity: certifiedIdentity(certificate), keys: signingKeys(certificate) }
  })
}

/** Finds the authorities that issued this certificate. Throws CERTIFICATE_UNTRUSTED. */
export async function findIssuers(
  { certificate }: SignerCertificate,
  authorities: readonly CertificateAuthority[],
): Promise<CertificateAuthority[]> {
  const named = authorities.filter(({ chain: [issuer] }) => isNamedIssuer(certificate, issuer))
  const found: CertificateAuthority[] = []
  for (const authority of named)
    if (await isSignedBy(authority.chain[0].key, issuerClaim(certificate))) found.push(authority)
  if (found.length === 0)
    throw new ClawError(
      'CERTIFICATE_UNTRUSTED',
      'The certificate of the bundle does not lead to an authority of the trusted root.',
    )
  return found
}

const expired = (message: string): ClawError => new ClawError('CERTIFICATE_EXPIRED', message)

/**
 * Returns the issuers that were trusted, with valid certificates, at every established time. Throws
 * CERTIFICATE_EXPIRED if there is none, or if the certificate itself was not valid.
 */
export function issuersInForce(
  { certificate }: SignerCertificate,
  issuers: readonly CertificateAuthority[],
  times: readonly number[],
): readonly CertificateAuthority[] {
  if (!times.every((time) => isWithin(time, certificate.validity)))
    throw expired(
      'The certificate of the bundle was not valid at a time that is established for the signature.',
    )
  const inForce = issuers.filter((authority) => times.every((time) => isInForce(authority, time)))
  if (inForce.length === 0)
    throw expired(
      'The certificate of the bundle is of an authority that was not trusted, or not valid, at a time that is established.',
    )
  return inForce
}

/** Checks that a log of one of the issuers accepted the certificate. Throws SCT_INVALID or CERTIFICATE_INVALID. */
export async function checkAnyTransparency(
  { certificate }: SignerCertificate,
  issuers: readonly CertificateAuthority[],
): Promise<void> {
  let refusal: ClawError | undefined
  for (const { chain, ctLogs } of issuers) {
    // A trusted root without such logs requires none; the root of GitHub's own instance is one.
    if (ctLogs.length === 0) return
    try {
      return await reading(() => checkTransparency(certificate, chain[0], ctLogs))
    } catch (error) {
      if (!(error instanceof ClawError)) throw error
      refusal = error
    }
  }
  if (refusal !== undefined) throw refusal
}
