// What is tried, and what it is said to cost before it is.
import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import {
  ALGORITHMS,
  isAlgorithm,
  parseBundle,
  parseSha256,
  signStatements,
  trustedKey,
  verificationWork,
  verifyBundle,
  type SigstoreBundle,
} from '@open-claw/core'
import { codeOf } from '../../support/errors.ts'
import { testKey } from '../../support/keys.ts'

const DIGEST = parseSha256(`sha256:${createHash('sha256').update('app').digest('hex')}`, 't')
const NAMES = Object.keys(ALGORITHMS).filter(isAlgorithm)
const keyOf = (algorithm: (typeof NAMES)[number], fresh = false) =>
  trustedKey(algorithm, testKey(algorithm, { fresh }).publicKey, { algorithm })
/** One key of each algorithm; that of an external mu is checked as another. */
const KEYS = NAMES.filter((name) => ALGORITHMS[name].input !== 'mu').map((name) => keyOf(name))

async function signed(algorithm: (typeof NAMES)[number], hint?: string): Promise<SigstoreBundle> {
  const subject = { name: 'app', digest: DIGEST, source: 'file' } as const
  const predicate = { type: 'https://example.com/p/v1', body: {} }
  const [bundle] = await signStatements(testKey(algorithm), [subject], predicate)
  const json = JSON.parse(bundle?.json ?? '')
  if (hint !== undefined) json.verificationMaterial.publicKey.hint = hint
  return parseBundle(Buffer.from(JSON.stringify(json)), 'b')
}

describe('a bundle without a hint', () => {
  test.each(NAMES)('%s: is tried with its key among keys of every algorithm', async (algorithm) => {
    const bundle = await signed(algorithm, '')
    const own = keyOf(algorithm)
    const others = KEYS.filter(({ keyId }) => keyId !== own.keyId)
    expect(await verifyBundle(bundle, { keys: [...others, own] })).toMatchObject({
      signer: { key: { keyId: own.keyId } },
    })
  })

  test('costs nothing for keys that cannot have made its signature', async () => {
    const bundle = await signed('ecdsa-p256-sha256', '')
    const own = keyOf('ecdsa-p256-sha256')
    const unfit = KEYS.filter(({ algorithm }) => /rsa|384|521|ml-dsa|slh/.test(algorithm))
    expect(verificationWork(bundle, { keys: [own, ...unfit] })).toBe(
      verificationWork(bundle, { keys: [own] }),
    )
    expect(await codeOf(() => verifyBundle(bundle, { keys: unfit }))).toBe('KEY_UNTRUSTED')
  })

  test('costs as much as all the keys that may have, and with a hint that one', async () => {
    const keys = Array.from({ length: 20 }, () => keyOf('ecdsa-p384-sha384', true))
    const [one] = keys
    const work = async (hint: string, among = keys) =>
      verificationWork(await signed('ecdsa-p384-sha384', hint), { keys: among })
    expect((await work('')) - (await work('', []))).toBe(
      20 * ((await work('', keys.slice(0, 1))) - (await work('', []))),
    )
    expect(await work(one?.keyId ?? '')).toBe(await work('', keys.slice(0, 1)))
  })
})

test('each witness costs, and a certificate that nobody trusts does not', async () => {
  const bundle = await signed('ecdsa-p256-sha256')
  const keys = [keyOf('ecdsa-p256-sha256')]
  const work = (change: Partial<SigstoreBundle>, roots: unknown = {}) =>
    verificationWork({ ...bundle, ...change }, { keys, roots })
  const plain = work({})
  expect(work({ timestamps: [Buffer.alloc(1), Buffer.alloc(1)] }) - plain).toBe(4_000)
  expect(work({ logEntries: [{}] })).toBeGreaterThan(plain)
  const certified = { signer: { kind: 'certificate', chain: [Buffer.alloc(1)] } } as const
  expect(work(certified)).toBeGreaterThan(plain)
  expect(verificationWork({ ...bundle, ...certified }, { keys })).toBeLessThan(plain)
})
