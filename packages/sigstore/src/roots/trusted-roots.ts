// From trusted roots to a judge of bundles. Certificates and keys are read, and chains of authorities
// checked, once; what is left for each bundle does not depend on the size of the root.
import { ClawError, printable, type SigstoreBundle, type TrustedRoots } from '@open-claw/core'
import type { TrustedLog } from '../log/trusted-log.ts'
import { checkIssuance, findIssuers, readSigner, type CertificateAuthority } from '../verify/certificate.ts'
import { checkAuthorityChain, issuersOf, type Authority } from '../verify/chain.ts'
import { DerError, type Purpose, parseCertificate } from '@open-claw/asn1'
import { verifyWitnesses } from '../verify/witnesses.ts'
import { logKeyOf } from './key-details.ts'
import { rootError, type AuthorityJson, type LogJson, type TrustedRootMaterial } from './trusted-root.ts'

/** The operator where the root names one: whoever counts authorities must not count two of one operator (sigstore_trustroot.proto). */
function nameOf({ operator, uri, subject: { organization, commonName } }: AuthorityJson): string {
  const subject = [organization, commonName].filter((part) => part !== '').join(' ')
  return [operator, uri, subject].find((name) => name !== '') ?? 'unnamed'
}

function authorityOf(json: AuthorityJson, purpose: Purpose, root: string): Authority {
  const name = nameOf(json)
  try {
    const [first, ...others] = json.certChain.certificates.map(({ rawBytes }) => parseCertificate(rawBytes))
    if (first === undefined) throw new DerError('is missing')
    const authority: Authority = { name, chain: [first, ...others], validFor: json.validFor }
    checkAuthorityChain(authority.chain, purpose)
    return authority
  } catch (error) {
    if (!(error instanceof DerError)) throw error
    throw rootError(root, `has a certificate of the authority "${printable(name)}" that ${error.message}`)
  }
}

function logOf({ baseUrl, operator, publicKey, logId, checkpointKeyId }: LogJson, root: string): TrustedLog {
  const key = logKeyOf(publicKey.rawBytes, publicKey.keyDetails)
  if (key === undefined)
    throw rootError(root, `has a key of the log "${printable(baseUrl)}" that is not what it says`)
  const ids = [logId, ...(checkpointKeyId === undefined ? [] : [checkpointKeyId])].map(({ keyId }) => keyId)
  return { name: baseUrl, operator, ids, validFor: publicKey.validFor, ...key }
}

/** What one root trusts. Its certificate transparency logs are for its own authorities: another root may have none. */
interface Domain {
  readonly issuers: readonly CertificateAuthority[]
  readonly authorities: readonly Authority[]
  readonly logs: readonly TrustedLog[]
}

function domainOf(material: TrustedRootMaterial): Domain {
  const { name, certificateAuthorities, timestampAuthorities, tlogs, ctlogs } = material
  if (certificateAuthorities.length + timestampAuthorities.length + tlogs.length === 0)
    throw rootError(name, 'trusts nobody')
  const ctLogs = ctlogs.map((log) => logOf(log, name))
  return {
    issuers: certificateAuthorities
      .flatMap((json) => issuersOf(authorityOf(json, 'codeSigning', name)))
      .map((issuer) => ({ ...issuer, ctLogs })),
    authorities: timestampAuthorities.map((json) => authorityOf(json, 'timeStamping', name)),
    logs: tlogs.map((log) => logOf(log, name)),
  }
}

/** One key is one authority under whatever names: two roots, or two certificates of one key, are no two witnesses. */
function namedByKey(authorities: readonly Authority[]): Authority[] {
  const names = new Map<string, string>()
  return authorities.map((authority) => {
    const key = authority.chain[0].spki.toString('base64')
    const name = names.get(key) ?? authority.name
    names.set(key, name)
    return { ...authority, name }
  })
}

function chainOf({ signer }: SigstoreBundle): readonly [Buffer, ...Buffer[]] {
  if (signer.kind === 'certificate') return signer.chain
  throw new ClawError('CERTIFICATE_INVALID', 'The bundle has a key and no certificate.')
}

/**
 * What these roots establish of bundles; whoever gives several trusts each of them for everything.
 * Throws TRUSTED_ROOT_INVALID where a certificate or key cannot be used.
 */
export function trustedRootsOf(materials: readonly TrustedRootMaterial[]): TrustedRoots {
  const domains = materials.map(domainOf)
  const issuers = domains.flatMap((domain) => domain.issuers)
  const witnesses = {
    authorities: namedByKey(domains.flatMap(({ authorities }) => authorities)),
    logs: domains.flatMap(({ logs }) => logs),
  }
  return {
    witnesses: (bundle, publicKey) => verifyWitnesses(bundle, { kind: 'key', der: publicKey }, witnesses),
    certificate: async (bundle) => {
      const signer = await readSigner(chainOf(bundle))
      const found = await findIssuers(signer, issuers)
      const { identity, keys, certificate } = signer
      const facts = await verifyWitnesses(bundle, { kind: 'certificate', der: certificate.der }, witnesses)
      const times = facts.times.map(({ time }) => time)
      if (times.length === 0) {
        throw new ClawError(
          'TRUSTED_TIME_MISSING',
          'Nothing establishes when the bundle was signed, so nothing tells whether its certificate was valid.',
        )
      }
      await checkIssuance(signer, found, times)
      return { identity, keys, ...facts }
    },
  }
}
