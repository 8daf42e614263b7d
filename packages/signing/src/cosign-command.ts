// The command with which a reader of the summary checks what was signed, without us.
import { SLSA_PROVENANCE_TYPE, type CertificateIdentity } from '@open-claw/core'
import type { SigningServices } from '@open-claw/sigstore'
import type { SigningResult } from './signing-step.ts'

/** A name that a shell takes literally without quotes. */
const isShellPlain = (text: string): boolean => /^[A-Za-z0-9_./][A-Za-z0-9_./+@:-]*$/.test(text)

/** Whether a service is asked that cosign does not trust by itself. */
function hasOwnServices({ certificateAuthority, timestampAuthorities, log }: SigningServices): boolean {
  const urls = [certificateAuthority, ...timestampAuthorities, log?.url]
  return urls.some((url) => url !== undefined && !url.hostname.endsWith('.sigstore.dev'))
}

/** How cosign is told whom to trust, and in words; undefined where a shell would read more into it. */
function cosignFlags(
  { services }: SigningResult,
  identity: CertificateIdentity | undefined,
): { readonly flags: string; readonly what: string } | undefined {
  const { timestampAuthorities, log } = services
  const own = hasOwnServices(services)
  if (identity !== undefined && ![identity.subject, identity.issuer].every(isShellPlain)) return undefined
  const flags = [
    identity === undefined
      ? '--key key.pem'
      : `--certificate-identity ${identity.subject} --certificate-oidc-issuer ${identity.issuer}`,
    ...(own ? ['--trusted-root trusted-root.json'] : []),
    ...(timestampAuthorities.length > 0 ? ['--use-signed-timestamps'] : []),
    ...(log === undefined ? ['--insecure-ignore-tlog'] : []),
  ]
  const needs = [
    ...(identity === undefined ? ['the public key of this step in `key.pem`'] : []),
    ...(own ? ['the trusted root of these services in `trusted-root.json`'] : []),
  ]
  return { flags: flags.join(' '), what: needs.length === 0 ? 'with cosign' : `with ${needs.join(' and ')}` }
}

/** How anybody checks the first file with cosign, in Markdown; empty where there is none, or a shell would read more into its name. */
export function checkCommand(result: SigningResult, identity: CertificateIdentity | undefined): string {
  const { stored } = result
  const trust = cosignFlags(result, identity)
  const [first] = stored
  const subject = first?.bundle.subjects.find(({ source }) => source === 'file')
  if (first === undefined || subject === undefined || trust === undefined) return ''
  const { predicateType } = first.bundle
  const type = predicateType === SLSA_PROVENANCE_TYPE ? 'slsaprovenance1' : predicateType
  if (![first.path, subject.name, type ?? 'none'].every(isShellPlain)) return ''
  const verb = type === undefined ? 'verify-blob' : `verify-blob-attestation --type ${type}`
  return `\nCheck it anywhere, ${trust.what}:\n\n\`\`\`sh\ncosign ${verb} ${trust.flags} --bundle ${first.path} ${subject.name}\n\`\`\`\n`
}
