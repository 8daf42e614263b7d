// Signatures by the transit engine. It checks neither the hash behind a digest nor, for ECDSA, its length.
import {
  signingKey,
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
import { transitCaller, type Caller, type VaultKeyOptions } from './client.ts'
import { askVault } from './failures.ts'
import { pinKey, type PinnedKey } from './public-key.ts'

const answerSchema = v.object({ data: v.object({ signature: v.string() }) })
/** `vault:v1:` and base64; verifying the signature covers all but the version. */
const SIGNATURE = /^vault:v(?<version>[1-9][0-9]{0,8}):(?<base64>[A-Za-z0-9+/]+=*)$/

function signInput({ uri, algorithm }: PinnedKey, request: SignRequest): Uint8Array {
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
  const input = Buffer.from(signInput(key, request)).toString('base64')
  const body = { input, key_version: key.version, ...transitParameters(key.algorithm) }
  return askVault(
    caller,
    { resource: key.uri, capability: 'update' },
    { path: `sign/${key.name}`, body },
    (answer) => readSignature(answer, key),
  )
}

/** Checks that the version may sign, before anything is hashed: Vault itself checks it only when signing. */
function checkSigns({ uri, version, signsFrom }: PinnedKey): void {
  if (version >= signsFrom) return
  throw new ClawError(
    'KEY_UNUSABLE',
    `${uri} may no longer sign: min_encryption_version of the key is ${signsFrom}.`,
  )
}

/**
 * Opens keys of the transit engine of Vault or OpenBao. `open` resolves a version once; `sign` uses only that
 * one. Both throw KEY_NOT_FOUND, KEY_FORBIDDEN, KEY_UNUSABLE, KEY_CHANGED, KEY_ALGORITHM_UNSUPPORTED,
 * KEY_MESSAGE_TOO_LARGE, SIGNATURE_CORRUPT, KMS_FAILED, and what `tokens` throws. Throws INPUT_INVALID
 * at once.
 */
export function vaultKeyService(options: VaultKeyOptions): KeyService {
  const caller = transitCaller(options)
  return {
    open: async (uri, wanted): Promise<KmsSigningKey> => {
      const key = await pinKey(caller, uri, wanted)
      checkSigns(key)
      return signingKey(key, MAX_MESSAGE_BYTES, (request) => signWith(caller, key, request))
    },
  }
}
