// Fulcio: from a token of the job and a proof of possession to a certificate for ten minutes.
import { createPublicKey, generateKeyPairSync, verify, type KeyObject } from 'node:crypto'
import * as v from 'valibot'
import type { Operation } from '../gateway.ts'
import type { Route } from '../http.ts'
import type { OidcIssuer } from '../oidc.ts'
import { parseRequest } from '../requests.ts'
import type { FaultKind } from '../services.ts'
import { StatusError } from '../status.ts'
import type { CertificateLog } from './certificate-log.ts'
import {
  authorityKey,
  certificateBody,
  createAuthority,
  DIGITAL_SIGNATURE,
  extendedUsage,
  extension,
  encodeName,
  newSerial,
  encodePem,
  PURPOSES,
  signCertificate,
  exportSpki,
  subjectKey,
  type Authority,
} from './certificates.ts'
import { octets } from './der.ts'
import { identityExtensions } from './identity-extensions.ts'

/** Audience of the tokens that it accepts. */
export const FULCIO_AUDIENCE = 'sigstore'

/** An authority with its chain. */
export interface CertificateAuthority {
  readonly intermediate: Authority
  readonly root: Authority
}

const LIFETIME_MS = 600_000
const HOUR_MS = 3_600_000
const SCT_LIST = '1.3.6.1.4.1.11129.2.4.2'

/** Creates root and intermediate, with new keys. */
export function createCertificateAuthority(): CertificateAuthority {
  const root = createAuthority({ commonName: 'fulcio root', curve: 'secp384r1', depth: 1 })
  const intermediate = createAuthority({
    commonName: 'fulcio intermediate',
    curve: 'secp384r1',
    issuer: root,
    extensions: [extendedUsage(PURPOSES.codeSigning, false)],
    depth: 0,
  })
  return { intermediate, root }
}

const HASHES: Readonly<Record<string, string>> = {
  prime256v1: 'sha256',
  secp384r1: 'sha384',
  secp521r1: 'sha512',
}

function hashFor(key: KeyObject): string | null {
  if (key.asymmetricKeyType === 'ed25519') return null
  return HASHES[key.asymmetricKeyDetails?.namedCurve ?? ''] ?? 'sha256'
}

const signingRequest = v.object({
  body: v.object({
    /** Without it, the token is in the Authorization header. */
    credentials: v.optional(v.object({ oidcIdentityToken: v.string() })),
    publicKeyRequest: v.object({
      publicKey: v.object({ algorithm: v.optional(v.string()), content: v.string() }),
      proofOfPossession: v.pipe(v.string(), v.base64()),
    }),
  }),
})

function certifiedKey(pem: string, proof: Buffer, subject: string): KeyObject {
  const invalid = (why: string): StatusError => new StatusError('INVALID_ARGUMENT', why)
  let key: KeyObject
  try {
    key = createPublicKey(pem)
  } catch {
    throw invalid('The public key supplied in the request could not be parsed')
  }
  if (!verify(hashFor(key), Buffer.from(subject), key, proof))
    throw invalid('The signature supplied in the request could not be verified')
  return key
}

const timeShift = (fault: FaultKind | undefined): number =>
  fault === 'expired' ? -HOUR_MS : fault === 'not-yet-valid' ? HOUR_MS : 0

interface Certified {
  readonly key: KeyObject
  readonly identity: readonly Buffer[]
}

/** Returns DER of the certificate. A fault spoils it in one way. */
function issue(
  { key, identity }: Certified,
  issuer: Authority,
  log: CertificateLog,
  fault: FaultKind | undefined,
): Buffer {
  const other = fault === 'wrong-key' ? generateKeyPairSync('ec', { namedCurve: 'prime256v1' }) : undefined
  const spki = exportSpki(other?.publicKey ?? key)
  // Whole seconds, as in certificates; rounded down, so that it is valid now.
  const from = Math.floor((Date.now() + timeShift(fault)) / 1000) * 1000
  const usage = [DIGITAL_SIGNATURE, extendedUsage(PURPOSES.codeSigning, false)]
  const extensions = [...usage, subjectKey(spki), authorityKey(issuer.spki), ...identity]
  const body = { subject: encodeName(), spki, from, to: from + LIFETIME_MS, extensions }
  const serial = newSerial()
  const precertificate = certificateBody(body, serial, issuer)
  if (fault === 'no-sct') return signCertificate(precertificate, issuer)
  const promises = extension(SCT_LIST, octets(log.promise(precertificate, issuer.spki)))
  const whole = certificateBody({ ...body, extensions: [...extensions, promises] }, serial, issuer)
  return signCertificate(whole, issuer)
}

/** The parts of Fulcio. `foreign` is not in the trusted root, and is used on demand. */
export interface FulcioParts {
  readonly own: CertificateAuthority
  readonly foreign: CertificateAuthority
  readonly log: CertificateLog
  readonly issuer: OidcIssuer
}

/** Routes `POST /api/v2/signingCert` and `GET /api/v2/trustBundle`. */
export function fulcioRoutes({ own, foreign, log, issuer }: FulcioParts): readonly Route[] {
  const certify: Operation = async (request, { fault, authorization }) => {
    const { credentials, publicKeyRequest } = parseRequest(signingRequest, request).body
    const token = await issuer.verify(
      credentials?.oidcIdentityToken ?? (authorization ?? '').replace(/^Bearer /, ''),
      FULCIO_AUDIENCE,
    )
    const proof = Buffer.from(publicKeyRequest.proofOfPossession, 'base64')
    const key = certifiedKey(publicKeyRequest.publicKey.content, proof, token.sub ?? '')
    const authority = fault === 'foreign-key' ? foreign : own
    const leaf = issue({ key, identity: identityExtensions(token) }, authority.intermediate, log, fault)
    const { intermediate, root } = authority
    const chain = { certificates: [leaf, intermediate.certificate, root.certificate].map(encodePem) }
    return fault === 'no-sct'
      ? { signedCertificateDetachedSct: { chain, signedCertificateTimestamp: '' } }
      : { signedCertificateEmbeddedSct: { chain } }
  }
  const bundle: Operation = () => ({
    chains: [{ certificates: [encodePem(own.intermediate.certificate), encodePem(own.root.certificate)] }],
  })
  return [
    {
      verb: 'POST',
      path: /^\/api\/v2\/signingCert$/,
      service: 'fulcio',
      method: 'CreateSigningCertificate',
      operation: certify,
    },
    {
      verb: 'GET',
      path: /^\/api\/v2\/trustBundle$/,
      service: 'fulcio',
      method: 'GetTrustBundle',
      operation: bundle,
    },
  ]
}
