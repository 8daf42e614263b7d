// Authorities of a trusted root: a chain of certificates that ends in a self-signed one, and the period
// in which the root trusts it.
import { checkAuthority, type Purpose } from './extensions.ts'
import { DerError } from './der.ts'
import { isWithin, type Period } from './time.ts'
import { isSignedNow } from './signature.ts'
import { claimOf, isNamedIssuer, type Certificate } from './x509.ts'

export interface Authority {
  /** URL or name in the trusted root. */
  readonly name: string
  /** The certificate that signs first, the self-signed one last. */
  readonly chain: readonly [Certificate, ...Certificate[]]
  readonly validFor: Period
}

function checkLinks(chain: readonly Certificate[]): void {
  for (const [index, certificate] of chain.entries()) {
    const issuer = chain[index + 1] ?? certificate
    if (!isNamedIssuer(certificate, issuer) || !isSignedNow(issuer.key, claimOf(certificate))) {
      throw new DerError(
        index === chain.length - 1
          ? 'does not end in a self-signed certificate'
          : 'is not in the order of issue',
      )
    }
  }
}

/** RFC 5280 §6.1, what does not depend on the time: once for each root. Throws DerError. */
export function checkAuthorityChain(chain: Authority['chain'], purpose: Purpose): void {
  // The chain of a timestamp authority begins with the certificate that signs timestamps: each of them is
  // judged when one is used, since public roots list one that RFC 3161 forbids.
  const authorities = purpose === 'timeStamping' ? chain.slice(1) : chain
  for (const [below, certificate] of authorities.entries()) checkAuthority(certificate, purpose, below)
  checkLinks(chain)
}

/** Whether the root trusts the authority at this time, and each certificate of its chain is valid. */
export const isInForce = ({ chain, validFor }: Authority, time: number): boolean =>
  isWithin(time, validFor) && chain.every(({ validity }) => isWithin(time, validity))
