// The parameters of transit's sign, in the order in which Vault checks them.
import * as v from 'valibot'
import { badRequest } from './answers.ts'
import { parseRequest } from '../requests.ts'

/** Hashes of the sandbox; Vault knows more. */
const HASHES = ['sha2-256', 'sha2-384', 'sha2-512', 'none'] as const
const MARSHALINGS = ['asn1', 'jws'] as const

/** The form of a signature. */
export interface SignatureForm {
  readonly prehashed: boolean
  readonly hash: (typeof HASHES)[number]
  readonly marshaling: (typeof MARSHALINGS)[number]
  /** '' becomes pss. Checked only for an RSA key. */
  readonly padding: string
  /** A number is in bytes. */
  readonly salt: 'auto' | 'hash' | number
}

/** A request to sign. */
export interface SignRequest {
  readonly form: SignatureForm
  /** Base64, decoded once the key is known. */
  readonly input: string
  /** undefined means the latest. */
  readonly version: number | undefined
}

const text = (name: string) => v.optional(v.string(`${name} is no string`), '')
const whole = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer())

const body = v.object({
  input: text('input'),
  prehashed: v.optional(
    v.union([
      v.boolean(),
      v.pipe(
        v.picklist(['true', 'false']),
        v.transform((word) => word === 'true'),
      ),
    ]),
    false,
  ),
  hash_algorithm: text('hash_algorithm'),
  signature_algorithm: text('signature_algorithm'),
  marshaling_algorithm: text('marshaling_algorithm'),
  salt_length: v.optional(v.union([v.string(), v.number()]), 'auto'),
  key_version: v.optional(whole, 0),
})

function parseSalt(given: string | number): SignatureForm['salt'] {
  if (given === 'auto' || given === 'hash') return given
  const length = Number(given)
  if (!Number.isInteger(length)) throw badRequest(`salt length neither 'auto', 'hash', nor an int: ${given}`)
  if (length < 0) throw badRequest(`salt length is invalid: ${given}`)
  return length
}

/** Parses `request` as Vault does; a hash in the path wins unless it is ''. Throws INVALID_ARGUMENT with Vault's text. */
export function parseSignRequest(request: unknown, pathHash: string): SignRequest {
  const given = parseRequest(body, request ?? {})
  const named = pathHash === '' ? given.hash_algorithm : pathHash
  const hash = HASHES.find((known) => known === (named === '' ? 'sha2-256' : named))
  if (hash === undefined) throw badRequest(`invalid hash algorithm "${named}"`)
  const marshaling = MARSHALINGS.find((known) => known === (given.marshaling_algorithm || 'asn1'))
  if (marshaling === undefined) throw badRequest(`invalid marshaling type "${given.marshaling_algorithm}"`)
  const salt = parseSalt(given.salt_length)
  const { prehashed, signature_algorithm: padding } = given
  return {
    form: { prehashed, hash, marshaling, padding: padding === '' ? 'pss' : padding, salt },
    input: given.input,
    version: given.key_version === 0 ? undefined : given.key_version,
  }
}

/** Checks the form, once the key is known to sign. Throws INVALID_ARGUMENT. */
export function checkForm({ hash, prehashed, padding }: SignatureForm, isEd25519: boolean): void {
  if (hash === 'none' && !(prehashed && padding === 'pkcs1v15'))
    throw badRequest('hash_algorithm=none requires both prehashed=true and signature_algorithm=pkcs1v15')
  if (!isEd25519) return
  const only = 'failed to parse batch item: only Pure Ed25519 signatures supported'
  if (prehashed) throw badRequest(`${only}, prehashed must be false`)
  // The typo is Vault's.
  if (hash !== 'sha2-256') throw badRequest(`${only}, hash_alogithm should not be set`)
}
