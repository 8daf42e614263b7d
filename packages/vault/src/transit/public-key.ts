// Public keys of the transit engine. No signing here: the deployment gate loads only this.
import { createPublicKey, type KeyObject } from 'node:crypto'
import {
  ClawError,
  decodeBase64,
  fitsAlgorithm,
  printable,
  type Algorithm,
  type KeyUri,
  type PublishedKey,
  chooseAlgorithm,
  type PublicKeySource,
} from '@open-claw/core'
import * as v from 'valibot'
import { corrupt } from '@open-claw/net'
import { importPemKey } from '@open-claw/asn1'
import { vaultKeyName, vaultKeyUri } from '../key-uri.ts'
import { TRANSIT_ALGORITHMS } from './algorithms.ts'
import { transitCaller, type Caller, type VaultKeyOptions } from './client.ts'
import { askVault } from './failures.ts'

const ED25519_BYTES = 32

/** A pinned key version. */
export interface PinnedKey extends PublishedKey {
  readonly name: string
  readonly version: number
  /** The oldest version that may sign; older ones may still verify. */
  readonly signsFrom: number
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const answerSchema = v.object({
  data: v.object({
    name: v.string(),
    type: v.string(),
    latest_version: v.pipe(count, v.minValue(1)),
    min_encryption_version: count,
    derived: v.optional(v.boolean(), false),
    supports_signing: v.boolean(),
    /** By version. A number if the type has no public key; left out for keys that make MACs. */
    keys: v.optional(v.record(v.string(), v.unknown()), {}),
  }),
})
type KeyAnswer = v.InferOutput<typeof answerSchema>['data']

const versionSchema = v.object({ public_key: v.string() })

/** Returns the algorithms of the key's type. */
function offeredAlgorithms(
  { type, supports_signing: signs, derived }: KeyAnswer,
  uri: KeyUri,
): readonly Algorithm[] {
  if (derived)
    throw new ClawError('KEY_UNUSABLE', `${uri} derives a key for each context, which is not one key.`)
  const offered = TRANSIT_ALGORITHMS.get(type)
  if (offered !== undefined) return offered
  throw signs
    ? new ClawError('KEY_ALGORITHM_UNSUPPORTED', `${uri} is ${printable(type)}, which is not supported.`)
    : new ClawError('KEY_UNUSABLE', `${uri} is ${printable(type)}, which is not a signing key.`)
}

/** Imports SubjectPublicKeyInfo in PEM or, only for Ed25519, the bare 32 bytes in base64. */
function importKey(text: string, type: string): KeyObject | undefined {
  if (type !== 'ed25519') return importPemKey(text)
  const raw = decodeBase64(text)
  if (raw?.length !== ED25519_BYTES) return undefined
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })
}

function readPublicKey({ keys, type }: KeyAnswer, version: number, uri: KeyUri): KeyObject {
  if (!Object.hasOwn(keys, String(version))) {
    throw new ClawError('KEY_UNUSABLE', `${uri} is older than what Vault gives out.`, {
      remedy: 'Lower min_decryption_version of the key, or name a newer version.',
    })
  }
  const entry = v.safeParse(versionSchema, keys[String(version)])
  try {
    const key = entry.success ? importKey(entry.output.public_key, type) : undefined
    if (key !== undefined) return key
  } catch {
    // The parser's message is of no use to a reader.
  }
  throw corrupt(uri, 'the answer has no public key that can be read')
}

function readKey(answer: unknown, uri: KeyUri, wanted: Algorithm | undefined): PinnedKey {
  const { key: name, version: pinned } = vaultKeyName(uri)
  const parsed = v.safeParse(answerSchema, answer)
  if (!parsed.success) throw corrupt(uri, 'the answer does not describe a key')
  const { data } = parsed.output
  if (data.name !== name) throw new ClawError('KEY_CHANGED', `${uri}: the answer is about another key.`)
  const version = pinned === undefined ? data.latest_version : Number(pinned)
  const resolved = vaultKeyUri(name, version)
  if (version > data.latest_version)
    throw new ClawError('KEY_NOT_FOUND', `${uri}: the newest version is ${data.latest_version}.`)
  const algorithm = chooseAlgorithm(resolved, offeredAlgorithms(data, resolved), wanted)
  const key = readPublicKey(data, version, resolved)
  if (!fitsAlgorithm(key, algorithm)) throw corrupt(resolved, `the public key is not one of ${data.type}`)
  return {
    uri: resolved,
    name,
    version,
    signsFrom: data.min_encryption_version,
    algorithm,
    publicKey: key.export({ type: 'spki', format: 'der' }),
    // Vault does not say where keys of these types are kept.
    protectionLevel: 'SOFTWARE',
  }
}

/** Resolves the version of `uri` once and fetches its public key. Throws what `ask` throws, KEY_CHANGED or KEY_ALGORITHM_UNSUPPORTED. */
export function pinKey(caller: Caller, uri: KeyUri, wanted: Algorithm | undefined): Promise<PinnedKey> {
  const { key } = vaultKeyName(uri)
  return askVault(caller, { resource: uri, capability: 'read' }, { path: `keys/${key}` }, (answer) =>
    readKey(answer, uri, wanted),
  )
}

/** Fetches public keys by their URIs; for verifiers. Throws INPUT_INVALID at once. */
export function vaultPublicKey(options: VaultKeyOptions): PublicKeySource {
  const caller = transitCaller(options)
  return (uri, wanted) => pinKey(caller, uri, wanted)
}
