// Signatures by the transit engine. It checks neither what a digest is of nor, for ECDSA, how long it is.
import {
  ALGORITHMS,
  ClawError,
  decodeBase64,
  type KeyService,
  type KmsSigningKey,
  type SignRequest,
  digestFor,
} from '@open-claw/core'
import * as v from 'valibot'
import { corrupt } from '@open-claw/net'
import { MAX_MESSAGE_BYTES, transitParameters } from './algorithms.ts'
import { callerOf, type Caller, type VaultKeyOptions } from './client.ts'
import { askVault } from './failures.ts'
import { pinKey, type PinnedKey } from './public-key.ts'

const answerSchema = v.object({ data: v.object({ signature: v.string() }) })
/** `vault:v1:` and base64; only the version is not covered by the check of the signature. */
const SIGNATURE = /^vault:v(?<version>[1-9][0-9]{0,8}):(?<base64>[A-Za-z0-9+/]+=*)$/

function inputOf({ uri, algorithm }: PinnedKey, request: SignRequest): Uint8Array {
  if (ALGORITHMS[algorithm].input === 'digest') return digestFor(uri, algorithm, request)
  if (request.input !== 'message') {
    throw new ClawError('KEY_ALGORITHM_UNSUPPORTED', `${uri} (${algorithm}) cannot sign this kind of input.`)
  }
  if (request.message.length > MAX_MESSAGE_BYTES)
    throw new ClawError('KEY_MESSAGE_TOO_LARGE', `${uri} signs at most ${MAX_MESSAGE_BYTES} bytes.`)
  return request.message
}

function readSignature(answer: unknown, { uri, version }: PinnedKey): Uint8Array {
  const parsed = v.safeParse(answerSchema, answer)
  const groups = parsed.success ? SIGNATURE.exec(parsed.output.data.signature)?.groups : undefined
  const signature = decodeBase64(groups?.['base64'] ?? '')
  if (signature === undefined || signature.length === 0) throw corrupt(uri, 'the answer has no signature')
  if (groups?.['version'] !== String(version))
    throw new ClawError('KEY_CHANGED', `${uri}: another key version answered; nothing was published.`)
  return signature
}

async function signWith(caller: Caller, key: PinnedKey, request: SignRequest): Promise<Uint8Array> {
  const input = Buffer.from(inputOf(key, request)).toString('base64')
  const body = { input, key_version: key.version, ...transitParameters(key.algorithm) }
  return askVault(
    caller,
    { resource: key.uri, capability: 'update' },
    { path: `sign/${key.name}`, body },
    (answer) => readSignature(answer, key),
  )
}

/** Told before anything is hashed; Vault itself says so only when it is asked to sign. */
function checkSigns({ uri, version, signsFrom }: PinnedKey): void {
  if (version >= signsFrom) return
  throw new ClawError(
    'KEY_UNUSABLE',
    `${uri} may not sign any more: min_encryption_version of the key is ${signsFrom}.`,
  )
}

/**
 * Keys of the transit engine of Vault or OpenBao. `open` resolves a version once; `sign` uses that one
 * alone. Both throw KEY_NOT_FOUND, KEY_FORBIDDEN, KEY_UNUSABLE, KEY_CHANGED, KEY_ALGORITHM_UNSUPPORTED,
 * KEY_MESSAGE_TOO_LARGE, SIGNATURE_CORRUPT, KMS_FAILED, and what `tokens` throws. Throws INPUT_INVALID
 * at once.
 */
export function vaultKeyService(options: VaultKeyOptions): KeyService {
  const caller = callerOf(options)
  return {
    open: async (uri, wanted): Promise<KmsSigningKey> => {
      const key = await pinKey(caller, uri, wanted)
      checkSigns(key)
      const { algorithm, publicKey, protectionLevel } = key
      const sign = (request: SignRequest): Promise<Uint8Array> => signWith(caller, key, request)
      return {
        kind: 'kms',
        uri: key.uri,
        algorithm,
        publicKey,
        protectionLevel,
        maxMessage: MAX_MESSAGE_BYTES,
        sign,
      }
    },
  }
}
