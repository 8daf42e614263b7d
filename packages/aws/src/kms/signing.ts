// Sign, by the pinned ARN. AWS has no checksums: the signature is verified with the public key before
// anything is published.
import {
  signingKey,
  ALGORITHMS,
  ClawError,
  type Clock,
  type KeyService,
  type KmsSigningKey,
  type SignRequest,
  digestFor,
} from '@open-claw/core'
import type { SignCommandOutput } from '@aws-sdk/client-kms'
import { corrupt } from '@open-claw/net'
import { MAX_MESSAGE_BYTES, MESSAGE_TYPES } from './algorithms.ts'
import type { AwsKeyOptions, Caller } from './client.ts'
import { AWS_PERMISSIONS } from '../permissions.ts'
import { askAws } from './failures.ts'
import { keyPinner, type PinnedKey } from './public-key.ts'

const MU_BYTES = 64

/** Returns the bytes to sign. A message taken for a digest, or a digest for a message, gives a valid signature over something unintended. */
function signInput({ resource, algorithm }: PinnedKey, request: SignRequest): Uint8Array {
  const { input } = ALGORITHMS[algorithm]
  if (input === 'digest') return digestFor(resource, algorithm, request)
  if (input === 'mu' && request.input === 'mu' && request.mu.length === MU_BYTES) return request.mu
  if (input !== 'message' || request.input !== 'message') {
    throw new ClawError(
      'KEY_ALGORITHM_UNSUPPORTED',
      `${resource} (${algorithm}) cannot sign this kind of input.`,
    )
  }
  if (request.message.length <= MAX_MESSAGE_BYTES) return request.message
  throw new ClawError('KEY_MESSAGE_TOO_LARGE', `${resource} signs at most ${MAX_MESSAGE_BYTES} bytes.`)
}

function readSignature(answer: SignCommandOutput, key: PinnedKey): Uint8Array {
  const { resource, signingAlgorithm } = key
  if (answer.KeyId !== resource)
    throw new ClawError('KEY_CHANGED', `${resource}: another key answered; nothing was published.`)
  if (answer.SigningAlgorithm !== signingAlgorithm) {
    throw new ClawError(
      'KEY_CHANGED',
      `${resource}: it signed with an algorithm other than ${signingAlgorithm}; nothing was published.`,
    )
  }
  const { Signature: signature } = answer
  if (signature === undefined || signature.length === 0)
    throw corrupt(resource, 'the answer has no signature')
  return signature
}

async function signWith(
  caller: Caller,
  key: PinnedKey,
  request: SignRequest,
  clock: Clock,
): Promise<Uint8Array> {
  const message = signInput(key, request)
  return askAws(
    caller,
    { resource: key.resource, permission: AWS_PERMISSIONS.sign, clock },
    async (client, options) => {
      const { SignCommand } = await import('@aws-sdk/client-kms')
      const command = new SignCommand({
        KeyId: key.resource,
        Message: message,
        MessageType: MESSAGE_TYPES[request.input],
        SigningAlgorithm: key.signingAlgorithm,
      })
      return client.send(command, options)
    },
    (answer) => readSignature(answer, key),
  )
}

/**
 * Opens keys of AWS KMS. `open` pins the ARN once; `sign` uses only that one. RSA keys sign in several ways,
 * so `open` needs an algorithm for them. Both throw KEY_NOT_FOUND, KEY_FORBIDDEN, KEY_UNUSABLE,
 * KEY_CHANGED, KEY_ALGORITHM_UNSUPPORTED, SIGNATURE_CORRUPT, KMS_FAILED, and what the credentials throw;
 * `open` also throws INPUT_MISSING if nothing names the region of the key.
 */
export function awsKeyService(options: AwsKeyOptions): KeyService {
  const pin = keyPinner(options)
  return {
    open: async (uri, wanted): Promise<KmsSigningKey> => {
      const { caller, key } = await pin(uri, wanted)
      return signingKey(key, MAX_MESSAGE_BYTES, (request) => signWith(caller, key, request, options.clock))
    },
  }
}
