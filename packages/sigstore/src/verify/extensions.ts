// What the extensions of a certificate allow it to do (RFC 5280 §4.2.1).
import { booleanOf, DerError, elementsOf, Members, oidOf, readOne, smallIntegerOf, TAG } from './der.ts'
import type { Certificate, Extension } from './x509.ts'

const KEY_USAGE = '2.5.29.15'
export const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17'
const BASIC_CONSTRAINTS = '2.5.29.19'
const EXTENDED_KEY_USAGE = '2.5.29.37'

/** What is understood here; a critical extension that is not must make a certificate useless (RFC 5280 §4.2). */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  KEY_USAGE,
  SUBJECT_ALTERNATIVE_NAME,
  BASIC_CONSTRAINTS,
  EXTENDED_KEY_USAGE,
])

/** Bits of the first byte of KeyUsage. */
const DIGITAL_SIGNATURE = 0x80
const KEY_CERT_SIGN = 0x04

export const PURPOSES = {
  codeSigning: '1.3.6.1.5.5.7.3.3',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const
export type Purpose = keyof typeof PURPOSES

function keyUsageOf({ value }: Extension): number {
  const [, bits = 0] = readOne(value, TAG.bitString).value
  return bits
}

const purposesOf = ({ value }: Extension): string[] => elementsOf(readOne(value, TAG.sequence)).map(oidOf)

interface BasicConstraints {
  readonly isAuthority: boolean
  /** How many authorities may stand between this one and the end of the chain. */
  readonly pathLength: number | undefined
}

function basicConstraintsOf({ extensions }: Certificate): BasicConstraints {
  const extension = extensions.get(BASIC_CONSTRAINTS)
  if (extension === undefined) return { isAuthority: false, pathLength: undefined }
  const members = new Members(elementsOf(readOne(extension.value, TAG.sequence)))
  const flag = members.optional(TAG.boolean)
  const length = members.optional(TAG.integer)
  members.end()
  return {
    isAuthority: flag !== undefined && booleanOf(flag),
    pathLength: length === undefined ? undefined : smallIntegerOf(length),
  }
}

function checkCritical({ extensions }: Certificate): void {
  for (const [oid, { critical }] of extensions) {
    if (critical && !UNDERSTOOD.has(oid))
      throw new DerError(`has the critical extension ${oid}, which is not understood`)
  }
}

/** Throws DerError unless the certificate is of someone who signs for `purpose` alone, and of no authority. */
export function checkEndEntity(certificate: Certificate, purpose: Purpose): void {
  checkCritical(certificate)
  if (basicConstraintsOf(certificate).isAuthority) throw new DerError('is one of an authority')
  const usage = certificate.extensions.get(KEY_USAGE)
  if (usage === undefined || (keyUsageOf(usage) & DIGITAL_SIGNATURE) === 0)
    throw new DerError('is not for digital signatures')
  const extended = certificate.extensions.get(EXTENDED_KEY_USAGE)
  const purposes = extended === undefined ? [] : purposesOf(extended)
  if (purposes.length !== 1 || purposes[0] !== PURPOSES[purpose])
    throw new DerError(`is not for ${purpose} alone`)
  // RFC 3161 §2.3: "This extension MUST be critical."
  if (purpose === 'timeStamping' && extended?.critical !== true)
    throw new DerError('does not make its purpose critical')
}

/** Throws DerError unless the certificate is of an authority for `purpose`, with `below` authorities under it. */
export function checkAuthority(certificate: Certificate, purpose: Purpose, below: number): void {
  checkCritical(certificate)
  const { isAuthority, pathLength } = basicConstraintsOf(certificate)
  if (!isAuthority) throw new DerError('is not one of an authority')
  if (pathLength !== undefined && pathLength < below)
    throw new DerError('has more authorities under it than it may')
  const usage = certificate.extensions.get(KEY_USAGE)
  if (usage !== undefined && (keyUsageOf(usage) & KEY_CERT_SIGN) === 0)
    throw new DerError('may not sign certificates')
  const extended = certificate.extensions.get(EXTENDED_KEY_USAGE)
  if (extended !== undefined && !purposesOf(extended).includes(PURPOSES[purpose]))
    throw new DerError(`may not certify for ${purpose}`)
}
