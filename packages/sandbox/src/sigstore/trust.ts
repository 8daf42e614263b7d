// What a verifier and a signer know about the services: a trusted root and a signing config.
import { VALID_FROM } from './certificates.ts'
import type { LogKey } from './transparency-log.ts'

const validFor = { start: VALID_FROM }

/** An authority: certificates in DER, the issuer of leaves first. */
export interface TrustedAuthority {
  readonly url: string
  readonly commonName: string
  readonly certificates: readonly Buffer[]
}

/** A log. */
export interface TrustedLog {
  readonly url: string
  readonly key: Pick<LogKey, 'spki' | 'id'>
  readonly details: 'PKIX_ECDSA_P256_SHA_256' | 'PKIX_ED25519'
}

const authorityEntry = ({ url, commonName, certificates }: TrustedAuthority) => ({
  subject: { organization: 'sandbox', commonName },
  uri: url,
  certChain: {
    certificates: certificates.map((certificate) => ({ rawBytes: certificate.toString('base64') })),
  },
  validFor,
})

const logEntry = ({ url, key, details }: TrustedLog) => ({
  baseUrl: url,
  hashAlgorithm: 'SHA2_256',
  publicKey: { rawBytes: key.spki.toString('base64'), keyDetails: details, validFor },
  logId: { keyId: key.id.toString('base64') },
})

/** Returns JSON of a TrustedRoot (sigstore_trustroot.proto). */
export const trustedRootJson = (parts: {
  readonly certificates: TrustedAuthority
  readonly timestamps: TrustedAuthority
  readonly logs: readonly TrustedLog[]
  readonly certificateLog: TrustedLog
}): string =>
  JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: parts.logs.map(logEntry),
    certificateAuthorities: [authorityEntry(parts.certificates)],
    ctlogs: [logEntry(parts.certificateLog)],
    timestampAuthorities: [authorityEntry(parts.timestamps)],
  })

const serviceEntry = (url: string, majorApiVersion = 1) => ({
  url,
  majorApiVersion,
  validFor,
  operator: 'sandbox',
})

/** Returns JSON of a SigningConfig (sigstore_trustroot.proto). */
export const signingConfigJson = (urls: {
  readonly fulcio: string
  readonly oidc: string
  readonly tsa: string
  readonly rekor: string
  readonly rekorTiles: string
}): string =>
  JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.signingconfig.v0.2+json',
    caUrls: [serviceEntry(urls.fulcio)],
    oidcUrls: [serviceEntry(urls.oidc)],
    rekorTlogUrls: [serviceEntry(urls.rekorTiles, 2), serviceEntry(urls.rekor)],
    rekorTlogConfig: { selector: 'ANY' },
    tsaUrls: [serviceEntry(urls.tsa)],
    tsaConfig: { selector: 'ANY' },
  })
