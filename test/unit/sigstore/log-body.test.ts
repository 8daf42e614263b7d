// Entries that a log proves to hold, and that are about something else.
import { describe, expect, test } from '@jest/globals'
import { codeOf } from '../../support/errors.ts'
import { judgeEntry } from './verify-parts.ts'
import { sha256, SIGNED_AT, spkiOf } from './verify-authorities.ts'
import { entryV1, entryV2, pem, promiseOf, proofOf } from './verify-witness-makers.ts'
import {
  assemble,
  BODIES,
  bundleJson,
  judge,
  leaf,
  rekor,
  rekorEntry,
  sign1,
  tiles,
  type Json,
  type Parts,
} from './verify-world.ts'

const bodyBytes = (entry: Json): Buffer => Buffer.from(entry.canonicalizedBody, 'base64')
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

type Kind = keyof typeof BODIES
const KINDS = Object.keys(BODIES) as Kind[]
const entryWith = (kind: Kind, body: Json): Json =>
  kind.endsWith('V2') ? entryV2(tiles, body) : entryV1(rekor, body)
const judgeBody = (kind: Kind, change: (parts: Parts) => Json) =>
  judgeEntry((parts) => entryWith(kind, change(parts)))

describe.each(KINDS)('a body of %s', (kind) => {
  test('of another statement is a mismatch', async () => {
    const code = await codeOf(() =>
      judgeBody(kind, (parts) =>
        BODIES[kind]({ ...sign1(parts.holder, { other: 1 }), signature: parts.signature }),
      ),
    )
    expect(code).toBe('LOG_ENTRY_MISMATCH')
  })

  test('of another signature over the same is a mismatch', async () => {
    expect(await codeOf(() => judgeBody(kind, (parts) => BODIES[kind](sign1(parts.holder))))).toBe(
      'LOG_ENTRY_MISMATCH',
    )
  })

  test('of another certificate for the same key is a mismatch', async () => {
    const code = await codeOf(() =>
      judgeBody(kind, (parts) => BODIES[kind]({ ...parts, holder: leaf({ keys: parts.holder }) })),
    )
    expect(code).toBe('LOG_ENTRY_MISMATCH')
  })

  test('of the same key without its certificate is a mismatch', async () => {
    const swap = (parts: Parts): Json => {
      const [certificate, key] = [parts.holder.certificate, spkiOf(parts.holder)]
      const text = JSON.stringify(BODIES[kind](parts))
        .replace(base64(pem('CERTIFICATE', certificate)), base64(pem('PUBLIC KEY', key)))
        .replace(
          `"x509Certificate":{"rawBytes":"${base64(certificate)}"}`,
          `"publicKey":{"rawBytes":"${base64(key)}"}`,
        )
      return JSON.parse(text)
    }
    expect(await codeOf(() => judgeBody(kind, swap))).toBe('LOG_ENTRY_MISMATCH')
  })
})

describe.each(KINDS)('a body of %s', (kind) => {
  test('of another version than it says is refused', async () => {
    const entry = (parts: Parts): Json => {
      const body = entryWith(kind, BODIES[kind](parts))
      body.kindVersion.version = body.kindVersion.version === '0.0.1' ? '0.0.2' : '0.0.1'
      return body
    }
    expect(await codeOf(() => judgeEntry(entry))).toBe('LOG_ENTRY_INVALID')
  })

  test.each<[string, (body: Json) => unknown]>([
    ['of a kind that is not known', (body) => (body.kind = 'rekord')],
    ['of a kind that every object has', (body) => (body.kind = 'constructor')],
    ['without content', (body) => (body.spec = {})],
    ['with null for its content', (body) => (body.spec = null)],
  ])('%s is refused', async (_, spoil) => {
    const code = await codeOf(() =>
      judgeBody(kind, (parts) => {
        const body = structuredClone(BODIES[kind](parts)) as Json
        spoil(body)
        return body
      }),
    )
    expect(code).toBe('LOG_ENTRY_INVALID')
  })
})

describe('a body', () => {
  const text = (change: (json: string) => string) => (parts: Parts) => {
    const entry = structuredClone(rekorEntry(parts))
    const bytes = Buffer.from(change(bodyBytes(entry).toString()))
    return {
      ...entry,
      canonicalizedBody: base64(bytes),
      inclusionPromise: promiseOf(rekor, bytes, SIGNED_AT / 1000, '25579'),
      inclusionProof: proofOf(rekor, bytes),
    }
  }
  test.each<[string, (json: string) => string, string]>([
    ['that is no JSON', () => 'entry', 'LOG_ENTRY_INVALID'],
    ['with a key twice', (json) => json.replace('{', '{"kind":"rekord",'), 'LOG_ENTRY_INVALID'],
    [
      'with two signatures',
      (json) => json.replace(/"signatures":\[(.*)\]/, '"signatures":[$1,$1]'),
      'LOG_ENTRY_INVALID',
    ],
    [
      'without signatures',
      (json) => json.replace(/"signatures":\[.*\]/, '"signatures":[]'),
      'LOG_ENTRY_INVALID',
    ],
    [
      'with a hash that is not supported',
      (json) => json.replaceAll('"sha256"', '"sha1"'),
      'LOG_ENTRY_INVALID',
    ],
    ['with a hash of another name', (json) => json.replaceAll('"sha256"', '"sha512"'), 'LOG_ENTRY_MISMATCH'],
  ])('%s is refused', async (_, change, code) => {
    expect(await codeOf(() => judgeEntry(text(change)))).toBe(code)
  })

  test('whose verifier is no PEM is refused', async () => {
    const make = (parts: Parts) => {
      const body = structuredClone(BODIES.dsse(parts)) as Json
      body.spec.signatures[0].verifier = base64(parts.holder.certificate)
      return entryV1(rekor, body)
    }
    expect(await codeOf(() => judgeEntry(make))).toBe('LOG_ENTRY_INVALID')
  })
})

test('the log of another bundle does not serve', async () => {
  const [one, two] = [bundleJson(), bundleJson()]
  one.verificationMaterial.tlogEntries = two.verificationMaterial.tlogEntries
  expect(await codeOf(() => judge(one))).toBe('LOG_ENTRY_MISMATCH')
})

test('a message is told from an envelope', async () => {
  const holder = leaf()
  const json = assemble(sign1(holder))
  const digest = base64(sha256(Buffer.from('file')))
  json.messageSignature = {
    messageDigest: { algorithm: 'SHA2_256', digest },
    signature: json.dsseEnvelope.signatures[0].sig,
  }
  delete json.dsseEnvelope
  expect(await codeOf(() => judge(json))).toBe('LOG_ENTRY_MISMATCH')
})
