// DSSE envelopes outside of a bundle (https://github.com/secure-systems-lab/dsse/blob/master/envelope.md), as
// in-toto keeps them in .intoto.jsonl files. Nothing in one tells when it was signed.
import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { BundleSigner, SigstoreBundle } from './bundle.ts'
import { ClawError } from '../errors/claw-error.ts'
import { isJsonObject } from './json.ts'
import { printable } from './printable.ts'
import { Base64Bytes, MaterialBytes, PayloadType, ShortText, decodedText } from './schemas.ts'
import { sha256FromBytes } from './sha256.ts'
import { decodePem } from './pem.ts'

/** Each is one more signature to check. */
const MAX_SIGNATURES = 16

/** The one certificate that slsa-github-generator puts beside a signature. */
const Certificate = decodedText((text) => {
  const { label, der } = decodePem(text) ?? {}
  return label === 'CERTIFICATE' ? der : undefined
}, 'is not one certificate in PEM')

/** "Consumers MUST ignore unrecognized fields." */
const Envelope = v.object({
  payload: Base64Bytes,
  payloadType: PayloadType,
  signatures: v.pipe(
    v.array(v.object({ sig: MaterialBytes, keyid: v.nullish(ShortText, ''), cert: v.nullish(Certificate) })),
    v.minLength(1),
    v.maxLength(MAX_SIGNATURES),
  ),
})

/** Whether a JSON value means to be an envelope. */
export const isEnvelope = (json: unknown): boolean =>
  isJsonObject(json) && Object.hasOwn(json, 'payloadType') && Object.hasOwn(json, 'signatures')

const envelopeSigner = (keyid: string, certificate: Buffer | null | undefined): BundleSigner =>
  certificate === null || certificate === undefined
    ? { kind: 'key', hint: keyid }
    : { kind: 'certificate', chain: [certificate] }

/**
 * One bundle for each signature: several are "equivalent to separate envelopes with individual signatures"
 * (envelope.md). Throws BUNDLE_INVALID.
 */
export function envelopesFromJson(json: unknown, document: Uint8Array, name: string): SigstoreBundle[] {
  const result = v.safeParse(Envelope, json, { abortEarly: true })
  if (!result.success) {
    const [issue] = result.issues
    const where = printable(v.getDotPath(issue) ?? 'its top')
    throw new ClawError(
      'BUNDLE_INVALID',
      `The envelope "${printable(name)}" is not valid at ${where}: ${printable(issue.message)}.`,
    )
  }
  const { payload, payloadType, signatures } = result.output
  const digest = sha256FromBytes(createHash('sha256').update(document).digest())
  return signatures.map(({ sig, keyid, cert }) => ({
    digest,
    version: '0.3',
    signer: envelopeSigner(keyid, cert),
    content: { kind: 'envelope', payloadType, payload, signature: sig },
    logEntries: [],
    timestamps: [],
  }))
}
