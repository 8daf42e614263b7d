// RFC 3161 timestamps: an authority attests when a signature existed.
import { createHash, randomBytes } from 'node:crypto'
import { ClawError, type Clock } from '@open-claw/core'
import {
  readHash,
  parseTimestampResponse,
  DerError,
  readElements,
  encodeDer,
  Members,
  readOne,
  readSmallInteger,
  TAG,
  readGeneralizedTime,
  isWithin,
  type Period,
} from '@open-claw/asn1'
import { RequestFailure } from '@open-claw/net'
import { answered, requestWitness } from './witness-request.ts'

/** The version of TimeStampReq and of TSTInfo (RFC 3161 §2.4.1, §2.4.2). */
const VERSION_1 = 1
/** A BOOLEAN that is true (X.690 §11.1). */
const TRUE = Uint8Array.of(0xff)
/** DER of the AlgorithmIdentifier of SHA-256. */
const SHA256 = Buffer.from('300b0609608648016503040201', 'hex')
const NONCE_BYTES = 8
/** In the first byte of a nonce: not the sign, and no zero before it (X.690 §8.3). */
const FIRST_SET = 0x40
const FIRST_RANDOM = 0x3f

const computeDigest = (hash: string, bytes: Uint8Array): Buffer => createHash(hash).update(bytes).digest()

/** Makes a nonce that is positive and without leading zeros, so that it is echoed byte by byte. */
function newNonce(): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  nonce[0] = FIRST_SET | ((nonce[0] ?? 0) & FIRST_RANDOM)
  return nonce
}

/** Encodes a TimeStampReq (RFC 3161 §2.4.1) that asks for the certificate of the signer. */
const queryFor = (digest: Buffer, nonce: Buffer): Buffer =>
  encodeDer(TAG.sequence, [
    encodeDer(TAG.integer, [Uint8Array.of(VERSION_1)]),
    encodeDer(TAG.sequence, [SHA256, encodeDer(TAG.octetString, [digest])]),
    encodeDer(TAG.integer, [nonce]),
    encodeDer(TAG.boolean, [TRUE]),
  ])

/** The values that an answer must match. */
interface Question {
  readonly digest: Buffer
  readonly nonce: Buffer
  readonly within: Period | undefined
}

/** RFC 3161 §2.4.2: checks that the answer matches the request. Throws DerError. */
function checkContent(content: Buffer, { digest, nonce, within }: Question): void {
  const members = new Members(readElements(readOne(content, TAG.sequence)))
  if (readSmallInteger(members.take(TAG.integer)) !== VERSION_1) throw new DerError('is not of version 1')
  members.take(TAG.objectIdentifier)
  const imprint = new Members(readElements(members.take(TAG.sequence)))
  if (
    readHash(imprint.take(TAG.sequence)) !== 'sha256' ||
    !imprint.take(TAG.octetString).value.equals(digest)
  )
    throw new DerError('is over other bytes')
  members.take(TAG.integer)
  const time = readGeneralizedTime(members.take(TAG.generalizedTime))
  if (within !== undefined && !isWithin(time, within))
    throw new DerError(
      `has a time outside of the certificate, ${new Date(time).toISOString()}: one of the two clocks is wrong`,
    )
  members.optional(TAG.sequence)
  members.optional(TAG.boolean)
  // A replayed answer has the nonce of another request.
  if (members.optional(TAG.integer)?.value.equals(nonce) !== true)
    throw new DerError('does not repeat the nonce of the request')
}

function checkResponse(response: Buffer, question: Question): void {
  const { content, digest: signed } = parseTimestampResponse(response)
  checkContent(content, question)
  if (!computeDigest(signed.hash, content).equals(signed.value))
    throw new DerError('has a signature over another content')
}

/** How to request a timestamp. */
export interface TimestampOptions {
  readonly clock: Clock
  /** The validity of the signer's certificate: with a time outside of it, the bundle would not verify. */
  readonly within?: Period | undefined
}

/**
 * Returns the DER of a TimeStampResp over `signature`, from the authority at `url` (with the path of its endpoint).
 * The verifier decides whether to trust it: a signer has no trusted root. Throws TIMESTAMP_FAILED.
 */
export async function timestamp(
  url: URL,
  signature: Uint8Array,
  { clock, within }: TimestampOptions,
): Promise<Uint8Array> {
  const digest = computeDigest('sha256', signature)
  const nonce = newNonce()
  const failed = (why: string, remedy?: string): ClawError =>
    new ClawError('TIMESTAMP_FAILED', `The timestamp authority ${url.host} ${why}.`, { remedy })
  const body = { type: 'application/timestamp-query', bytes: queryFor(digest, nonce) }
  const response = await requestWitness({ url, body, accept: 'application/timestamp-reply', clock }).catch(
    (error: unknown) => {
      if (!(error instanceof RequestFailure)) throw failed('failed (no answer)')
      throw failed(`failed ${answered(error)}`, error.told?.remedy)
    },
  )
  try {
    checkResponse(response, { digest, nonce, within })
  } catch (error) {
    throw failed(`gave an answer that ${error instanceof DerError ? error.message : 'cannot be read'}`)
  }
  return response
}
