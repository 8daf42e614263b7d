// Authorities of a trusted root: a chain of certificates that ends in a self-signed one, and the period
// in which the root trusts it.
import { checkAuthority, checkEndEntity, type Purpose } from './extensions.ts'
import { DerError } from './der.ts'
import { isWithin, type Period } from './time.ts'
import { isIssuedBy, type Certificate } from './x509.ts'

export interface Authority {
  /** URL or name in the trusted root. */
  readonly name: string
  /** The certificate that signs first, the self-signed one last. */
  readonly chain: readonly [Certificate, ...Certificate[]]
  readonly validFor: Period
}

async function checkLinks(chain: readonly Certificate[]): Promise<void> {
  for (const [index, certificate] of chain.entries()) {
    const issuer = chain[index + 1] ?? certificate
    if (!(await isIssuedBy(certificate, issuer))) {
      throw new DerError(
        index === chain.length - 1 ? 'does not end in a self-signed certificate' : 'is not in the order of issue',
      )
    }
  }
}

/** RFC 5280 §6.1, what does not depend on the time: once for each root. Throws DerError. */
export async function checkAuthorityChain(chain: Authority['chain'], purpose: Purpose): Promise<void> {
  const [first, ...others] = chain
  // The chain of a timestamp authority begins with the certificate that signs timestamps.
  const authorities = purpose === 'timeStamping' ? others : chain
  if (purpose === 'timeStamping') checkEndEntity(first, purpose)
  for (const [below, certificate] of authorities.entries()) checkAuthority(certificate, purpose, below)
  await checkLinks(chain)
}

/** Whether the root trusts the authority at this time, and each certificate of its chain is valid. */
export const isInForce = ({ chain, validFor }: Authority, time: number): boolean =>
  isWithin(time, validFor) && chain.every(({ validity }) => isWithin(time, validity))
