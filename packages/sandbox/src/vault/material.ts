// Key pairs of the transit engine: one key, many forms of signature.
import { constants, createHash, generateKeyPair, privateEncrypt, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import type { KeyAlgorithmFact } from '../key-algorithms.ts'
import { makeKey, type KeyMaterial } from '../key-material.ts'
import { digestInfo, encodePss, type RsaHash } from '../rsa-padding.ts'
import { StatusError } from '../status.ts'
import { listed } from './answers.ts'
import type { SignatureForm } from './sign-request.ts'

/** How each type of key is made; `none` for types that do not sign. */
export const TRANSIT_TYPES = {
  'ecdsa-p256': { kind: 'ec', curve: 'P-256' },
  'ecdsa-p384': { kind: 'ec', curve: 'P-384' },
  'ecdsa-p521': { kind: 'ec', curve: 'P-521' },
  ed25519: { kind: 'ed25519' },
  'rsa-2048': { kind: 'rsa', bits: 2048 },
  'rsa-3072': { kind: 'rsa', bits: 3072 },
  'rsa-4096': { kind: 'rsa', bits: 4096 },
  'aes256-gcm96': { kind: 'none' },
  hmac: { kind: 'none' },
} as const

/** A type of transit key. */
export type TransitType = keyof typeof TRANSIT_TYPES

/** A key pair. Its private key stays in a closure. */
export interface TransitPair {
  /** PEM, or 32 bytes in base64 for Ed25519. */
  readonly publicKey: string
  /** `name` of a version, as Vault shows it. */
  readonly label: string
  /** Signs in the requested form, in base64. */
  sign(input: Uint8Array, form: SignatureForm): string
}

const CURVES = { 'P-256': p256, 'P-384': p384, 'P-521': p521 } as const
const NODE_HASHES = { 'sha2-256': 'sha256', 'sha2-384': 'sha384', 'sha2-512': 'sha512' } as const
const makePair = promisify(generateKeyPair)

const failed = (text: string): StatusError => new StatusError('INTERNAL', listed(text))

const nodeHash = ({ hash }: SignatureForm): RsaHash | undefined =>
  hash === 'none' ? undefined : NODE_HASHES[hash]

/** Returns what is signed: the input itself if the caller hashed it. */
function digestToSign(input: Uint8Array, form: SignatureForm): Uint8Array {
  const hash = nodeHash(form)
  return form.prehashed || hash === undefined ? input : createHash(hash).update(input).digest()
}

async function spkiKey(fact: KeyAlgorithmFact): Promise<{ key: KeyObject; material: KeyMaterial }> {
  const material = await makeKey(fact)
  if (!('spki' in material.publicKey)) throw new Error('The key has no SubjectPublicKeyInfo.')
  return { key: material.publicKey.spki, material }
}

async function ecPair(curve: keyof typeof CURVES): Promise<TransitPair> {
  const { key, material } = await spkiKey({ kind: 'ec', curve, input: 'sha256' })
  return {
    publicKey: String(key.export({ type: 'spki', format: 'pem' })),
    label: curve,
    sign(input, form) {
      // Any length is signed, as Vault does: only the caller knows what was hashed.
      const der = material.sign(digestToSign(input, form))
      if (form.marshaling === 'asn1') return Buffer.from(der).toString('base64')
      return Buffer.from(CURVES[curve].Signature.fromBytes(der, 'der').toBytes('compact')).toString(
        'base64url',
      )
    },
  }
}

async function ed25519Pair(): Promise<TransitPair> {
  const { key, material } = await spkiKey({ kind: 'ed25519', input: 'data' })
  const { x = '' } = key.export({ format: 'jwk' })
  return {
    publicKey: Buffer.from(x, 'base64url').toString('base64'),
    label: 'ed25519',
    sign: (input) => Buffer.from(material.sign(input)).toString('base64'),
  }
}

const HASH_BYTES = { sha256: 32, sha384: 48, sha512: 64 } as const

/** Returns the bytes of salt: `auto` is as many as fit. */
function saltLength({ salt }: SignatureForm, hash: RsaHash, bits: number): number {
  const most = bits / 8 - HASH_BYTES[hash] - 2
  const wanted = salt === 'auto' ? most : salt === 'hash' ? HASH_BYTES[hash] : salt
  if (wanted > most) throw failed(`requested salt length ${wanted} is invalid`)
  return wanted
}

async function rsaPair(bits: number): Promise<TransitPair> {
  const { privateKey: key, publicKey } = await makePair('rsa', { modulusLength: bits })
  const pkcs1 = (block: Uint8Array): Buffer =>
    privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, block)
  const sign = (digest: Uint8Array, form: SignatureForm): Buffer => {
    const hash = nodeHash(form)
    if (hash === undefined) return pkcs1(digest)
    const isWrong = digest.length !== HASH_BYTES[hash]
    if (form.padding === 'pkcs1v15') {
      if (isWrong) throw failed('crypto/rsa: input must be hashed message')
      return pkcs1(digestInfo(hash, digest))
    }
    if (isWrong) throw failed('crypto/rsa: input must be hashed with given hash')
    const block = encodePss(hash, digest, bits, saltLength(form, hash, bits))
    return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, block)
  }
  return {
    publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })),
    label: `rsa-${bits}`,
    sign(input, form) {
      if (form.padding !== 'pss' && form.padding !== 'pkcs1v15')
        throw failed(`unsupported rsa signature algorithm ${form.padding}`)
      return sign(digestToSign(input, form), form).toString(
        form.marshaling === 'jws' ? 'base64url' : 'base64',
      )
    },
  }
}

/** Makes a pair of `type`; undefined for types that do not sign. */
export async function makeTransitPair(type: TransitType): Promise<TransitPair | undefined> {
  const fact = TRANSIT_TYPES[type]
  if (fact.kind === 'ec') return ecPair(fact.curve)
  if (fact.kind === 'rsa') return rsaPair(fact.bits)
  return fact.kind === 'ed25519' ? ed25519Pair() : undefined
}
