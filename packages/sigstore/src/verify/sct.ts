// Checks the signed certificate timestamps embedded in a certificate (RFC 6962 §3).
import { createHash } from 'node:crypto'
import { ClawError } from '@open-claw/core'
import type { TrustedLog } from '../log/trusted-log.ts'
import {
  contextTag,
  DerError,
  encodeDer,
  readOne,
  TAG,
  isSignedBy,
  isWithin,
  type Certificate,
} from '@open-claw/asn1'

/** Extension that lists the timestamps (RFC 6962 §3.3). */
const SCT_LIST = '1.3.6.1.4.1.11129.2.4.2'
/** `v1(0)` of Version, `certificate_timestamp(0)` of SignatureType and `precert_entry(1)` of LogEntryType (RFC 6962 §3.1, §3.2). */
const VERSION_1 = 0
const CERTIFICATE_TIMESTAMP = 0
const PRECERT_ENTRY = Uint8Array.of(0, 1)
/** Tag of the extensions in a TBSCertificate (RFC 5280 §4.1). */
const EXTENSIONS = contextTag(3)
/** RFC 5246 §7.4.1.4.1: SHA-256 with RSA or ECDSA, which is all that RFC 6962 §2.1.4 allows. */
const SIGNATURES: ReadonlyMap<number, string> = new Map([
  [0x0401, 'rsa'],
  [0x0403, 'ec'],
])
const VERSION_BYTES = 1
const LOG_ID_BYTES = 32
const TIME_BYTES = 8
/** The fields of fixed length (RFC 6962 §3.2): version, log, time. */
const FIXED_BYTES = VERSION_BYTES + LOG_ID_BYTES + TIME_BYTES
/** SignatureAndHashAlgorithm (RFC 5246 §7.4.1.4.1). */
const ALGORITHM_BYTES = 2
/** The length before an `opaque<0..2^16-1>`, and before an `ASN.1Cert` of up to 2^24-1 bytes. */
const LENGTH_BYTES = 2
const CERTIFICATE_LENGTH_BYTES = 3

interface SignedTimestamp {
  readonly logId: Buffer
  /** 8 bytes, milliseconds. */
  readonly time: Buffer
  /** Extensions with their length. */
  readonly extensions: Buffer
  readonly keyType: string | undefined
  readonly signature: Buffer
}

/** Returns the `opaque<0..2^16-1>` at `offset`, with its length. */
function opaqueAt(bytes: Buffer, offset: number): Buffer {
  if (offset + LENGTH_BYTES > bytes.length) throw new DerError('is cut short')
  const end = offset + LENGTH_BYTES + bytes.readUInt16BE(offset)
  if (end > bytes.length) throw new DerError('is cut short')
  return bytes.subarray(offset, end)
}

/** Returns undefined for another version: its structure is not known. */
function parseSignedTimestamp(bytes: Buffer): SignedTimestamp | undefined {
  if (bytes[0] !== VERSION_1) return undefined
  if (bytes.length < FIXED_BYTES) throw new DerError('is cut short')
  const extensions = opaqueAt(bytes, FIXED_BYTES)
  const algorithmAt = FIXED_BYTES + extensions.length
  const signatureAt = algorithmAt + ALGORITHM_BYTES
  if (signatureAt > bytes.length) throw new DerError('is cut short')
  const signature = opaqueAt(bytes, signatureAt)
  if (signatureAt + signature.length !== bytes.length) throw new DerError('has bytes after its end')
  return {
    logId: bytes.subarray(VERSION_BYTES, VERSION_BYTES + LOG_ID_BYTES),
    time: bytes.subarray(VERSION_BYTES + LOG_ID_BYTES, FIXED_BYTES),
    extensions,
    keyType: SIGNATURES.get(bytes.readUInt16BE(algorithmAt)),
    signature: signature.subarray(LENGTH_BYTES),
  }
}

function embeddedTimestamps({ extensions }: Certificate): SignedTimestamp[] {
  const extension = extensions.get(SCT_LIST)
  if (extension === undefined) return []
  const { value } = readOne(extension.value, TAG.octetString)
  const list = opaqueAt(value, 0)
  if (list.length !== value.length) throw new DerError('has bytes after its end')
  const found: SignedTimestamp[] = []
  for (let offset = LENGTH_BYTES; offset < list.length;) {
    const item = opaqueAt(list, offset)
    const read = parseSignedTimestamp(item.subarray(LENGTH_BYTES))
    if (read !== undefined) found.push(read)
    offset += item.length
  }
  return found
}

/** Returns the signed part without the extension that holds the timestamps (RFC 6962 §3.2). */
function withoutTimestamps({ tbsFields, extensions }: Certificate): Buffer {
  const others = [...extensions].filter(([oid]) => oid !== SCT_LIST).map(([, { whole }]) => whole)
  const container = encodeDer(EXTENSIONS, [encodeDer(TAG.sequence, others)])
  return encodeDer(TAG.sequence, [...tbsFields, container])
}

/** Encodes the `digitally-signed struct` of RFC 6962 §3.2 with certificate_timestamp(0) and precert_entry(1). */
function signedData(sct: SignedTimestamp, precertificate: Buffer, issuer: Certificate): Buffer {
  const size = Buffer.alloc(CERTIFICATE_LENGTH_BYTES)
  size.writeUIntBE(precertificate.length, 0, CERTIFICATE_LENGTH_BYTES)
  return Buffer.concat([
    Uint8Array.of(VERSION_1, CERTIFICATE_TIMESTAMP),
    sct.time,
    PRECERT_ENTRY,
    createHash('sha256').update(issuer.spki).digest(),
    size,
    precertificate,
    sct.extensions,
  ])
}

const invalid = (message: string): ClawError => new ClawError('SCT_INVALID', message)

/**
 * Checks that a certificate transparency log of the trusted root accepted the certificate. Timestamps of other
 * logs are ignored; one of a known log must verify. Throws SCT_INVALID, or DerError.
 */
export async function checkTransparency(
  certificate: Certificate,
  issuer: Certificate,
  logs: readonly TrustedLog[],
): Promise<void> {
  const timestamps = embeddedTimestamps(certificate)
  if (timestamps.length === 0)
    throw invalid(
      'The certificate has no signed certificate timestamp; so nobody but its issuer can know that it was issued.',
    )
  const precertificate = withoutTimestamps(certificate)
  let known = 0
  for (const sct of timestamps) {
    const named = logs.filter(({ ids }) => ids.some((id) => id.equals(sct.logId)))
    if (named.length === 0) continue
    known += 1
    const time = Number(sct.time.readBigUInt64BE())
    const log = named.find(({ validFor }) => isWithin(time, validFor))
    if (log === undefined)
      throw invalid(
        'The certificate was logged while the trusted root does not trust the log; so nobody but its issuer can know that it was issued.',
      )
    const claim = {
      scheme: log.scheme,
      data: signedData(sct, precertificate, issuer),
      signature: sct.signature,
    }
    if (sct.keyType !== log.scheme.type || !(await isSignedBy(log.key, claim)))
      throw invalid(
        'The certificate has a signed certificate timestamp that does not verify; so nobody but its issuer can know that it was issued.',
      )
  }
  if (known === 0)
    throw invalid(
      'The certificate is in no certificate transparency log of the trusted root; so nobody but its issuer can know that it was issued.',
    )
}
