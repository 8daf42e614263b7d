// The command with which a reader of the summary checks what was signed, without us.
import { ALGORITHMS, SLSA_PROVENANCE_TYPE, type SigningKey } from '@open-claw/core'
import type { SignerCertificate, SigningServices } from '@open-claw/sigstore'
import type { SigningResult } from '@open-claw/usecases'

/** What the command depends on. */
type Signed = Pick<SigningResult, 'key' | 'services' | 'stored'>

/** What a log of certificates leaves in them (RFC 6962 §3.3). */
const SCT_LIST = '1.3.6.1.4.1.11129.2.4.2'

/** A name that a shell takes literally without quotes. */
const isShellPlain = (text: string): boolean => /^[A-Za-z0-9_./][A-Za-z0-9_./+@:-]*$/.test(text)

/** Whether a service is asked that cosign does not trust by itself. */
function hasOwnServices({ certificateAuthority, timestampAuthorities, log }: SigningServices): boolean {
  const urls = [certificateAuthority, ...timestampAuthorities, log?.url]
  return urls.some((url) => url !== undefined && !url.hostname.endsWith('.sigstore.dev'))
}

/** With a public key, cosign hashes with SHA-256 and takes RSA for PKCS #1 v1.5; Ed25519 it knows for statements. */
function isKnownToCosign({ algorithm }: SigningKey, type: string | undefined): boolean {
  const { hash, padding } = ALGORITHMS[algorithm]
  if (algorithm === 'ed25519') return type !== undefined
  return algorithm === 'ecdsa-p256-sha256' || (padding === 'pkcs1' && hash === 'sha256')
}

/** Who signed, in flags of cosign; undefined where a shell would read more into it. */
function signerFlags(signer: SignerCertificate | undefined): string[] | undefined {
  if (signer === undefined) return ['--key key.pem']
  const { identity, certificate } = signer
  if (![identity.subject, identity.issuer].every(isShellPlain)) return undefined
  return [
    `--certificate-identity ${identity.subject} --certificate-oidc-issuer ${identity.issuer}`,
    // The instance of GitHub has no log of certificates, and an own one may have none.
    ...(certificate.extensions.has(SCT_LIST) ? [] : ['--insecure-ignore-sct']),
  ]
}

/** How cosign is told whom to trust, and in words; undefined where it cannot be told. */
function cosignFlags(
  { services }: Pick<Signed, 'services'>,
  signer: SignerCertificate | undefined,
): { readonly flags: string; readonly what: string } | undefined {
  const { timestampAuthorities, log } = services
  const own = hasOwnServices(services)
  const who = signerFlags(signer)
  if (who === undefined) return undefined
  const flags = [
    ...who,
    ...(own ? ['--trusted-root trusted-root.json'] : []),
    ...(timestampAuthorities.length > 0 ? ['--use-signed-timestamps'] : []),
    ...(log === undefined ? ['--insecure-ignore-tlog'] : []),
  ]
  const needs = [
    ...(signer === undefined ? ['the public key of this step in `key.pem`'] : []),
    ...(own ? ['the trusted root of these services in `trusted-root.json`'] : []),
  ]
  return { flags: flags.join(' '), what: needs.length === 0 ? 'with cosign' : `with ${needs.join(' and ')}` }
}

/** No word has a space: a shell takes the lines for one. A block of code that is too wide hides its end. */
const wrapped = (command: string): string => command.replaceAll(' --', ' \\\n  --')

/** How anybody checks the first file with cosign, in Markdown; empty where there is none, cosign does not know the algorithm, or a shell would read more into its name. */
export function checkCommand(result: Signed, signer: SignerCertificate | undefined): string {
  const { stored, key } = result
  const trust = cosignFlags(result, signer)
  const [first] = stored
  const subject = first?.bundle.subjects.find(({ source }) => source === 'file')
  if (first === undefined || subject === undefined || trust === undefined) return ''
  const { predicateType } = first.bundle
  if (!isKnownToCosign(key, predicateType)) return ''
  const type = predicateType === SLSA_PROVENANCE_TYPE ? 'slsaprovenance1' : predicateType
  if (![first.path, subject.name, type ?? 'none'].every(isShellPlain)) return ''
  const verb = type === undefined ? 'verify-blob' : `verify-blob-attestation --type ${type}`
  return `\nCheck it anywhere, ${trust.what}:\n\n\`\`\`sh\n${wrapped(`cosign ${verb} ${trust.flags} --bundle ${first.path}`)} \\\n  ${subject.name}\n\`\`\`\n`
}
