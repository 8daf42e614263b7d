// Which attestors of a policy a verified signer is.
import { printable, type EvidenceFacts, type VerifiedSigner } from '@open-claw/core'
import { matchesPattern } from './pattern.ts'
import type { Attestor, CertificateRule } from './policy.ts'

type Identity = Extract<VerifiedSigner, { kind: 'certificate' }>['identity']

function isCertified(rule: CertificateRule, { issuer, subject, claims }: Identity): boolean {
  if (issuer !== rule.issuer || !rule.subjects.some((pattern) => matchesPattern(pattern, subject)))
    return false
  return Object.entries(rule.claims ?? {}).every(([name, pattern]) => {
    const value = Object.hasOwn(claims, name) ? claims[name] : undefined
    return value !== undefined && matchesPattern(pattern, value)
  })
}

/** The attestors that signed: the one that owns the key, or all whose rule the certificate meets. */
export function attestorsOf(attestors: readonly Attestor[], signer: VerifiedSigner): readonly Attestor[] {
  return attestors.filter((attestor) =>
    signer.kind === 'key'
      ? 'key' in attestor && attestor.name === signer.key.name
      : 'certificate' in attestor && isCertified(attestor.certificate, signer.identity),
  )
}

/** For a report; printable. */
export const shownSigner = (signer: VerifiedSigner): string =>
  printable(
    signer.kind === 'key'
      ? signer.key.name
      : `${signer.identity.subject}, certified for ${signer.identity.issuer}`,
  )

/** One voice each, however often it speaks. */
const distinct = (names: readonly string[]): number => new Set(names).size

/** What is missing of the witnesses that the attestor must have, or undefined. */
export function missingWitness(attestor: Attestor, { times, logged }: EvidenceFacts): string | undefined {
  const { timestamps = 0, logEntries = 0 } = attestor.witnesses ?? {}
  const authorities = times.filter(({ source }) => source === 'timestamp-authority')
  const counts = [
    {
      what: 'timestamp authorities',
      least: timestamps,
      got: distinct(authorities.map(({ authority }) => authority)),
    },
    { what: 'transparency logs', least: logEntries, got: distinct(logged.map(({ log }) => log)) },
  ]
  const missing = counts.find(({ least, got }) => got < least)
  return missing && `${missing.what}: expected ${missing.least}, got ${missing.got}`
}
