// AsymmetricSign, with every integrity field of the API sent and required.
import {
  signingKey,
  ALGORITHMS,
  ClawError,
  type KeyService,
  type KmsSigningKey,
  type SignRequest,
  crc32c,
} from '@open-claw/core'
import { GOOGLE_ALGORITHMS, MAX_DATA_BYTES } from './algorithms.ts'
import { kmsCaller, type GoogleKeyOptions, type KmsCaller } from './client.ts'
import { corrupt } from '@open-claw/net'
import { GOOGLE_PERMISSIONS } from '../permissions.ts'
import { askGoogle } from './failures.ts'
import { pinKey, type PinnedKey } from './public-key.ts'

/** DER of a SHA-256 DigestInfo up to the digest (RFC 8017 §9.2, note 1). */
const SHA256_DIGEST_INFO: Buffer = Buffer.from('3031300d060960864801650304020105000420', 'hex')
const DIGEST_BYTES = { sha256: 32, sha384: 48, sha512: 64 } as const
const MU_BYTES = 64

type Payload =
  | {
      readonly digest: { readonly [name: string]: Uint8Array }
      readonly digestCrc32c: { readonly value: number }
    }
  | { readonly data: Uint8Array; readonly dataCrc32c: { readonly value: number } }

const wrongInput = ({ resource }: PinnedKey): ClawError =>
  new ClawError('KEY_ALGORITHM_UNSUPPORTED', `${resource} cannot sign this kind of input.`)

const digestPayload = (name: string, bytes: Uint8Array): Payload => ({
  digest: { [name]: bytes },
  digestCrc32c: { value: crc32c(bytes) },
})

/**
 * Checks that the input fits the algorithm. RSA_SIGN_RAW_PKCS1 and Ed25519 sign whatever they are given: a
 * digest in the wrong place gives a valid signature over something unintended.
 */
function checkInput(key: PinnedKey, request: SignRequest): void {
  const { input, hash } = ALGORITHMS[key.algorithm]
  if (request.input !== input) throw wrongInput(key)
  if (request.input === 'mu' && request.mu.length !== MU_BYTES) throw wrongInput(key)
  if (request.input !== 'digest') return
  if (request.hash !== hash || request.digest.length !== DIGEST_BYTES[request.hash]) throw wrongInput(key)
}

const dataPayload = (data: Uint8Array): Payload => ({ data, dataCrc32c: { value: crc32c(data) } })

function signPayload(key: PinnedKey, request: SignRequest): Payload {
  checkInput(key, request)
  if (request.input === 'mu') return digestPayload('externalMu', request.mu)
  if (request.input === 'digest') {
    return GOOGLE_ALGORITHMS.get(key.googleAlgorithm)?.feed === 'digest-info'
      ? dataPayload(Buffer.concat([SHA256_DIGEST_INFO, request.digest]))
      : digestPayload(request.hash, request.digest)
  }
  if (request.message.length > MAX_DATA_BYTES) {
    throw new ClawError('KEY_MESSAGE_TOO_LARGE', `${key.resource} signs at most ${MAX_DATA_BYTES} bytes.`)
  }
  return dataPayload(request.message)
}

interface SignAnswer {
  readonly name?: string | null
  readonly signature?: unknown
  readonly signatureCrc32c?: { readonly value?: unknown } | null
  readonly verifiedDigestCrc32c?: boolean | null
  readonly verifiedDataCrc32c?: boolean | null
  readonly protectionLevel?: unknown
}

function readSignature(answer: SignAnswer, key: PinnedKey, payload: Payload): Uint8Array {
  const { resource } = key
  if (answer.name !== resource)
    throw new ClawError('KEY_CHANGED', `${resource}: another key version answered; nothing was published.`)
  if (answer.protectionLevel !== key.protectionLevel) {
    throw new ClawError(
      'KEY_CHANGED',
      `${resource}: its protection level is no longer ${key.protectionLevel}; nothing was published.`,
    )
  }
  const received = 'digest' in payload ? answer.verifiedDigestCrc32c : answer.verifiedDataCrc32c
  if (received !== true) throw corrupt(resource, 'Cloud KMS did not confirm the checksum of its input')
  const { signature } = answer
  if (!(signature instanceof Uint8Array) || signature.length === 0)
    throw corrupt(resource, 'the answer has no signature')
  if (String(answer.signatureCrc32c?.value) !== String(crc32c(signature))) {
    throw corrupt(resource, 'the CRC32C of the signature is missing or wrong')
  }
  return signature
}

async function signWith(
  caller: KmsCaller,
  key: PinnedKey,
  request: SignRequest,
  clock: GoogleKeyOptions['clock'],
): Promise<Uint8Array> {
  const payload = signPayload(key, request)
  return askGoogle(
    caller,
    {
      resource: key.resource,
      permission: GOOGLE_PERMISSIONS.sign,
      clock,
    },
    async (client, options): Promise<SignAnswer> =>
      (await client.asymmetricSign({ name: key.resource, ...payload }, options))[0],
    (answer) => readSignature(answer, key, payload),
  )
}

/**
 * Opens keys of Google Cloud KMS. `open` resolves a version once; `sign` uses only that one. Both throw
 * KEY_NOT_FOUND, KEY_FORBIDDEN, KEY_UNUSABLE, KEY_CHANGED, KEY_ALGORITHM_UNSUPPORTED,
 * SIGNATURE_CORRUPT, KMS_FAILED, and what `tokens` throws.
 */
export function googleKeyService(options: GoogleKeyOptions): KeyService {
  const caller = kmsCaller(options)
  return {
    open: async (uri, wanted): Promise<KmsSigningKey> => {
      const key = await pinKey(caller, uri, { clock: options.clock, wanted })
      return signingKey(key, MAX_DATA_BYTES, (request) => signWith(caller, key, request, options.clock))
    },
  }
}
