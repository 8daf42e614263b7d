// Bundles of somebody who wants a gate to work for nothing, and the good one beside them.
import { createHash } from 'node:crypto'
import {
  digestSet,
  ALGORITHMS,
  isAlgorithm,
  parseSha256,
  signStatements,
  trustedKey,
  type TrustedKey,
  type EvidenceDocument,
} from '@open-claw/core'
import type { Artifact } from '@open-claw/policy'
import { testKey } from '../../../support/keys.ts'

type Json = Record<string, any>

const DIGEST = parseSha256(`sha256:${createHash('sha256').update('app').digest('hex')}`, 't')
const SHA512 = createHash('sha512').update('app').digest()
export const ARTIFACT: Artifact = {
  name: 'app',
  digest: DIGEST,
  source: 'file',
  digests: digestSet([
    ['sha256', DIGEST],
    ['sha512', SHA512.toString('hex')],
  ]),
}

const good = testKey()
/** One key of each algorithm, as a policy may have them. */
export const KEYS: readonly TrustedKey[] = Object.keys(ALGORITHMS)
  .filter(isAlgorithm)
  .filter((algorithm) => ALGORITHMS[algorithm].input !== 'mu')
  .map((algorithm) =>
    trustedKey(algorithm, (algorithm === good.algorithm ? good : testKey(algorithm)).publicKey, {
      algorithm,
    }),
  )

const statement = async (predicate: Json): Promise<string> => {
  const [bundle] = await signStatements(good, [{ name: 'app', digest: DIGEST, source: 'file' }], {
    type: 'https://example.com/p/v1',
    body: predicate,
  })
  return bundle?.json ?? ''
}
const GOOD = Buffer.from(await statement({}))

export const sourceOf = (name: string, bytes: Uint8Array): EvidenceDocument => ({
  name,
  size: bytes.length,
  read: () => Promise.resolve(bytes),
})
export const GOOD_SOURCE: EvidenceDocument = sourceOf('good', GOOD)

const TEMPLATE: Json = JSON.parse(GOOD.toString())
/** Lengths of signatures of every algorithm. */
const LENGTHS = [72, 104, 139, 64, 256, 384, 512, 2420, 3309, 4627, 7856]

/** A bundle about the artifact, without a hint, whose signature is nobody's. */
function unsigned(index: number, payload: Json = {}, length = LENGTHS[index % LENGTHS.length] ?? 72): Json {
  const bundle = structuredClone(TEMPLATE)
  bundle['verificationMaterial'].publicKey.hint = ''
  const said = {
    ...JSON.parse(Buffer.from(TEMPLATE['dsseEnvelope'].payload, 'base64').toString()),
    index,
    ...payload,
  }
  const signature = Buffer.alloc(length, index)
  bundle['dsseEnvelope'].payload = Buffer.from(JSON.stringify(said)).toString('base64')
  bundle['dsseEnvelope'].signatures = [{ sig: signature.toString('base64') }]
  return bundle
}

const blob = (index: number, digest: Buffer | undefined): Json => ({
  mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
  verificationMaterial: { publicKey: {} },
  messageSignature: {
    ...(digest && { messageDigest: { algorithm: 'SHA2_512', digest: digest.toString('base64') } }),
    signature: Buffer.concat([
      Buffer.from('308188024201', 'hex'),
      Buffer.alloc(65, index % 256),
      Buffer.from('024201', 'hex'),
      Buffer.alloc(65, index >> 8),
    ]).toString('base64'),
  },
})

const bytesOf = (json: Json): Buffer => Buffer.from(JSON.stringify(json))
const lines = (index: number): Buffer =>
  Buffer.concat(
    Array.from({ length: 64 }, (_, line) =>
      Buffer.concat([bytesOf(unsigned(64 * index + line)), Buffer.from('\n')]),
    ),
  )

/** What is dropped, by number. */
export const ATTACKS: Readonly<Record<string, (index: number) => Uint8Array>> = {
  'about the artifact, no hint': (index) => bytesOf(unsigned(index)),
  'about others, no hint': (index) =>
    bytesOf(unsigned(index, { subject: [{ name: 'app', digest: { sha256: '0'.repeat(64) } }] })),
  'subjects of another hash': (index) =>
    bytesOf(unsigned(index, { subject: [{ digest: { sha3_256: '0'.repeat(64) } }] })),
  'equal ones': () => bytesOf(unsigned(0)),
  'copies of the good one in other bytes': (index) => Buffer.concat([GOOD, Buffer.alloc(index + 1, ' ')]),
  'signatures over a digest': (index) => bytesOf(blob(index, SHA512)),
  'signatures over nobody knows what': (index) => bytesOf(blob(index, undefined)),
  '64 lines each': lines,
  'values without end': (index) =>
    bytesOf(unsigned(index, { predicate: { list: Array.from({ length: 5000 }, () => []) } })),
  'no JSON': (index) => Buffer.from('['.repeat(1000 + index)),
}

/** As large as a bundle may be, and another one for each number. */
export function largest(kind: 'payload' | 'values'): (index: number) => EvidenceDocument {
  const size = 24 * 1024 * 1024 - 1
  const filler = kind === 'values' ? '[],' : 'x'
  const pad = kind === 'values' ? '' : 'x'.repeat(15 * 1024 * 1024)
  const bytes =
    kind === 'values'
      ? Buffer.from(`[${filler.repeat(Math.floor(size / 3) - 2)}1]`)
      : bytesOf(unsigned(0, { predicate: { pad } }))
  return (index) => ({
    name: `largest-${index}`,
    size: bytes.length,
    read: () => {
      const copy = Buffer.concat([
        bytes,
        Buffer.alloc(1 + (index % 64), ' '),
        Buffer.from('\n'.repeat(index >> 6)),
      ])
      return Promise.resolve(copy)
    },
  })
}
