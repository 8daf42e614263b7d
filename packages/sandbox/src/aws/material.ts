// Key pairs of AWS KMS. An RSA key signs with several paddings and hashes, an ML-DSA key messages and mu.
import { constants, createPublicKey, generateKeyPair, privateEncrypt, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { externalMu } from '@open-claw/core'
import { makeKey } from '../key-material.ts'
import { digestInfo, encodePss } from '../rsa-padding.ts'
import { algorithmHash, KEY_SPECS, type KeySpec, type SpecFact } from './key-specs.ts'

/** The input of a private key: a digest of the algorithm's length, mu, or a message. */
export interface SigningInput {
  readonly algorithm: string
  readonly form: 'digest' | 'mu' | 'message'
  readonly bytes: Uint8Array
}

/** A key pair. The private half stays in its closure. */
export interface AwsMaterial {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  sign(input: SigningInput): Uint8Array
}

const makePair = promisify(generateKeyPair)

async function rsaMaterial(bits: number): Promise<AwsMaterial> {
  const { privateKey: key, publicKey } = await makePair('rsa', { modulusLength: bits })
  return {
    spki: publicKey.export({ type: 'spki', format: 'der' }),
    sign({ algorithm, bytes }) {
      const hash = algorithmHash(algorithm)
      return algorithm.startsWith('RSASSA_PSS')
        ? privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, encodePss(hash, bytes, bits))
        : privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, digestInfo(hash, bytes))
    },
  }
}

/** Makes SubjectPublicKeyInfo of ML-DSA (RFC 9881 §4): two lengths, the arc of the parameter set, the key. */
function mlDsaSpki(size: 44 | 65 | 87, raw: Uint8Array): KeyObject {
  const arc = { 44: 0x11, 65: 0x12, 87: 0x13 }[size]
  const length = (count: number): number[] => [0x82, count >> 8, count & 0xff]
  const algorithm = [0x30, 0x0b, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x03, arc]
  const bits = [0x03, ...length(raw.length + 1), 0]
  const header = [0x30, ...length(algorithm.length + bits.length + raw.length), ...algorithm, ...bits]
  return createPublicKey({ key: Buffer.concat([Buffer.from(header), raw]), format: 'der', type: 'spki' })
}

async function mlDsaMaterial(size: 44 | 65 | 87): Promise<AwsMaterial> {
  const pair = await makeKey({ kind: 'ml-dsa', size, input: 'externalMu' })
  if (!('raw' in pair.publicKey)) throw new Error('ML-DSA keys are raw.')
  const { raw } = pair.publicKey
  return {
    spki: mlDsaSpki(size, raw).export({ type: 'spki', format: 'der' }),
    // Signing a message and signing its external mu give the same signature (FIPS 204 §6.2).
    sign: ({ form, bytes }) => pair.sign(form === 'mu' ? bytes : externalMu(raw, bytes)),
  }
}

async function plainMaterial(fact: Extract<SpecFact, { kind: 'ec' | 'ed25519' }>): Promise<AwsMaterial> {
  const pair = await makeKey(
    fact.kind === 'ec' ? { ...fact, input: 'sha256' } : { kind: 'ed25519', input: 'data' },
  )
  if (!('spki' in pair.publicKey)) throw new Error('The key has no SubjectPublicKeyInfo.')
  return {
    spki: pair.publicKey.spki.export({ type: 'spki', format: 'der' }),
    sign: ({ bytes }) => pair.sign(bytes),
  }
}

/** Makes a key pair of the spec; a symmetric key has none. */
export async function makeAwsKey(spec: KeySpec): Promise<AwsMaterial> {
  const fact: SpecFact = KEY_SPECS[spec]
  if (fact.kind === 'rsa') return rsaMaterial(fact.bits)
  if (fact.kind === 'ml-dsa') return mlDsaMaterial(fact.size)
  if (fact.kind === 'symmetric') throw new Error('A symmetric key has no pair.')
  return plainMaterial(fact)
}
