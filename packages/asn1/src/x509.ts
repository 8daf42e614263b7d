// Certificates (RFC 5280), read but not judged.
import { createPublicKey, type KeyObject } from 'node:crypto'
import {
  readBoolean,
  readBitString,
  contextTag,
  DerError,
  readElements,
  expectTag,
  readInteger,
  Members,
  readOid,
  readOne,
  readSmallInteger,
  TAG,
  type Der,
} from './der.ts'
import { isStrong, namedScheme, type Claim, type Scheme } from './signature.ts'
import { readCertificateTime, type Period } from './time.ts'

export interface Extension {
  readonly critical: boolean
  /** The content of the OCTET STRING. */
  readonly value: Buffer
  readonly whole: Buffer
}

/** A certificate, version 3. Nothing in it is verified. Names and serial are DER. */
export interface Certificate {
  readonly der: Buffer
  readonly tbs: Buffer
  /** The signed fields before the extensions. */
  readonly tbsFields: readonly Buffer[]
  readonly serial: Buffer
  readonly issuer: Buffer
  readonly subject: Buffer
  readonly validity: Period
  readonly spki: Buffer
  readonly key: KeyObject
  /** By object identifier. */
  readonly extensions: ReadonlyMap<string, Extension>
  readonly scheme: Scheme
  readonly signature: Buffer
}

/** `v3(2)` of Version (RFC 5280 §4.1.2.1). */
const VERSION_3 = 2
/** Explicit tags of TBSCertificate (RFC 5280 §4.1). */
const TBS_TAG = { version: contextTag(0), extensions: contextTag(3) } as const

function readExtension(element: Der): readonly [oid: string, extension: Extension] {
  const members = new Members(readElements(element))
  const oid = readOid(members.take(TAG.objectIdentifier))
  const flag = members.optional(TAG.boolean)
  const { value } = members.take(TAG.octetString)
  members.end()
  return [oid, { critical: flag !== undefined && readBoolean(flag), value, whole: element.whole }]
}

function readExtensions(container: Der): ReadonlyMap<string, Extension> {
  const elements = readElements(readOne(container.value, TAG.sequence))
  const extensions = new Map(elements.map(readExtension))
  // RFC 5280 §4.2 forbids it: two readers could each choose another one.
  if (extensions.size !== elements.length) throw new DerError('has an extension twice')
  return extensions
}

function readValidity(element: Der): Period {
  const [notBefore, notAfter, ...rest] = readElements(element)
  if (notBefore === undefined || notAfter === undefined || rest.length > 0)
    throw new DerError('has another structure')
  return { start: readCertificateTime(notBefore), end: readCertificateTime(notAfter) }
}

function readKey(spki: Buffer): KeyObject {
  let key: KeyObject
  try {
    key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  } catch {
    throw new DerError('has a key that cannot be read')
  }
  if (!isStrong(key)) throw new DerError('has a key of a kind that is not supported')
  return key
}

function readScheme(inner: Der, outer: Der | undefined): Scheme {
  // RFC 5280 §4.1.1.2: the algorithm outside must be the one that is signed.
  if (outer === undefined || !inner.whole.equals(outer.whole))
    throw new DerError('names two signature algorithms')
  const scheme = namedScheme(readOid(readElements(inner)[0]))
  if (scheme === undefined) throw new DerError('is signed with an algorithm that is not supported')
  return scheme
}

/** Reads a certificate. Throws DerError. */
export function parseCertificate(der: Buffer): Certificate {
  const [tbs, outerAlgorithm, signature, ...rest] = readElements(readOne(der, TAG.sequence))
  if (tbs === undefined || rest.length > 0) throw new DerError('has another structure')
  const fields = readElements(tbs)
  const members = new Members(fields)
  if (readSmallInteger(readOne(members.take(TBS_TAG.version).value, TAG.integer)) !== VERSION_3)
    throw new DerError('is not of version 3')
  const serial = readInteger(members.take(TAG.integer))
  const algorithm = members.take(TAG.sequence)
  const issuer = members.take(TAG.sequence).whole
  const validity = readValidity(members.take(TAG.sequence))
  const subject = members.take(TAG.sequence).whole
  const spki = members.take(TAG.sequence).whole
  const container = members.take(TBS_TAG.extensions)
  members.end()
  return {
    der,
    tbs: tbs.whole,
    tbsFields: fields.slice(0, -1).map(({ whole }) => whole),
    serial,
    issuer,
    subject,
    validity,
    spki,
    key: readKey(spki),
    extensions: readExtensions(container),
    scheme: readScheme(algorithm, outerAlgorithm),
    signature: readBitString(expectTag(signature, TAG.bitString)),
  }
}

/** The signature that the issuer made on a certificate. */
export const issuerClaim = ({ scheme, tbs, signature }: Certificate): Claim => ({
  scheme,
  data: tbs,
  signature,
})

/** Whether the subject of `issuer` is the issuer that `certificate` names. */
export const isNamedIssuer = (certificate: Certificate, issuer: Certificate): boolean =>
  certificate.issuer.equals(issuer.subject)
