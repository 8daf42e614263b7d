// The two calls of the transit engine that signing needs.
import type { Answer } from '../gateway.ts'
import type { FaultKind } from '../services.ts'
import { StatusError } from '../status.ts'
import { badRequest, envelope, listed } from './answers.ts'
import { TRANSIT_TYPES } from './material.ts'
import type { Place } from './place.ts'
import { checkForm, parseSignRequest } from './sign-request.ts'
import type { TransitKey, TransitKeys } from './transit-keys.ts'

/** The key that is asked for, and the fault to commit. */
export interface TransitRequest {
  readonly place: Place
  readonly name: string
  readonly fault: FaultKind | undefined
}

const canSign = ({ type }: TransitKey): boolean => TRANSIT_TYPES[type].kind !== 'none'

const CREATED = '2026-01-02T03:04:05.678901234Z'

/** Returns a version as `keys` shows it. */
async function versionEntry(
  keys: TransitKeys,
  { place, fault }: TransitRequest,
  key: TransitKey,
  version: number,
): Promise<readonly [string, unknown]> {
  const pair = await keys.pair(place, key, version, fault === 'wrong-key')
  // Types without a public key show a time.
  if (pair === undefined) return [String(version), Date.parse(CREATED) / 1000]
  return [
    String(version),
    {
      certificate_chain: '',
      creation_time: CREATED,
      hybrid_public_key: '',
      name: pair.label,
      public_key: key.derived ? '' : pair.publicKey,
    },
  ]
}

/** Returns a type that the key does not have. */
const otherType = ({ type }: TransitKey): string => (type === 'ecdsa-p384' ? 'ecdsa-p256' : 'ecdsa-p384')

/** Answers `GET keys/{name}`. */
export async function readKey(keys: TransitKeys, request: TransitRequest): Promise<Answer> {
  const { place, name, fault } = request
  const key = keys.find(place, `keys/${name}`)
  if (key === undefined) throw new StatusError('NOT_FOUND', '')
  const { type, latest, minDecryption, minEncryption, derived } = key
  const versions = Array.from({ length: latest }, (_, index) => index + 1)
  const shown = versions.filter((version) => version >= minDecryption && fault !== 'disabled')
  const entries = await Promise.all(shown.map((version) => versionEntry(keys, request, key, version)))
  const { kind } = TRANSIT_TYPES[type]
  const data = {
    allow_plaintext_backup: false,
    auto_rotate_period: 0,
    deletion_allowed: false,
    derived,
    exportable: false,
    imported_key: false,
    // Keys that make MACs show none.
    ...(type === 'hmac' ? { key_size: 32 } : { keys: Object.fromEntries(entries) }),
    latest_version: latest,
    min_available_version: 0,
    min_decryption_version: minDecryption,
    min_encryption_version: minEncryption,
    name: fault === 'wrong-version-name' ? `other-${name}` : name,
    supports_decryption: kind === 'rsa' || type === 'aes256-gcm96',
    supports_derivation: kind === 'ed25519' || type === 'aes256-gcm96',
    supports_encryption: kind === 'rsa' || type === 'aes256-gcm96',
    supports_signing: canSign(key),
    type: fault === 'wrong-algorithm' ? otherType(key) : type,
  }
  return envelope('transit', { data })
}

/** Returns the version that signs. Vault answers 500 for one that may not. */
function signingVersion(key: TransitKey, asked: number | undefined, fault: FaultKind | undefined): number {
  const refused = (why: string): StatusError =>
    new StatusError('INTERNAL', listed(`requested version for signing is ${why}`))
  const version = asked ?? key.latest
  if (version < 0) throw refused('negative')
  if (version > key.latest) throw refused('higher than the latest key version')
  if (version < key.minEncryption || version < key.minDecryption || fault === 'disabled')
    throw refused('less than the minimum encryption key version')
  return version
}

/** Decodes as Go does: the standard alphabet, with padding. */
function decodeInput(input: string): Buffer {
  const bytes = Buffer.from(input, 'base64')
  if (bytes.toString('base64') === input) return bytes
  throw badRequest('unable to decode input: illegal base64 data at input byte 0')
}

const flipBit = (base64: string): string => {
  const bytes = Buffer.from(base64, 'base64')
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
  return bytes.toString('base64')
}

/** Answers `sign/{name}` and `sign/{name}/{hash}`. */
export async function sign(
  keys: TransitKeys,
  request: TransitRequest,
  asked: { readonly body: unknown; readonly hash: string },
): Promise<Answer> {
  const { place, name, fault } = request
  const key = keys.find(place, `sign/${name}`)
  const { form, input, version: wanted } = parseSignRequest(asked.body, asked.hash)
  if (key === undefined) throw badRequest('signing key not found')
  if (!canSign(key)) throw badRequest(`key type ${key.type} does not support signing`)
  const bytes = decodeInput(input)
  checkForm(form, key.type === 'ed25519')
  if (key.derived)
    throw new StatusError('INTERNAL', listed("error deriving key: missing 'context' for key derivation"))
  const version = signingVersion(key, wanted, fault)
  const pair = await keys.pair(place, key, version, fault === 'wrong-key')
  const made = pair?.sign(bytes, form) ?? ''
  const shown = fault === 'wrong-version-name' ? version + 1 : version
  const signature = `vault:v${shown}:${fault === 'corrupt-signature' ? flipBit(made) : made}`
  return envelope('transit', { data: { key_version: shown, signature } })
}
