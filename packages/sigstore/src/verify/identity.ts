// Reads the identity in a Fulcio certificate (https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md).
import type { CertificateIdentity } from '@open-claw/core'
import {
  contextTag,
  DerError,
  readElements,
  Members,
  readOid,
  readOne,
  TAG,
  type Der,
  SUBJECT_ALTERNATIVE_NAME,
  type Certificate,
} from '@open-claw/asn1'

/** Fulcio's arc, and the extensions and the name below it that are not claims. */
const FULCIO = '1.3.6.1.4.1.57264.1'
const ISSUER = `${FULCIO}.1`
const OTHER_NAME = `${FULCIO}.7`
const ISSUER_V2 = `${FULCIO}.8`

/** Extensions from before 2023 hold plain text. */
const RAW_CLAIMS = {
  2: 'githubWorkflowTrigger',
  3: 'githubWorkflowSHA',
  4: 'githubWorkflowName',
  5: 'githubWorkflowRepository',
  6: 'githubWorkflowRef',
} as const satisfies Record<number, string>

/** Extensions that hold a UTF8String. */
const CLAIMS = {
  9: 'buildSignerURI',
  10: 'buildSignerDigest',
  11: 'runnerEnvironment',
  12: 'sourceRepositoryURI',
  13: 'sourceRepositoryDigest',
  14: 'sourceRepositoryRef',
  15: 'sourceRepositoryIdentifier',
  16: 'sourceRepositoryOwnerURI',
  17: 'sourceRepositoryOwnerIdentifier',
  18: 'buildConfigURI',
  19: 'buildConfigDigest',
  20: 'buildTrigger',
  21: 'runInvocationURI',
  22: 'sourceRepositoryVisibilityAtSigning',
  23: 'deploymentEnvironment',
} as const satisfies Record<number, string>

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new DerError('has text that is not UTF-8')
  }
}

const readUtf8String = (bytes: Buffer): string => utf8(readOne(bytes, TAG.utf8String).value)

/** Reads an IA5String of printable characters: a NUL or a line break would show one name and match another. */
function readIa5({ value }: Der): string {
  const text = value.toString('latin1')
  if (!/^[\x21-\x7e]+$/.test(text))
    throw new DerError('has a subject alternative name that is not plain ASCII')
  return text
}

function readOtherName(element: Der): string {
  const members = new Members(readElements(element, contextTag(0)))
  if (readOid(members.take(TAG.objectIdentifier)) !== OTHER_NAME)
    throw new DerError('has a subject alternative name of a kind that is not known')
  const text = readUtf8String(members.take(contextTag(0)).value)
  members.end()
  if (text === '') throw new DerError('has an empty subject alternative name')
  return text
}

/** GeneralName (RFC 5280 §4.2.1.6) by tag: an e-mail address, a URI, or Fulcio's user name. */
const NAMES: ReadonlyMap<number, (element: Der) => string> = new Map([
  [contextTag(1, 'primitive'), readIa5],
  [contextTag(6, 'primitive'), readIa5],
  [contextTag(0), readOtherName],
])

function readSubject({ extensions }: Certificate): string {
  const extension = extensions.get(SUBJECT_ALTERNATIVE_NAME)
  if (extension === undefined) throw new DerError('has no subject alternative name')
  const names = readElements(readOne(extension.value, TAG.sequence))
  // With two names, one could be the trusted one and the other the signer's.
  if (names.length !== 1) throw new DerError('has other than one subject alternative name')
  const [name] = names
  const read = NAMES.get(name?.tag ?? 0)
  if (name === undefined || read === undefined)
    throw new DerError('has a subject alternative name of a kind that is not known')
  return read(name)
}

function readIssuer({ extensions }: Certificate): string {
  const encoded = extensions.get(ISSUER_V2)
  const raw = extensions.get(ISSUER)
  const issuers = [
    ...(encoded === undefined ? [] : [readUtf8String(encoded.value)]),
    ...(raw === undefined ? [] : [utf8(raw.value)]),
  ]
  const [issuer] = issuers
  if (issuer === undefined || issuer === '')
    throw new DerError(
      `does not name the issuer of its identity, as Fulcio's extensions ${ISSUER_V2} or ${ISSUER} do`,
    )
  if (issuers.some((other) => other !== issuer)) throw new DerError('names two issuers of its identity')
  return issuer
}

function readClaims(
  { extensions }: Certificate,
  names: Readonly<Record<number, string>>,
  read: (value: Buffer) => string,
): [string, string][] {
  return Object.entries(names).flatMap(([number, name]): [string, string][] => {
    const extension = extensions.get(`${FULCIO}.${number}`)
    return extension === undefined ? [] : [[name, read(extension.value)]]
  })
}

/** Reads the identity in the certificate. Throws DerError if it names none, or two. */
export function certifiedIdentity(certificate: Certificate): CertificateIdentity {
  return {
    issuer: readIssuer(certificate),
    subject: readSubject(certificate),
    claims: Object.fromEntries([
      ...readClaims(certificate, RAW_CLAIMS, utf8),
      ...readClaims(certificate, CLAIMS, readUtf8String),
    ]),
  }
}
