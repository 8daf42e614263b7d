// Finds the attestor that a verified signer is, and checks what it must have besides the signature.
import { printable, type CertificateIdentity, type EvidenceFacts, type VerifiedSigner } from '@open-claw/core'
import { certifiedClaim } from './certified.ts'
import { matchesPattern, type Pattern } from '../language/pattern.ts'
import type { Mismatch } from './reasons.ts'
import type { Attestor, CertificateRule } from '../language/schema.ts'

/** Names the signer in a report; printable. */
export const shownSigner = (signer: VerifiedSigner): string =>
  printable(
    signer.kind === 'key'
      ? signer.key.name
      : `${signer.identity.subject}, certified for ${signer.identity.issuer}`,
  )

interface Part {
  readonly what: string
  readonly expected: readonly string[]
  readonly found: string | undefined
  readonly isMet: boolean
}

const isMet = (patterns: readonly Pattern[], value: string | undefined): boolean =>
  value !== undefined && patterns.some((pattern) => matchesPattern(pattern, value))

/** Compares the certificate with each demand of the rule. */
function certificateParts(rule: CertificateRule, identity: CertificateIdentity): Part[] {
  const { issuer, subject } = identity
  return [
    { what: 'issuer', expected: [rule.issuer], found: issuer, isMet: issuer === rule.issuer },
    { what: 'subject', expected: rule.subjects, found: subject, isMet: isMet(rule.subjects, subject) },
    ...Object.entries(rule.claims ?? {}).map(([name, patterns]) => {
      const found = certifiedClaim(identity, name)
      return { what: `claim ${name}`, expected: patterns, found, isMet: isMet(patterns, found) }
    }),
  ]
}

/** Counts each name once, however often it appears. */
const distinct = (names: readonly string[]): number => new Set(names).size

function missingWitnesses(attestor: Attestor, { times, logged }: EvidenceFacts): Mismatch[] {
  const { timestamps = 0, logEntries = 0 } = attestor.witnesses ?? {}
  const authorities = times.filter(({ source }) => source === 'timestamp-authority')
  return [
    {
      what: 'timestamp authorities',
      least: timestamps,
      got: distinct(authorities.map(({ authority }) => authority)),
    },
    { what: 'transparency logs', least: logEntries, got: distinct(logged.map(({ log }) => log)) },
  ]
    .filter(({ least, got }) => got < least)
    .map(({ what, least, got }) => ({
      code: 'WITNESS_MISSING',
      what,
      expected: String(least),
      found: String(got),
    }))
}

/** A witness may give any number, even one that is not a date. */
const shownTime = (time: number): string =>
  Number.isNaN(new Date(time).getTime()) ? String(time) : new Date(time).toISOString()

/** Every established time must be inside the window, as for a certificate: a later stamp could hide when the key signed. */
function outsideWindow(attestor: Attestor, { times }: EvidenceFacts): Mismatch[] {
  if (!('key' in attestor)) return []
  const { notBefore = -Infinity, notAfter = Infinity } = attestor.key
  if (notBefore === -Infinity && notAfter === Infinity) return []
  const expected = [
    ...(notBefore === -Infinity ? [] : [`not before ${shownTime(notBefore)}`]),
    ...(notAfter === Infinity ? [] : [`not after ${shownTime(notAfter)}`]),
  ].join(' and ')
  const what = `time of a signature by "${attestor.name}"`
  if (times.length === 0) return [{ code: 'TRUSTED_TIME_MISSING', what, expected, found: 'no trusted time' }]
  return times
    .filter(({ time }) => !(time >= notBefore && time <= notAfter))
    .slice(0, 1)
    .map(({ time, authority }) => ({
      code: 'OUTSIDE_KEY_WINDOW',
      what,
      expected,
      found: `${shownTime(time)}, says ${authority}`,
    }))
}

/** The number of demands on what comes with a signature: two kinds of witnesses, and the window of its key. */
export const COMPANIONS = 3

export interface SignerMatch {
  /** The attestor that signed; of several, the one that lacks the least. */
  readonly attestor: Attestor | undefined
  /** 1 if an attestor signed; otherwise the share of demands on a certificate that is met, for the nearest attestor. */
  readonly share: number
  readonly mismatches: readonly Mismatch[]
}

const missingCompanions = (attestor: Attestor, facts: EvidenceFacts): Mismatch[] => [
  ...missingWitnesses(attestor, facts),
  ...outsideWindow(attestor, facts),
]

function nearestCertified(
  attestors: readonly Attestor[],
  identity: CertificateIdentity,
): SignerMatch | undefined {
  const [nearest] = attestors
    .flatMap((one) => {
      if (!('certificate' in one)) return []
      const parts = certificateParts(one.certificate, identity)
      return [{ name: one.name, parts, share: parts.filter((part) => part.isMet).length / parts.length }]
    })
    .toSorted((a, b) => b.share - a.share)
  if (nearest === undefined || nearest.share === 0) return undefined
  const mismatches = nearest.parts
    .filter((part) => !part.isMet)
    .map(({ what, expected, found }): Mismatch => ({
      code: 'ATTESTOR_NOT_ALLOWED',
      what: `${what} of the certificate, for "${nearest.name}"`,
      expected: expected.join(' or '),
      found,
    }))
  return { attestor: undefined, share: nearest.share, mismatches }
}

const isSigner = (attestor: Attestor, signer: VerifiedSigner): boolean =>
  signer.kind === 'key'
    ? 'key' in attestor && attestor.name === signer.key.name
    : 'certificate' in attestor &&
      certificateParts(attestor.certificate, signer.identity).every((part) => part.isMet)

/** Finds the attestor that signed and what it lacks, or says why none of them signed. */
export function matchSigner(attestors: readonly Attestor[], facts: EvidenceFacts): SignerMatch {
  const { signer } = facts
  const [best] = attestors
    .filter((attestor) => isSigner(attestor, signer))
    .map((attestor) => ({ attestor, mismatches: missingCompanions(attestor, facts) }))
    .toSorted((a, b) => a.mismatches.length - b.mismatches.length)
  if (best !== undefined) return { ...best, share: 1 }
  const near = signer.kind === 'certificate' ? nearestCertified(attestors, signer.identity) : undefined
  return (
    near ?? {
      attestor: undefined,
      share: 0,
      mismatches: [
        {
          code: 'ATTESTOR_NOT_ALLOWED',
          what: 'signature',
          expected: `one of ${attestors.map(({ name }) => name).join(' or ')}`,
          found: shownSigner(signer),
        },
      ],
    }
  )
}
