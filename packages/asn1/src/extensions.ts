// What a certificate may be used for, according to its extensions (RFC 5280 §4.2.1).
import {
  readBoolean,
  DerError,
  readElements,
  Members,
  readOid,
  readOne,
  readSmallInteger,
  TAG,
} from './der.ts'
import type { Certificate, Extension } from './x509.ts'

// Extensions of RFC 5280, by the clause that defines each.
/** §4.2.1.1 */
const AUTHORITY_KEY_IDENTIFIER = '2.5.29.35'
/** §4.2.1.2 */
const SUBJECT_KEY_IDENTIFIER = '2.5.29.14'
/** §4.2.1.3 */
const KEY_USAGE = '2.5.29.15'
/** §4.2.1.4 */
const CERTIFICATE_POLICIES = '2.5.29.32'
/** §4.2.1.6 */
export const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17'
/** §4.2.1.7 */
const ISSUER_ALTERNATIVE_NAME = '2.5.29.18'
/** §4.2.1.9 */
const BASIC_CONSTRAINTS = '2.5.29.19'
/** §4.2.1.12 */
const EXTENDED_KEY_USAGE = '2.5.29.37'
/** §4.2.1.14 */
const INHIBIT_ANY_POLICY = '2.5.29.54'
/** §4.2.2.1 */
const AUTHORITY_INFORMATION_ACCESS = '1.3.6.1.5.5.7.1.1'
/** §4.2.2.2 */
const SUBJECT_INFORMATION_ACCESS = '1.3.6.1.5.5.7.1.11'

/**
 * Extensions that are understood here. Any other one makes a certificate useless where it is critical (RFC 5280
 * §4.2). Those of the second part ask for nothing: nobody demands a policy here (§6.1.1 (c) to (f)), and names or
 * addresses that help to find something decide nothing. Extensions that narrow a certificate in a way that is
 * not judged here are left out: name constraints (§4.2.1.10), policy constraints (§4.2.1.11), policy mappings,
 * which can be wrong (§4.2.1.5), and the places to ask about revocation (§4.2.1.13, X.509 §9.6.2.1).
 */
const UNDERSTOOD: ReadonlySet<string> = new Set([
  KEY_USAGE,
  SUBJECT_ALTERNATIVE_NAME,
  BASIC_CONSTRAINTS,
  EXTENDED_KEY_USAGE,
  // With qualifiers that are known.
  CERTIFICATE_POLICIES,

  AUTHORITY_KEY_IDENTIFIER,
  SUBJECT_KEY_IDENTIFIER,
  // "Not processed as part of the certification path validation".
  ISSUER_ALTERNATIVE_NAME,
  INHIBIT_ANY_POLICY,
  // Where to find more about the issuer and the subject.
  AUTHORITY_INFORMATION_ACCESS,
  SUBJECT_INFORMATION_ACCESS,
])

/** Policy qualifiers (RFC 5280 §4.2.1.4): the address of a practice statement, and a notice for people. */
const CPS_POINTER = '1.3.6.1.5.5.7.2.1'
const USER_NOTICE = '1.3.6.1.5.5.7.2.2'
const QUALIFIERS: ReadonlySet<string> = new Set([CPS_POINTER, USER_NOTICE])

/** Bits 0, 1 and 5 of KeyUsage (RFC 5280 §4.2.1.3), as they stand in its first byte. */
const DIGITAL_SIGNATURE = 0x80
const NON_REPUDIATION = 0x40
const KEY_CERT_SIGN = 0x04

/** id-kp-codeSigning and id-kp-timeStamping (RFC 5280 §4.2.1.12). */
export const PURPOSES = {
  codeSigning: '1.3.6.1.5.5.7.3.3',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const
export type Purpose = keyof typeof PURPOSES

/** anyExtendedKeyUsage: the authority "does not wish to restrict usages of the key" (RFC 5280 §4.2.1.12). */
const ANY_PURPOSE = '2.5.29.37.0'

function readKeyUsage({ value }: Extension): number {
  const [, bits = 0] = readOne(value, TAG.bitString).value
  return bits
}

const readPurposes = ({ value }: Extension): string[] =>
  readElements(readOne(value, TAG.sequence)).map(readOid)

interface BasicConstraints {
  readonly isAuthority: boolean
  /** How many authorities may stand between this one and the end of the chain. */
  readonly pathLength: number | undefined
}

function readBasicConstraints({ extensions }: Certificate): BasicConstraints {
  const extension = extensions.get(BASIC_CONSTRAINTS)
  if (extension === undefined) return { isAuthority: false, pathLength: undefined }
  const members = new Members(readElements(readOne(extension.value, TAG.sequence)))
  const flag = members.optional(TAG.boolean)
  const length = members.optional(TAG.integer)
  members.end()
  return {
    isAuthority: flag !== undefined && readBoolean(flag),
    pathLength: length === undefined ? undefined : readSmallInteger(length),
  }
}

/** "Including the optional qualifier, or MUST reject the certificate" (RFC 5280 §4.2.1.4). */
function checkPolicies({ value }: Extension): void {
  for (const information of readElements(readOne(value, TAG.sequence))) {
    const [, qualifiers] = readElements(information)
    const known = qualifiers === undefined ? [] : readElements(qualifiers)
    if (!known.every((qualifier) => QUALIFIERS.has(readOid(readElements(qualifier)[0]))))
      throw new DerError('has a critical policy with a qualifier that is not understood')
  }
}

function checkCritical({ extensions }: Certificate): void {
  for (const [oid, extension] of extensions) {
    if (!extension.critical) continue
    if (!UNDERSTOOD.has(oid)) throw new DerError(`has the critical extension ${oid}, which is not understood`)
    if (oid === CERTIFICATE_POLICIES) checkPolicies(extension)
  }
}

/**
 * RFC 5280 §4.2.1.12 allows timestamps with either bit, and RFC 3161 asks for none: a key without the extension
 * is not restricted (§4.2.1.3). Fulcio's certificate specification demands digitalSignature.
 */
function checkUsage({ extensions }: Certificate, purpose: Purpose): void {
  const usage = extensions.get(KEY_USAGE)
  const isOptional = purpose === 'timeStamping'
  if (usage === undefined && isOptional) return
  const fitting = isOptional ? DIGITAL_SIGNATURE | NON_REPUDIATION : DIGITAL_SIGNATURE
  if (usage === undefined || (readKeyUsage(usage) & fitting) === 0)
    throw new DerError('is not for digital signatures')
}

/** Throws DerError unless the certificate may sign for `purpose` alone and is not one of an authority. */
export function checkEndEntity(certificate: Certificate, purpose: Purpose): void {
  checkCritical(certificate)
  // RFC 3161 §2.3: "a key reserved specifically for that purpose".
  if (readBasicConstraints(certificate).isAuthority) throw new DerError('is one of an authority')
  checkUsage(certificate, purpose)
  const extended = certificate.extensions.get(EXTENDED_KEY_USAGE)
  const purposes = extended === undefined ? [] : readPurposes(extended)
  if (purposes.length !== 1 || purposes[0] !== PURPOSES[purpose])
    throw new DerError(`is not for ${purpose} alone`)
  // RFC 3161 §2.3: "This extension MUST be critical."
  if (purpose === 'timeStamping' && extended?.critical !== true)
    throw new DerError('does not make its purpose critical')
}

/** Throws DerError unless the certificate belongs to an authority for `purpose` that may have `below` authorities under it. */
export function checkAuthority(certificate: Certificate, purpose: Purpose, below: number): void {
  checkCritical(certificate)
  const { isAuthority, pathLength } = readBasicConstraints(certificate)
  if (!isAuthority) throw new DerError('is not one of an authority')
  if (pathLength !== undefined && pathLength < below)
    throw new DerError('has more authorities under it than it may')
  const usage = certificate.extensions.get(KEY_USAGE)
  if (usage !== undefined && (readKeyUsage(usage) & KEY_CERT_SIGN) === 0)
    throw new DerError('may not sign certificates')
  const extended = certificate.extensions.get(EXTENDED_KEY_USAGE)
  const purposes = extended === undefined ? [ANY_PURPOSE] : readPurposes(extended)
  if (!purposes.includes(PURPOSES[purpose]) && !purposes.includes(ANY_PURPOSE))
    throw new DerError(`may not certify for ${purpose}`)
}
