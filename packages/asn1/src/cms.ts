// The outside of a timestamp: TimeStampResp (RFC 3161 §2.4.2) around SignedData (RFC 5652 §5).
import type { HashName } from '@open-claw/core'
import {
  contextTag,
  DerError,
  readElements,
  encodeDer,
  Members,
  readOid,
  readOne,
  readSmallInteger,
  TAG,
  type Der,
} from './der.ts'
import { namedScheme, type Scheme } from './signature.ts'

/** id-signedData (RFC 5652 §5.1). */
const SIGNED_DATA = '1.2.840.113549.1.7.2'
/** id-ct-TSTInfo (RFC 3161 §2.4.2). */
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
/** id-contentType (RFC 5652 §11.1). */
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
/** id-messageDigest (RFC 5652 §11.2). */
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
/** id-aa-signingCertificate (RFC 2634 §5.4). */
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12'
/** id-aa-signingCertificateV2 (RFC 5816 §2.2.1). */
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'
/** rsaEncryption (RFC 8017 appendix C). */
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1'

/** PKIStatus (RFC 3161 §2.4.2) of the answers that hold a token. */
const GRANTED = 0
const GRANTED_WITH_MODS = 1

/** Tags of ContentInfo (RFC 5652 §3), EncapsulatedContentInfo (§5.2), SignedData (§5.1) and SignerInfo (§5.3). */
const CMS_TAG = {
  content: contextTag(0),
  encapsulatedContent: contextTag(0),
  certificates: contextTag(0),
  revocationLists: contextTag(1),
  signedAttributes: contextTag(0),
  unsignedAttributes: contextTag(1),
} as const

/** id-sha256, id-sha384 and id-sha512 (RFC 5754 §2). */
const HASHES: ReadonlyMap<string, HashName> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
])

/** The digest of the signer's certificate, as the signer states it. The first form allows SHA-1 alone (RFC 2634 §5.4). */
export interface CertificateDigest {
  readonly hash: HashName | 'sha1'
  readonly digest: Buffer
}

/** A timestamp whose signature is not checked yet. */
export interface SignedTimestampInfo {
  /** DER of TSTInfo. */
  readonly content: Buffer
  /** DER of the issuer's name, and the serial number. */
  readonly signer: { readonly issuer: Buffer; readonly serial: Buffer }
  readonly digest: { readonly hash: HashName; readonly value: Buffer }
  readonly certificateDigest: CertificateDigest | undefined
  /** The signed bytes: the attributes as a SET. */
  readonly signedAttributes: Buffer
  readonly scheme: Scheme
  readonly signature: Buffer
}

/** The hash that an AlgorithmIdentifier names: SHA-256, SHA-384 or SHA-512. Throws DerError. */
export function readHash(algorithm: Der | undefined): HashName {
  const hash = HASHES.get(readOid(readElements(algorithm)[0]))
  if (hash === undefined) throw new DerError('uses a hash that is not supported')
  return hash
}

/** The token in a response. Throws DerError where the response refuses one. */
function readToken(response: Buffer): Der {
  const members = new Members(readElements(readOne(response, TAG.sequence)))
  const status = readSmallInteger(readElements(members.take(TAG.sequence))[0])
  if (status !== GRANTED && status !== GRANTED_WITH_MODS) throw new DerError('is a refusal')
  const token = members.take(TAG.sequence)
  members.end()
  return token
}

interface SignedData {
  readonly content: Buffer
  readonly signerInfo: Der
}

function readSignedData(token: Der): SignedData {
  const outer = new Members(readElements(token))
  if (readOid(outer.take(TAG.objectIdentifier)) !== SIGNED_DATA) throw new DerError('is not signed')
  const members = new Members(readElements(readOne(outer.take(CMS_TAG.content).value, TAG.sequence)))
  outer.end()
  members.take(TAG.integer)
  members.take(TAG.set)
  const encapsulated = new Members(readElements(members.take(TAG.sequence)))
  if (readOid(encapsulated.take(TAG.objectIdentifier)) !== TST_INFO) throw new DerError('is no timestamp')
  const content = readOne(encapsulated.take(CMS_TAG.encapsulatedContent).value, TAG.octetString).value
  encapsulated.end()
  // The signer's certificate comes from the trusted root, never from here.
  members.optional(CMS_TAG.certificates)
  members.optional(CMS_TAG.revocationLists)
  const signers = readElements(members.take(TAG.set), TAG.set)
  members.end()
  const [signerInfo] = signers
  // RFC 3161 §2.4.2: "The time-stamp token MUST NOT contain any signatures other than the signature of the TSA."
  if (signerInfo === undefined || signers.length !== 1) throw new DerError('has other than one signer')
  return { content, signerInfo }
}

/** Attributes by their types. Throws DerError for a type that occurs twice or has several values. */
function readAttributes(container: Der): ReadonlyMap<string, Der> {
  const elements = readElements(container, CMS_TAG.signedAttributes)
  const attributes = new Map<string, Der>()
  for (const element of elements) {
    const [type, values] = readElements(element)
    const [value, ...others] = readElements(values, TAG.set)
    if (value === undefined || others.length > 0)
      throw new DerError('has an attribute of other than one value')
    attributes.set(readOid(type), value)
  }
  if (attributes.size !== elements.length) throw new DerError('has an attribute twice')
  return attributes
}

/** ESSCertID (RFC 2634 §5.4.1), always a SHA-1. */
function firstForm(attribute: Der): CertificateDigest {
  const [identifier] = readElements(readElements(attribute)[0])
  return { hash: 'sha1', digest: new Members(readElements(identifier)).take(TAG.octetString).value }
}

/** ESSCertIDv2 (RFC 5816 §2.2.1): SHA-256 unless it says otherwise. */
function secondForm(attribute: Der): CertificateDigest {
  const [identifier] = readElements(readElements(attribute)[0])
  const members = new Members(readElements(identifier))
  const algorithm = members.optional(TAG.sequence)
  const digest = members.take(TAG.octetString).value
  return { hash: algorithm === undefined ? 'sha256' : readHash(algorithm), digest }
}

function readCertificateDigest(attributes: ReadonlyMap<string, Der>): CertificateDigest | undefined {
  const second = attributes.get(SIGNING_CERTIFICATE_V2)
  if (second !== undefined) return secondForm(second)
  const first = attributes.get(SIGNING_CERTIFICATE)
  return first === undefined ? undefined : firstForm(first)
}

/** RFC 3370 §3.2: an RSA signer may name its key alone and leave the hash to the digest. */
function readScheme(algorithm: Der, hash: HashName): Scheme {
  const oid = readOid(readElements(algorithm)[0])
  const scheme: Scheme | undefined = oid === RSA_ENCRYPTION ? { type: 'rsa', hash } : namedScheme(oid)
  if (scheme === undefined) throw new DerError('is signed with an algorithm that is not supported')
  return scheme
}

function readSigner(element: Der): SignedTimestampInfo['signer'] {
  const members = new Members(readElements(element))
  const issuer = members.take(TAG.sequence).whole
  const serial = members.take(TAG.integer).value
  members.end()
  return { issuer, serial }
}

/** Reads a DER TimeStampResp. Throws DerError. */
export function parseTimestampResponse(response: Buffer): SignedTimestampInfo {
  const { content, signerInfo } = readSignedData(readToken(response))
  const members = new Members(readElements(signerInfo))
  members.take(TAG.integer)
  const signer = readSigner(members.take(TAG.sequence))
  const hash = readHash(members.take(TAG.sequence))
  const container = members.take(CMS_TAG.signedAttributes)
  const attributes = readAttributes(container)
  const contentType = attributes.get(CONTENT_TYPE)
  const digest = attributes.get(MESSAGE_DIGEST)
  // RFC 5652 §5.3 demands both, since the content type is not id-data.
  if (contentType === undefined || readOid(contentType) !== TST_INFO || digest?.tag !== TAG.octetString)
    throw new DerError('does not sign its content')
  const scheme = readScheme(members.take(TAG.sequence), hash)
  const signature = members.take(TAG.octetString).value
  members.optional(CMS_TAG.unsignedAttributes)
  members.end()
  return {
    content,
    signer,
    digest: { hash, value: digest.value },
    certificateDigest: readCertificateDigest(attributes),
    // RFC 5652 §5.4: the signature covers them with the tag of a SET in place of [0].
    signedAttributes: encodeDer(TAG.set, [container.value]),
    scheme,
    signature,
  }
}
