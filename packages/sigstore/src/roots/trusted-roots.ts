// Prepares trusted roots for checking bundles. Certificates and keys are read, and the chains of authorities
// checked, once; the work left for each bundle does not depend on the size of the root.
import { printable, type TrustedRoots } from '@open-claw/core'
import type { TrustedLog } from '../log/trusted-log.ts'
import { checkCertificate, checkWitnesses, type TrustAnchors } from '../verify/bundle-checks.ts'
import { checkAuthorityChain, eachIssuer, type Authority } from '../verify/chain.ts'
import { DerError, type Purpose, parseCertificate } from '@open-claw/asn1'
import { readLogKey } from './key-details.ts'
import { rootInvalid, type AuthorityJson, type LogJson, type TrustedRootMaterial } from './trusted-root.ts'

/** Prefers the operator: a count of authorities must not count two of one operator (sigstore_trustroot.proto). */
function authorityName({ operator, uri, subject: { organization, commonName } }: AuthorityJson): string {
  const subject = [organization, commonName].filter((part) => part !== '').join(' ')
  return [operator, uri, subject].find((name) => name !== '') ?? 'unnamed'
}

function readAuthority(json: AuthorityJson, purpose: Purpose, root: string): Authority {
  const name = authorityName(json)
  try {
    const [first, ...others] = json.certChain.certificates.map(({ rawBytes }) => parseCertificate(rawBytes))
    if (first === undefined) throw new DerError('is missing')
    const authority: Authority = { name, chain: [first, ...others], validFor: json.validFor }
    checkAuthorityChain(authority.chain, purpose)
    return authority
  } catch (error) {
    if (!(error instanceof DerError)) throw error
    throw rootInvalid(
      `The trusted root "${printable(root)}" has a certificate of the authority "${printable(name)}" that ${error.message}.`,
    )
  }
}

function readLog(
  { baseUrl, operator, publicKey, logId, checkpointKeyId }: LogJson,
  root: string,
): TrustedLog {
  const key = readLogKey(publicKey.rawBytes, publicKey.keyDetails)
  if (key === undefined)
    throw rootInvalid(
      `The trusted root "${printable(root)}" has a key of the log "${printable(baseUrl)}" that is not what it says.`,
    )
  const ids = [logId, ...(checkpointKeyId === undefined ? [] : [checkpointKeyId])].map(({ keyId }) => keyId)
  return { name: baseUrl, operator, ids, validFor: publicKey.validFor, ...key }
}

/** The certificate transparency logs of a root apply to its own authorities only: another root may have none. */
function trustAnchors(material: TrustedRootMaterial): TrustAnchors {
  const { name, certificateAuthorities, timestampAuthorities, tlogs, ctlogs } = material
  if (certificateAuthorities.length + timestampAuthorities.length + tlogs.length === 0)
    throw rootInvalid(`The trusted root "${printable(name)}" trusts nobody.`)
  const ctLogs = ctlogs.map((log) => readLog(log, name))
  return {
    issuers: certificateAuthorities
      .flatMap((json) => eachIssuer(readAuthority(json, 'codeSigning', name)))
      .map((issuer) => ({ ...issuer, ctLogs })),
    authorities: timestampAuthorities.map((json) => readAuthority(json, 'timeStamping', name)),
    logs: tlogs.map((log) => readLog(log, name)),
  }
}

/** Gives one name to each key: one key in two roots, or in two certificates, is still a single witness. */
function namedByKey(authorities: readonly Authority[]): Authority[] {
  const names = new Map<string, string>()
  return authorities.map((authority) => {
    const key = authority.chain[0].spki.toString('base64')
    const name = names.get(key) ?? authority.name
    names.set(key, name)
    return { ...authority, name }
  })
}

/**
 * Reads the certificates and keys of roots. Each of several roots is trusted for everything.
 * Throws TRUSTED_ROOT_INVALID if a certificate or key cannot be used.
 */
export function readTrustedRoots(materials: readonly TrustedRootMaterial[]): TrustedRoots {
  const roots = materials.map(trustAnchors)
  const trusted = {
    issuers: roots.flatMap(({ issuers }) => issuers),
    authorities: namedByKey(roots.flatMap(({ authorities }) => authorities)),
    logs: roots.flatMap(({ logs }) => logs),
  }
  return {
    witnesses: (bundle, publicKey) => checkWitnesses(bundle, { kind: 'key', der: publicKey }, trusted),
    certificate: (bundle) => checkCertificate(bundle, trusted),
  }
}
