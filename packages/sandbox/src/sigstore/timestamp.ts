// An RFC 3161 timestamp authority.
import { createHash, randomBytes, sign } from 'node:crypto'
import { ASN1Obj } from '@sigstore/core'
import { RawAnswer, type Operation } from '../gateway.ts'
import type { Route } from '../http.ts'
import type { FaultKind } from '../services.ts'
import { StatusError } from '../status.ts'
import { createAuthority, extendedUsage, PURPOSES, signatureScheme, type Authority } from './certificates.ts'
import { element, explicit, generalizedTime, integer, octets, oid, sequence, derSet } from './der.ts'

/** A signer of timestamps, and its root. */
export interface TimestampAuthority {
  readonly leaf: Authority
  readonly root: Authority
}

/** Creates a root and a leaf with new keys. */
export function createTimestampAuthority(): TimestampAuthority {
  const root = createAuthority({ commonName: 'tsa root', curve: 'secp384r1', depth: 0 })
  // RFC 3161 §2.3: only this purpose, and critical.
  const extensions = [extendedUsage(PURPOSES.timeStamping, true)]
  const leaf = createAuthority({ commonName: 'tsa', curve: 'prime256v1', issuer: root, extensions })
  return { leaf, root }
}

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const SHA256 = '2.16.840.1.101.3.4.2.1'
/** The policy of Sigstore's timestamp-authority. */
const POLICY = '1.3.6.1.4.1.57264.2'
const DIGEST_BYTES: Readonly<Record<string, number>> = {
  [SHA256]: 32,
  '2.16.840.1.101.3.4.2.2': 48,
  '2.16.840.1.101.3.4.2.3': 64,
}
const HOUR_MS = 3_600_000

interface Imprint {
  readonly algorithm: string
  readonly digest: Buffer
}

/** The content of a TimeStampReq. */
interface TimestampQuery extends Imprint {
  /** Content of the INTEGER. */
  readonly nonce: Buffer | undefined
  readonly certificates: boolean
}

function parseImprint(imprint: ASN1Obj | undefined): Imprint {
  const [identifier, digest] = imprint?.subs ?? []
  const algorithm = identifier?.subs[0]?.toOID()
  if (algorithm === undefined || digest?.tag.isOctetString() !== true)
    throw new StatusError('INVALID_ARGUMENT', 'Not a timestamp request.')
  if (digest.value.length !== DIGEST_BYTES[algorithm])
    throw new StatusError('INVALID_ARGUMENT', 'The message imprint does not fit its algorithm.')
  return { algorithm, digest: digest.value }
}

/** Parses a TimeStampReq (RFC 3161 §2.4.1). */
function parseQuery(bytes: Uint8Array): TimestampQuery {
  const [version, imprint, ...options] = ASN1Obj.parseBuffer(Buffer.from(bytes)).subs
  if (version?.toInteger() !== 1n) throw new StatusError('INVALID_ARGUMENT', 'Not a timestamp request.')
  return {
    ...parseImprint(imprint),
    nonce: options.find(({ tag }) => tag.isInteger())?.value,
    certificates: options.find(({ tag }) => tag.isBoolean())?.toBoolean() ?? false,
  }
}

const flipped = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.map((byte, index) => (index === 0 ? byte ^ 1 : byte)))

/** Encodes a TSTInfo (RFC 3161 §2.4.2). */
function tstInfo(query: TimestampQuery, digits: number, fault: FaultKind | undefined): Buffer {
  const digest = fault === 'wrong-digest' ? flipped(query.digest) : query.digest
  const nonce = fault === 'wrong-nonce' ? randomBytes(8) : query.nonce
  const oneSecond = sequence(integer(1))
  return sequence(
    integer(1),
    oid(POLICY),
    sequence(sequence(oid(query.algorithm)), octets(digest)),
    integer(randomBytes(12)),
    generalizedTime(Date.now() - (fault === 'skewed' ? HOUR_MS : 0), digits),
    oneSecond,
    ...(nonce === undefined ? [] : [fault === 'wrong-nonce' ? integer(nonce) : element(0x02, nonce)]),
  )
}

const attribute = (id: string, value: Buffer): Buffer => sequence(oid(id), derSet([value]))

/** Encodes a SignerInfo (RFC 5652 §5.3) that names the certificate by its digest (RFC 5816), as RFC 3161 §2.4.2 demands. */
function signerInfo(info: Buffer, { certificate, privateKey, serial }: Authority, issuer: Authority): Buffer {
  const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()
  const names = sequence(sequence(explicit(4, issuer.name)), integer(serial))
  const attributes = [
    attribute('1.2.840.113549.1.9.3', oid(TST_INFO)),
    attribute('1.2.840.113549.1.9.4', octets(sha256(info))),
    attribute('1.2.840.113549.1.9.16.2.47', sequence(sequence(sequence(octets(sha256(certificate)), names)))),
  ]
  const { hash, algorithm } = signatureScheme(privateKey)
  return sequence(
    integer(1),
    sequence(issuer.name, integer(serial)),
    sequence(oid(SHA256)),
    derSet(attributes, 0xa0),
    algorithm,
    octets(sign(hash, derSet(attributes), privateKey)),
  )
}

/** Returns DER of a TimeStampResp with a token. */
function grantedResponse(info: Buffer, certificates: boolean, { leaf, root }: TimestampAuthority): Buffer {
  const signedData = sequence(
    integer(3),
    derSet([sequence(oid(SHA256))]),
    sequence(oid(TST_INFO), explicit(0, octets(info))),
    ...(certificates ? [derSet([leaf.certificate], 0xa0)] : []),
    derSet([signerInfo(info, leaf, root)]),
  )
  return sequence(sequence(integer(0)), sequence(oid(SIGNED_DATA), explicit(0, signedData)))
}

const REJECTION = 2

/** Routes `POST /api/v1/timestamp`. `digits` returns how many follow the second. */
export function timestampRoutes(
  own: TimestampAuthority,
  foreign: TimestampAuthority,
  digits: () => number,
): readonly Route[] {
  const operation: Operation = (request, { fault }) => {
    if (!(request instanceof Uint8Array))
      throw new StatusError('INVALID_ARGUMENT', 'Send application/timestamp-query.')
    let query: TimestampQuery
    try {
      query = parseQuery(request)
    } catch (error) {
      throw error instanceof StatusError ? error : new StatusError('INVALID_ARGUMENT', 'Not DER.')
    }
    const body =
      fault === 'rejected'
        ? sequence(sequence(integer(REJECTION)))
        : grantedResponse(
            tstInfo(query, digits(), fault),
            query.certificates,
            fault === 'foreign-key' ? foreign : own,
          )
    return new RawAnswer(body, { contentType: 'application/timestamp-reply', status: 201 })
  }
  const path = /^\/api\/v1\/timestamp$/
  return [{ verb: 'POST', path, service: 'tsa', method: 'Timestamp', operation, request: ({ body }) => body }]
}
