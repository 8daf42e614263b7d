// A certificate transparency log (RFC 6962) that promises but does not publish: no one reads it here.
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { exportSpki } from './certificates.ts'

/** A log and its key. */
export interface CertificateLog {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer
  /** SHA-256 of it (RFC 6962 §3.2). */
  readonly id: Buffer
  /** Returns the SignedCertificateTimestampList of a precertificate: its TBSCertificate without the list, and the issuer's key. */
  promise(tbs: Buffer, issuerSpki: Buffer): Buffer
}

const unsigned = (value: number, bytes: number): Buffer => {
  const encoded = Buffer.alloc(bytes)
  encoded.writeUIntBE(value, 0, bytes)
  return encoded
}

/** Encodes `opaque<0..2^16-1>` of RFC 5246 §4.3. */
const prefixed = (content: Buffer): Buffer => Buffer.concat([unsigned(content.length, 2), content])

const VERSION_AND_TYPE = Buffer.from([0, 0])
const PRECERTIFICATE = unsigned(1, 2)
const NO_EXTENSIONS = unsigned(0, 2)
/** sha256(4), ecdsa(3) of RFC 5246 §7.4.1.4.1. */
const SHA256_ECDSA = Buffer.from([4, 3])

/** Creates a log with a new key. */
export function createCertificateLog(): CertificateLog {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const spki = exportSpki(publicKey)
  const id = createHash('sha256').update(spki).digest()
  return {
    spki,
    id,
    promise(tbs, issuerSpki) {
      const time = Buffer.concat([unsigned(0, 2), unsigned(Date.now(), 6)])
      const issuer = createHash('sha256').update(issuerSpki).digest()
      const entry = Buffer.concat([PRECERTIFICATE, issuer, unsigned(tbs.length, 3), tbs, NO_EXTENSIONS])
      const signature = sign('sha256', Buffer.concat([VERSION_AND_TYPE, time, entry]), privateKey)
      const version = Buffer.from([0])
      const promise = [version, id, time, NO_EXTENSIONS, SHA256_ECDSA, prefixed(signature)]
      return prefixed(prefixed(Buffer.concat(promise)))
    },
  }
}
