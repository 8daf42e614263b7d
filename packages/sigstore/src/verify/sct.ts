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

const SCT_LIST = '1.3.6.1.4.1.11129.2.4.2'
const VERSION_1 = 0
/** RFC 5246 §7.4.1.4.1: SHA-256 with RSA or ECDSA, which is all that RFC 6962 §2.1.4 allows. */
const SIGNATURES: ReadonlyMap<number, string> = new Map([
  [0x0401, 'rsa'],
  [0x0403, 'ec'],
])
const LOG_ID_BYTES = 32
/** Version, log, time. */
const FIXED_BYTES = 1 + LOG_ID_BYTES + 8

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
  if (offset + 2 > bytes.length) throw new DerError('is cut short')
  const end = offset + 2 + bytes.readUInt16BE(offset)
  if (end > bytes.length) throw new DerError('is cut short')
  return bytes.subarray(offset, end)
}

/** Returns undefined for another version: its structure is not known. */
function parseSignedTimestamp(bytes: Buffer): SignedTimestamp | undefined {
  if (bytes[0] !== VERSION_1) return undefined
  if (bytes.length < FIXED_BYTES) throw new DerError('is cut short')
  const extensions = opaqueAt(bytes, FIXED_BYTES)
  const algorithmAt = FIXED_BYTES + extensions.length
  if (algorithmAt + 2 > bytes.length) throw new DerError('is cut short')
  const signature = opaqueAt(bytes, algorithmAt + 2)
  if (algorithmAt + 2 + signature.length !== bytes.length) throw new DerError('has bytes after its end')
  return {
    logId: bytes.subarray(1, 1 + LOG_ID_BYTES),
    time: bytes.subarray(1 + LOG_ID_BYTES, FIXED_BYTES),
    extensions,
    keyType: SIGNATURES.get(bytes.readUInt16BE(algorithmAt)),
    signature: signature.subarray(2),
  }
}

function embeddedTimestamps({ extensions }: Certificate): SignedTimestamp[] {
  const extension = extensions.get(SCT_LIST)
  if (extension === undefined) return []
  const { value } = readOne(extension.value, TAG.octetString)
  const list = opaqueAt(value, 0)
  if (list.length !== value.length) throw new DerError('has bytes after its end')
  const found: SignedTimestamp[] = []
  for (let offset = 2; offset < list.length;) {
    const item = opaqueAt(list, offset)
    const read = parseSignedTimestamp(item.subarray(2))
    if (read !== undefined) found.push(read)
    offset += item.length
  }
  return found
}

/** Returns the signed part without the extension that holds the timestamps (RFC 6962 §3.2). */
function withoutTimestamps({ tbsFields, extensions }: Certificate): Buffer {
  const others = [...extensions].filter(([oid]) => oid !== SCT_LIST).map(([, { whole }]) => whole)
  const container = encodeDer(contextTag(3), [encodeDer(TAG.sequence, others)])
  return encodeDer(TAG.sequence, [...tbsFields, container])
}

/** Encodes the `digitally-signed struct` of RFC 6962 §3.2 with certificate_timestamp(0) and precert_entry(1). */
function signedData(sct: SignedTimestamp, precertificate: Buffer, issuer: Certificate): Buffer {
  const size = Buffer.alloc(3)
  size.writeUIntBE(precertificate.length, 0, 3)
  return Buffer.concat([
    Buffer.from([VERSION_1, 0]),
    sct.time,
    Buffer.from([0, 1]),
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
