// Verifies RFC 3161 timestamps over the signature of a bundle.
import { createHash } from 'node:crypto'
import { ClawError, type HashName, type TrustedTime } from '@open-claw/core'
import { isInForce, type Authority } from './chain.ts'
import {
  readHash,
  parseTimestampResponse,
  type SignedTimestampInfo,
  readBoolean,
  contextTag,
  DerError,
  readElements,
  Members,
  readOid,
  readOne,
  readSmallInteger,
  TAG,
  type Der,
  checkEndEntity,
  isSignedBy,
  readGeneralizedTime,
  type Certificate,
} from '@open-claw/asn1'

interface TimestampContent {
  readonly imprint: { readonly hash: HashName; readonly digest: Buffer }
  /** Milliseconds since the epoch. */
  readonly time: number
}

function checkExtensions(container: Der | undefined): void {
  if (container === undefined) return
  for (const extension of readElements({ ...container, tag: TAG.sequence })) {
    const members = new Members(readElements(extension))
    const oid = readOid(members.take(TAG.objectIdentifier))
    const flag = members.optional(TAG.boolean)
    if (flag !== undefined && readBoolean(flag))
      throw new DerError(`has the critical extension ${oid}, which is not understood`)
  }
}

/** TSTInfo (RFC 3161 §2.4.2). */
function parseTimestampInfo(bytes: Buffer): TimestampContent {
  const members = new Members(readElements(readOne(bytes, TAG.sequence)))
  if (readSmallInteger(members.take(TAG.integer)) !== 1) throw new DerError('is not of version 1')
  members.take(TAG.objectIdentifier)
  const imprint = new Members(readElements(members.take(TAG.sequence)))
  const hash = readHash(imprint.take(TAG.sequence))
  const digest = imprint.take(TAG.octetString).value
  imprint.end()
  members.take(TAG.integer)
  const time = readGeneralizedTime(members.take(TAG.generalizedTime))
  // Accuracy, ordering, nonce, and the name of the authority, which says nothing that its certificate does not.
  members.optional(TAG.sequence)
  members.optional(TAG.boolean)
  members.optional(TAG.integer)
  members.optional(contextTag(0))
  checkExtensions(members.optional(contextTag(1)))
  members.end()
  return { imprint: { hash, digest }, time }
}

const computeDigest = (hash: string, bytes: Uint8Array): Buffer => createHash(hash).update(bytes).digest()

const invalid = (message: string): ClawError => new ClawError('TIMESTAMP_INVALID', message)

/** RFC 5035 §5.4: the signer says which of two certificates with one key and name it used. */
function namesCertificate({ certificateDigest }: SignedTimestampInfo, { der }: Certificate): boolean {
  if (certificateDigest === undefined) return true
  return computeDigest(certificateDigest.hash, der).equals(certificateDigest.digest)
}

async function isMadeBy(info: SignedTimestampInfo, authority: Authority): Promise<boolean> {
  const [leaf] = authority.chain
  checkEndEntity(leaf, 'timeStamping')
  const { scheme, signedAttributes: data, signature } = info
  return namesCertificate(info, leaf) && (await isSignedBy(leaf.key, { scheme, data, signature }))
}

async function verify(
  response: Buffer,
  signature: Buffer,
  authorities: readonly Authority[],
): Promise<TrustedTime> {
  const info = parseTimestampResponse(response)
  const { imprint, time } = parseTimestampInfo(info.content)
  if (!computeDigest(imprint.hash, signature).equals(imprint.digest))
    throw invalid('A timestamp of the bundle is over other bytes than the signature.')
  const { signer, digest } = info
  const named = authorities.filter(
    ({ chain: [leaf] }) => leaf.issuer.equals(signer.issuer) && leaf.serial.equals(signer.serial),
  )
  if (named.length === 0) throw invalid('A timestamp of the bundle is of no authority of the trusted root.')
  const trusted = named.filter((authority) => isInForce(authority, time))
  if (trusted.length === 0)
    throw invalid(
      'A timestamp of the bundle is of an authority that the trusted root did not trust at the time, or whose certificates were not valid.',
    )
  if (!computeDigest(digest.hash, info.content).equals(digest.value))
    throw invalid('A timestamp of the bundle has a signature over another content.')
  for (const authority of trusted) {
    if (await isMadeBy(info, authority))
      return { source: 'timestamp-authority', authority: authority.name, time }
  }
  throw invalid('A timestamp of the bundle has a signature that does not verify.')
}

/**
 * Returns the time at which an authority of the trusted root saw `signature`; `response` is the DER of a
 * TimeStampResp. Throws TIMESTAMP_INVALID.
 */
export async function verifyTimestamp(
  response: Buffer,
  signature: Buffer,
  authorities: readonly Authority[],
): Promise<TrustedTime> {
  try {
    return await verify(response, signature, authorities)
  } catch (error) {
    throw error instanceof DerError ? invalid(`A timestamp of the bundle ${error.message}.`) : error
  }
}
