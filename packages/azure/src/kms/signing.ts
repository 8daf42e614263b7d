// Signing with a pinned version. The answers have no checksum: as everywhere, the signature is verified with
// the pinned public key before anything is published.
import {
  signingKey,
  ClawError,
  isJsonObject,
  type KeyService,
  type KmsSigningKey,
  type SignRequest,
  digestFor,
} from '@open-claw/core'
import type { CryptographyClient } from '@azure/keyvault-keys'
import { corrupt } from '@open-claw/net'
import { AZURE_ALGORITHMS } from './algorithms.ts'
import { NO_CREDENTIAL, keyVaultAt, type AzureKeyOptions, type KeyVault } from './client.ts'
import { derSignature } from '@open-claw/asn1'
import { AZURE_PERMISSIONS } from '../permissions.ts'
import { azureKeyName } from '../key-uri.ts'
import { askKeyVault } from './failures.ts'
import { checkKeyId, pinKey, type PinnedKey } from './public-key.ts'

/** The service signs only digests. */
const MAX_MESSAGE_BYTES = 0

/** Opens a client with the pinned key: given only its id, it would fetch the key again for checks already made. */
async function openClient({ origin, clientOptions }: KeyVault, key: PinnedKey): Promise<CryptographyClient> {
  const { CryptographyClient: Client } = await import('@azure/keyvault-keys')
  const { name, version } = key
  const id = `${origin}/keys/${name}/${version}`
  return new Client({ id, name, properties: { vaultUrl: origin, name } }, NO_CREDENTIAL, clientOptions())
}

interface SignAnswer {
  /** From the answer: the client's own result names the key that was asked, not the one that answered. */
  readonly kid: unknown
  readonly signature: unknown
}

function readSignature({ kid, signature }: SignAnswer, key: PinnedKey, bytes: number): Uint8Array {
  checkKeyId(kid, key)
  if (!(signature instanceof Uint8Array) || signature.length !== bytes)
    throw corrupt(key.resource, `the answer has no signature of ${bytes} bytes`)
  return key.algorithm.startsWith('ecdsa-') ? derSignature(signature) : signature
}

function keySigner(keyVault: KeyVault, key: PinnedKey): (request: SignRequest) => Promise<Uint8Array> {
  let client: Promise<CryptographyClient> | undefined
  return async (request) => {
    const digest = digestFor(key.resource, key.algorithm, request)
    const fact = AZURE_ALGORITHMS.get(key.algorithm)
    if (fact === undefined)
      throw new ClawError('KEY_ALGORITHM_UNSUPPORTED', `${key.resource} does not sign with ${key.algorithm}.`)
    key.checkTime()
    return askKeyVault(
      keyVault,
      { resource: key.resource, permission: AZURE_PERMISSIONS.sign },
      async (options): Promise<SignAnswer> => {
        client ??= openClient(keyVault, key)
        let kid: unknown
        const { result } = await (
          await client
        ).sign(fact.alg, digest, {
          ...options,
          onResponse: ({ parsedBody }) => {
            kid = isJsonObject(parsedBody) ? parsedBody['kid'] : undefined
          },
        })
        return { kid, signature: result }
      },
      (answer) => readSignature(answer, key, fact.signatureBytes),
    )
  }
}

/**
 * Opens keys of Azure Key Vault and Managed HSM. `open` resolves a version once; `sign` uses only that one.
 * Both throw KEY_URI_INVALID, KEY_NOT_FOUND, KEY_FORBIDDEN, KEY_UNUSABLE, KEY_CHANGED,
 * KEY_ALGORITHM_UNSUPPORTED, SIGNATURE_CORRUPT, KMS_FAILED, and what `tokens` throws.
 */
export function azureKeyService(options: AzureKeyOptions): KeyService {
  return {
    open: async (uri, wanted): Promise<KmsSigningKey> => {
      const keyVault = keyVaultAt(azureKeyName(uri).host, options)
      const key = await pinKey(keyVault, uri, wanted)
      return signingKey(key, MAX_MESSAGE_BYTES, keySigner(keyVault, key))
    },
  }
}
