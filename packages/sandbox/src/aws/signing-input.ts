// Input that AWS KMS signs: MessageType, algorithm and length must fit the key and each other.
import * as v from 'valibot'
import { AwsFailure } from './failure.ts'
import { algorithmHash, KEY_SPECS, SIGNING_ALGORITHMS, type KeySpec } from './key-specs.ts'
import type { SigningInput } from './material.ts'

const MAX_MESSAGE_BYTES = 4096
const MU_BYTES = 64
const DIGEST_BYTES = { sha256: 32, sha384: 48, sha512: 64 } as const

/** SignRequest. */
export const signRequest = v.object({
  KeyId: v.pipe(v.string(), v.nonEmpty()),
  Message: v.pipe(v.string(), v.base64(), v.nonEmpty()),
  MessageType: v.optional(v.picklist(['RAW', 'DIGEST', 'EXTERNAL_MU']), 'RAW'),
  SigningAlgorithm: v.string(),
})

/** SignRequest; the message is base64. */
export type SignMessage = v.InferOutput<typeof signRequest>

const invalid = (message: string): AwsFailure => new AwsFailure('ValidationException', message)

type Reader = (algorithm: string, spec: KeySpec, bytes: Uint8Array) => SigningInput

function readMu(algorithm: string, spec: KeySpec, bytes: Uint8Array): SigningInput {
  if (KEY_SPECS[spec].kind !== 'ml-dsa') throw invalid('EXTERNAL_MU is for ML-DSA keys.')
  if (bytes.length !== MU_BYTES) throw invalid('The external mu has 64 bytes.')
  return { algorithm, form: 'mu', bytes }
}

function readDigest(algorithm: string, spec: KeySpec, bytes: Uint8Array): SigningInput {
  if (!['ec', 'rsa'].includes(KEY_SPECS[spec].kind))
    throw invalid(`MessageType DIGEST is not supported for ${algorithm}.`)
  if (bytes.length !== DIGEST_BYTES[algorithmHash(algorithm)])
    throw invalid('Digest is invalid length for algorithm.')
  return { algorithm, form: 'digest', bytes }
}

/** Reads a message. Those that KMS would hash, and Ed25519ph, are refused here: our client never sends them. */
function readMessage(algorithm: string, spec: KeySpec, bytes: Uint8Array): SigningInput {
  if (bytes.length > MAX_MESSAGE_BYTES) throw invalid('Message is longer than 4096 bytes.')
  if (KEY_SPECS[spec].kind !== 'ml-dsa' && algorithm !== 'ED25519_SHA_512')
    throw invalid(`MessageType RAW is not supported for ${algorithm} here.`)
  return { algorithm, form: 'message', bytes }
}

const READERS: Readonly<Record<SignMessage['MessageType'], Reader>> = {
  EXTERNAL_MU: readMu,
  DIGEST: readDigest,
  RAW: readMessage,
}

/** Reads the input to sign. Throws AwsFailure. */
export function signingInput(spec: KeySpec, asked: SignMessage): SigningInput {
  const { Message, MessageType, SigningAlgorithm: algorithm } = asked
  if (!SIGNING_ALGORITHMS[spec].includes(algorithm)) {
    throw new AwsFailure(
      'InvalidKeyUsageException',
      `Algorithm ${algorithm} is incompatible with key spec ${spec}.`,
    )
  }
  return READERS[MessageType](algorithm, spec, new Uint8Array(Buffer.from(Message, 'base64')))
}
