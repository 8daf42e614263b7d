// Authorities of a trusted root: a chain of certificates, and the period in which the root trusts it. The last
// certificate is trusted because the root lists it, self-signed or not (sigstore_trustroot.proto).
import {
  checkAuthority,
  type Purpose,
  DerError,
  isWithin,
  type Period,
  isSignedNow,
  issuerClaim,
  isNamedIssuer,
  type Certificate,
} from '@open-claw/asn1'

export interface Authority {
  /** Operator, URL or name in the trusted root. */
  readonly name: string
  /** In the order of issue, the one that signs first. */
  readonly chain: readonly [Certificate, ...Certificate[]]
  readonly validFor: Period
}

const isIssuedBy = (certificate: Certificate, issuer: Certificate): boolean =>
  isNamedIssuer(certificate, issuer) && isSignedNow(issuer.key, issuerClaim(certificate))

function checkLinks(chain: readonly Certificate[]): void {
  for (const [index, certificate] of chain.entries()) {
    const issuer = chain[index + 1]
    if (issuer !== undefined && !isIssuedBy(certificate, issuer))
      throw new DerError('was not issued by the next one of its chain')
    // A certificate that names itself as its issuer, but is not, would only look like a root.
    if (isNamedIssuer(certificate, certificate) && !isSignedNow(certificate.key, issuerClaim(certificate)))
      throw new DerError('names itself as its issuer and has the signature of another')
  }
}

/** Checks what does not depend on the time (RFC 5280 §6.1), once for each root. Throws DerError. */
export function checkAuthorityChain(chain: Authority['chain'], purpose: Purpose): void {
  // The chain of a timestamp authority begins with the certificate that signs timestamps. It is checked when it
  // is used, since public roots list one that RFC 3161 forbids.
  const authorities = purpose === 'timeStamping' ? chain.slice(1) : chain
  if (authorities.length === 0) throw new DerError('has no authority above it')
  for (const [below, certificate] of authorities.entries()) checkAuthority(certificate, purpose, below)
  checkLinks(chain)
}

/** Returns each certificate of the chain as an issuer, with the chain above it: any of them may have issued (RFC 5280 §6.1). */
export const eachIssuer = (authority: Authority): Authority[] =>
  authority.chain.map((issuer, index) => ({
    ...authority,
    chain: [issuer, ...authority.chain.slice(index + 1)],
  }))

/** Checks whether the root trusts the authority at this time, and each certificate of its chain is valid. */
export const isInForce = ({ chain, validFor }: Authority, time: number): boolean =>
  isWithin(time, validFor) && chain.every(({ validity }) => isWithin(time, validity))
