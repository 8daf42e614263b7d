// Fulcio, an RFC 3161 authority, Rekor v1 and Rekor v2.
import { listenHttp, type ErrorBody } from '../http.ts'
import type { Part, PartContext } from '../part.ts'
import { STATUSES } from '../status.ts'
import { createCertificateLog } from './certificate-log.ts'
import { createCertificateAuthority, fulcioRoutes } from './fulcio.ts'
import { rekorRoutes, TREE_ID, type KeptEntries } from './rekor.ts'
import { rekorTilesRoutes } from './rekor-tiles.ts'
import { createTimestampAuthority, timestampRoutes } from './timestamp.ts'
import { createEcdsaLogKey, createEd25519LogKey, createTransparencyLog } from './transparency-log.ts'
import { signingConfigJson, trustedRootJson } from './trust.ts'

/** `tsaEndpoint` includes the path; the others are bases. */
export interface SigstorePart extends Part<
  'fulcioEndpoint' | 'tsaEndpoint' | 'rekorEndpoint' | 'rekorTilesEndpoint' | 'trustedRoot' | 'signingConfig'
> {
  /** Sets the digits after the second in later timestamps. */
  setFraction(digits: number): void
}

/** Words errors as grpc-gateway does, which is close enough to Rekor v1. */
const errorBody: ErrorBody = (status, message) => ({ code: STATUSES[status].grpc, message, details: [] })

/** Host of the logs' URLs without the port, by which they are known. */
const HOST = '127.0.0.1'

function createLogs() {
  const ecdsa = { own: createEcdsaLogKey(), foreign: createEcdsaLogKey() }
  const ed25519 = { own: createEd25519LogKey(HOST), foreign: createEd25519LogKey(HOST) }
  return {
    rekor: createTransparencyLog(HOST, `${HOST} - ${TREE_ID}`, ecdsa),
    rekorTiles: createTransparencyLog(HOST, HOST, ed25519),
  }
}

function createAuthorities() {
  const certificates = { own: createCertificateAuthority(), foreign: createCertificateAuthority() }
  const timestamps = { own: createTimestampAuthority(), foreign: createTimestampAuthority() }
  return { certificates, timestamps, certificateLog: createCertificateLog() }
}

type Urls = Readonly<Record<'fulcio' | 'tsa' | 'rekor' | 'rekorTiles', string>>

function createTrustedRoot(
  { certificates, timestamps, certificateLog }: ReturnType<typeof createAuthorities>,
  { rekor, rekorTiles }: ReturnType<typeof createLogs>,
  urls: Urls,
): string {
  const ca = certificates.own
  const tsa = timestamps.own
  return trustedRootJson({
    certificates: {
      url: urls.fulcio,
      commonName: 'fulcio root',
      certificates: [ca.intermediate.certificate, ca.root.certificate],
    },
    timestamps: {
      url: urls.tsa,
      commonName: 'tsa root',
      certificates: [tsa.leaf.certificate, tsa.root.certificate],
    },
    logs: [
      { url: urls.rekor, key: rekor.key(undefined), details: 'PKIX_ECDSA_P256_SHA_256' },
      { url: urls.rekorTiles, key: rekorTiles.key(undefined), details: 'PKIX_ED25519' },
    ],
    certificateLog: { url: urls.fulcio, key: certificateLog, details: 'PKIX_ECDSA_P256_SHA_256' },
  })
}

/** Serves all four. Their keys live as long as the process; `reset` empties the logs. */
export async function listenSigstore({ gateway, issuer }: PartContext): Promise<SigstorePart> {
  const authorities = createAuthorities()
  const logs = createLogs()
  const kept: KeptEntries = new Map()
  let digits = 0
  const { certificates, timestamps, certificateLog } = authorities
  const fulcioParts = { ...certificates, log: certificateLog, issuer }
  const listeners = await Promise.all(
    [
      fulcioRoutes(fulcioParts),
      timestampRoutes(timestamps.own, timestamps.foreign, () => digits),
      rekorRoutes(logs.rekor, kept),
      rekorTilesRoutes(logs.rekorTiles),
    ].map((routes) => listenHttp(routes, gateway, errorBody)),
  )
  const [fulcio = '', tsa = '', rekor = '', rekorTiles = ''] = listeners.map(({ url }) => url)
  const urls = { fulcio, tsa: `${tsa}/api/v1/timestamp`, rekor, rekorTiles }
  return {
    // Computed late: the signing config names the issuer, which listens later.
    get endpoints() {
      return {
        fulcioEndpoint: urls.fulcio,
        tsaEndpoint: urls.tsa,
        rekorEndpoint: urls.rekor,
        rekorTilesEndpoint: urls.rekorTiles,
        trustedRoot: createTrustedRoot(authorities, logs, urls),
        signingConfig: signingConfigJson({ ...urls, oidc: String(issuer.configuration()['issuer']) }),
      }
    },
    listeners,
    reset() {
      digits = 0
      kept.clear()
      logs.rekor.reset()
      logs.rekorTiles.reset()
    },
    setFraction(count) {
      digits = count
    },
  }
}
