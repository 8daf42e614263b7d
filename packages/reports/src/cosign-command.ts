// The cosign command with which a reader of the summary checks what was signed, without Open Claw.
import { ALGORITHMS, SLSA_PROVENANCE_TYPE, type SigningKey } from '@open-claw/core'
import type { SignerCertificate, SigningServices } from '@open-claw/sigstore'
import type { SigningResult } from '@open-claw/usecases'

/** The parts of the result that the command depends on. */
type Signed = Pick<SigningResult, 'key' | 'services' | 'stored'>

/** The extension for the timestamps of certificate transparency logs (RFC 6962 §3.3). */
const SCT_LIST = '1.3.6.1.4.1.11129.2.4.2'

/** Checks for a name that a shell takes literally without quotes. */
const isShellPlain = (text: string): boolean => /^[A-Za-z0-9_./][A-Za-z0-9_./+@:-]*$/.test(text)

/** Checks whether signing used a service that cosign does not trust by default. */
function hasOwnServices({ certificateAuthority, timestampAuthorities, log }: SigningServices): boolean {
  const urls = [certificateAuthority, ...timestampAuthorities, log?.url]
  return urls.some((url) => url !== undefined && !url.hostname.endsWith('.sigstore.dev'))
}

/** Checks whether cosign can verify. With a public key it uses SHA-256 and PKCS #1 v1.5 for RSA, and Ed25519 for statements only. */
function isKnownToCosign({ algorithm }: SigningKey, type: string | undefined): boolean {
  const { hash, padding } = ALGORITHMS[algorithm]
  if (algorithm === 'ed25519') return type !== undefined
  return algorithm === 'ecdsa-p256-sha256' || (padding === 'pkcs1' && hash === 'sha256')
}

/** Returns cosign's flags for the signer; undefined if a shell would interpret a name. */
function signerFlags(signer: SignerCertificate | undefined): string[] | undefined {
  if (signer === undefined) return ['--key key.pem']
  const { identity, certificate } = signer
  if (![identity.subject, identity.issuer].every(isShellPlain)) return undefined
  return [
    `--certificate-identity ${identity.subject} --certificate-oidc-issuer ${identity.issuer}`,
    // GitHub's instance has no certificate transparency log, and a private one may have none.
    ...(certificate.extensions.has(SCT_LIST) ? [] : ['--insecure-ignore-sct']),
  ]
}

/** Returns the flags that tell cosign whom to trust, and their meaning in words; undefined if there are none. */
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

/** Wraps the command with line continuations, since a code block that is too wide hides its end. No word has a space. */
const wrapped = (command: string): string => command.replaceAll(' --', ' \\\n  --')

/**
 * Returns, in Markdown, how to check the first file with cosign. Returns an empty text if there is no file, cosign does
 * not know the algorithm, or a shell would interpret a name.
 */
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
