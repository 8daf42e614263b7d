// Fulcio: the job's identity becomes a certificate for a key that lives as long as this step.
import { createHash } from 'node:crypto'
import {
  ClawError,
  decodePem,
  encodePem,
  parseJson,
  printable,
  type Clock,
  type IdentityTokens,
  type KeylessSigningKey,
  type Token,
} from '@open-claw/core'
import * as v from 'valibot'
import { readSigner } from '../verify/certificate.ts'
import { isWithin, type Certificate } from '@open-claw/asn1'
import { ephemeralKey, type EphemeralKey } from './ephemeral-key.ts'
import { below, RequestFailure, tokenClaims } from '@open-claw/net'
import { answered, requestWitnessJson } from './witness-request.ts'

/** Audience of the tokens that Fulcio accepts. */
export const FULCIO_AUDIENCE = 'sigstore'

/** The largest difference allowed between the clocks of the runner and the authority. */
const SKEW_MS = 60_000

/** The authority to ask, and the identity to certify. */
export interface FulcioOptions {
  /** Base URL. */
  readonly url: URL
  readonly identity: IdentityTokens
  readonly clock: Clock
}

/** A certified key, and the way to destroy it. */
export interface CertifiedKey {
  readonly key: KeylessSigningKey
  /** Overwrites the private key. */
  drop(): void
}

const Chain = v.object({ chain: v.object({ certificates: v.pipe(v.array(v.string()), v.nonEmpty()) }) })
/** An authority without a certificate transparency log answers in the second form. */
const Answer = v.union([
  v.pipe(
    v.object({ signedCertificateEmbeddedSct: Chain }),
    v.transform((answer) => answer.signedCertificateEmbeddedSct),
  ),
  v.pipe(
    v.object({ signedCertificateDetachedSct: Chain }),
    v.transform((answer) => answer.signedCertificateDetachedSct),
  ),
])

interface TokenSubject {
  /** The bytes that the proof of possession signs. */
  readonly subject: string
  readonly issuer: string
}

/** Reads the claims of our own token, for the proof and for a message to compare with the authority's configuration. */
function tokenSubject(token: Token): TokenSubject {
  const { sub, iss } = tokenClaims(token)
  if (typeof sub === 'string' && sub !== '' && typeof iss === 'string') return { subject: sub, issuer: iss }
  throw new ClawError('OIDC_TOKEN_INVALID', 'The token for the certificate authority has no sub and iss.')
}

const failed = ({ host }: URL, why: string, remedy?: string): ClawError =>
  new ClawError('CERTIFICATE_FAILED', `The certificate authority ${host} ${why}.`, { remedy })

function certificateError(error: unknown, url: URL, { issuer, subject }: TokenSubject): ClawError {
  if (!(error instanceof RequestFailure)) return failed(url, 'failed')
  if (!error.refused) return failed(url, `failed ${answered(error)}`, error.told?.remedy)
  return new ClawError(
    'CERTIFICATE_REFUSED',
    `The certificate authority ${url.host} did not certify the job ${answered(error)}. It must trust the issuer "${printable(issuer)}" for the audience ${FULCIO_AUDIENCE}; the sub of the job is "${printable(subject)}".`,
  )
}

/** DER of the first certificate of the chain. */
function readLeaf(answer: Buffer, url: URL): Buffer {
  try {
    const [leaf = ''] = v.parse(Answer, parseJson(answer, 'The answer')).chain.certificates
    const block = decodePem(leaf)
    if (block?.label === 'CERTIFICATE') return block.der
  } catch {
    // The error below says so without quoting the answer.
  }
  throw failed(url, 'gave no certificate that can be read')
}

/** Reads the certificate as a verifier does: what is published under it must be verifiable. */
async function readCertificate(leaf: Buffer, url: URL): Promise<Certificate> {
  try {
    return (await readSigner([leaf])).certificate
  } catch (error) {
    if (!(error instanceof ClawError)) throw error
    throw failed(url, 'gave a certificate that no verifier takes for one of a signer')
  }
}

function checkCertificate(
  { spki, validity: { start, end } }: Certificate,
  key: EphemeralKey,
  { url, clock }: FulcioOptions,
): void {
  if (!spki.equals(key.publicKey)) throw failed(url, 'certified another key')
  const now = clock.now()
  if (isWithin(now, { start: start - SKEW_MS, end: (end ?? now) + SKEW_MS })) return
  const [from, to] = [start, end ?? now].map((time) => new Date(time).toISOString())
  throw failed(
    url,
    `gave a certificate that is valid from ${from} to ${to}, not now; check the clock of the runner`,
  )
}

async function certify(key: EphemeralKey, options: FulcioOptions): Promise<Certificate> {
  const { url, identity, clock } = options
  const token = await identity.mint(FULCIO_AUDIENCE)
  const claims = tokenSubject(token)
  const digest = createHash('sha256').update(claims.subject).digest()
  const proof = await key.sign({ input: 'digest', hash: 'sha256', digest })
  const request = {
    credentials: { oidcIdentityToken: token.reveal() },
    publicKeyRequest: {
      publicKey: { algorithm: 'ECDSA', content: encodePem('PUBLIC KEY', key.publicKey) },
      proofOfPossession: Buffer.from(proof).toString('base64'),
    },
  }
  const answer = await requestWitnessJson(below(url, 'api/v2/signingCert'), request, clock).catch(
    (error: unknown) => {
      throw certificateError(error, url, claims)
    },
  )
  const certificate = await readCertificate(readLeaf(answer, url), url)
  checkCertificate(certificate, key, options)
  return certificate
}

/** Refuses to sign after the certificate ended: no trusted time could place such a signature within it, so it would verify nowhere. */
function checkEnd({ validity: { end } }: Certificate, { url, clock }: FulcioOptions): void {
  if (end === undefined || clock.now() <= end) return
  throw failed(
    url,
    `gave a certificate that ended at ${new Date(end).toISOString()}, before everything was signed`,
    'Sign fewer artifacts in one step, or use mode: statement.',
  )
}

/**
 * Makes a new key and has the authority certify its owner. Throws CERTIFICATE_REFUSED, CERTIFICATE_FAILED,
 * OIDC_TOKEN_INVALID, and what `identity` throws.
 */
export async function fulcioKey(options: FulcioOptions): Promise<CertifiedKey> {
  const ephemeral = await ephemeralKey()
  const drop = (): void => ephemeral.drop()
  try {
    const certificate = await certify(ephemeral, options)
    const key: KeylessSigningKey = {
      kind: 'keyless',
      algorithm: 'ecdsa-p256-sha256',
      publicKey: ephemeral.publicKey,
      protectionLevel: 'EPHEMERAL',
      // Messages are hashed before they get here.
      maxMessage: 0,
      certificate: certificate.der,
      async sign(request) {
        checkEnd(certificate, options)
        return ephemeral.sign(request)
      },
    }
    return { key, drop }
  } catch (error) {
    drop()
    throw error
  }
}
