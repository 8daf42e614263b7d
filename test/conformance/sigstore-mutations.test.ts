// Real bundles, changed in one place each: flipped, dropped, or taken from another real bundle.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from '@jest/globals'
import { ClawError, digestSet, parseBundle, verifyBundle, type EvidenceFacts } from '@open-claw/core'
import { parseTrustedRoot, readTrustedRoots } from '@open-claw/sigstore'
import { describeWithOracles, oracle, oraclePath } from '../support/oracles.ts'

type Json = any
type Path = readonly (string | number)[]

const FOLDER = 'bundles/sigstore-conformance'
const PUBLIC_GOOD = 'trusted-roots/public-good.json'

/** A bundle, another one of the same root to take fields from, and the root. */
const PAIRS: readonly (readonly [name: string, other: string, root: string])[] = [
  ['happy-path-v0.3', 'happy-path-v0.3-new-mediaType', PUBLIC_GOOD],
  ['happy-path-v0.2', 'happy-path-v0.3', PUBLIC_GOOD],
  ['happy-path-intoto-in-dsse-v3', 'dsse-mismatch-sig_fail', PUBLIC_GOOD],
  [
    'rekor2-happy-path',
    'rekor2-timestamp-with-embedded-cert',
    `${FOLDER}/rekor2-happy-path/trusted_root.json`,
  ],
  [
    'intoto-with-custom-trust-root',
    'intoto-log-entry-mismatch_fail',
    `${FOLDER}/intoto-with-custom-trust-root/trusted_root.json`,
  ],
  // With all that stands above its certificate, the root included, as older clients wrote it.
  ['npm-provenance-sigstore-1.3.json', 'slsa-container-based-v1.7.intoto.sigstore', PUBLIC_GOOD],
]

/** Files that a bundle may be about which does not say what it signs. */
const ARTIFACTS = ['README.md', 'a.txt']

const ENTRY = String.raw`verificationMaterial\.tlogEntries`
const STAMPS = String.raw`verificationMaterial\.timestampVerificationData`
const PROOF = String.raw`${ENTRY}\.0\.inclusionProof`

/** A witness that is taken away is one less, which the policy counts. */
const FEWER: readonly RegExp[] = [
  new RegExp(`^(drop|null) ${ENTRY}$`),
  new RegExp(`^drop ${ENTRY}\\.0$`),
  new RegExp(`^(drop|null) ${ENTRY}\\.0\\.inclusionPromise$`),
  new RegExp(`^(drop|null|swap) ${STAMPS}(\\.rfc3161Timestamps)?$`),
  new RegExp(`^(drop|swap) ${STAMPS}\\.rfc3161Timestamps\\.0$`),
]

/** What may change, since nobody believes it: all facts stay as they were. */
const UNREAD: readonly RegExp[] = [
  // Two names of one version.
  /^swap mediaType$/,
  // Not signed by a log that gives no promise.
  new RegExp(`^(drop|null|flip|swap) ${ENTRY}\\.0\\.logIndex$`),
  // Certificates that a timestamp carries: the one that counts is the trusted root's.
  new RegExp(`^flip ${STAMPS}\\.rfc3161Timestamps\\.0\\.signedTimestamp$`),
  // Zero and nothing, which protobuf leaves out.
  new RegExp(`^(drop|null) ${PROOF}\\.(logIndex|hashes)$`),
  // Before 0.2 the promise of the log suffices.
  new RegExp(`^(drop|null) ${PROOF}$`),
  // What comes with a certificate; what is flipped, dropped or null there is no certificate any more.
  /^(drop|flip|swap|null|add to) verificationMaterial\.x509CertificateChain\.certificates\.[12](\.rawBytes)?$/,
  // The file is found by trying; what else stands there is compared.
  /^(drop|null) messageSignature\.messageDigest$/,
  // DSSE: "keyid: not authenticated".
  /^(drop|null|flip) dsseEnvelope\.signatures\.0\.keyid$/,
]

const bundleAt = (name: string): Json =>
  oracle(
    /\.(?:json|sigstore)$/.test(name) ? `real/statements/${name}` : `${FOLDER}/${name}/bundle.sigstore.json`,
  )

function* pathsOf(value: Json, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path
  if (typeof value !== 'object' || value === null) return
  for (const key of Object.keys(value))
    yield* pathsOf(value[key], [...path, Array.isArray(value) ? Number(key) : key])
}

const valueAt = (json: Json, path: Path): Json => path.reduce((value, key) => value?.[key], json)

function changed(json: Json, path: Path, change: (parent: Json, key: string | number) => void): Json {
  const copy = structuredClone(json)
  change(valueAt(copy, path.slice(0, -1)), path.at(-1) ?? '')
  return copy
}

/** Bits of bytes, digits of numbers, letters of words. */
function flips(text: string): string[] {
  if (/^\d+$/.test(text)) return [String(BigInt(text) + 1n), `-${text}`, `0${text}`]
  const bytes = Buffer.from(text, 'base64')
  if (bytes.toString('base64') !== text || bytes.length < 16)
    return [`${text}x`, text.slice(1), text.toUpperCase()]
  return [0, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2), bytes.length - 1].map((at) =>
    Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))).toString('base64'),
  )
}

interface Mutation {
  readonly name: string
  readonly json: Json
}

function* mutationsOf(json: Json, other: Json): Generator<Mutation> {
  for (const path of pathsOf(json)) {
    const value = valueAt(json, path)
    // Absent already.
    if (value === null) continue
    const where = path.join('.')
    const drop = (parent: Json, key: string | number) =>
      Array.isArray(parent) ? parent.splice(Number(key), 1) : delete parent[key]
    yield { name: `drop ${where}`, json: changed(json, path, drop) }
    const replacements = typeof value === 'string' ? flips(value) : []
    for (const text of replacements.filter((flip) => flip !== value))
      yield { name: `flip ${where}`, json: changed(json, path, (parent, key) => (parent[key] = text)) }
    const foreign = valueAt(other, path)
    if (foreign !== undefined && JSON.stringify(foreign) !== JSON.stringify(value))
      yield { name: `swap ${where}`, json: changed(json, path, (parent, key) => (parent[key] = foreign)) }
    yield { name: `null ${where}`, json: changed(json, path, (parent, key) => (parent[key] = null)) }
    if (typeof value === 'object' && !Array.isArray(value))
      yield { name: `add to ${where}`, json: changed(json, path, (parent, key) => (parent[key].extra = '')) }
  }
}

const digestAt = (path: string): string =>
  createHash('sha256')
    .update(readFileSync(oraclePath(`${FOLDER}/${path}`)))
    .digest('hex')

async function outcomeOf(json: Json, root: string): Promise<EvidenceFacts | string> {
  try {
    const roots = readTrustedRoots([parseTrustedRoot(readFileSync(oraclePath(root)), root)])
    const files = ARTIFACTS.map((path) => digestSet([['sha256', digestAt(path)]]))
    const bundle = parseBundle(Buffer.from(JSON.stringify(json)), 'mutant')
    return await verifyBundle(bundle, { keys: [], roots, files })
  } catch (error) {
    return error instanceof ClawError ? error.code : `untyped: ${String(error)}`
  }
}

const countOf = ({ times, logged }: EvidenceFacts): number => times.length + logged.length

/** Whether a changed bundle that is accepted says nothing new. */
function isHarmless(change: string, facts: EvidenceFacts, original: EvidenceFacts): boolean {
  if (FEWER.some((pattern) => pattern.test(change))) return countOf(facts) < countOf(original)
  return UNREAD.some((pattern) => pattern.test(change)) && isDeepStrictEqual(facts, original)
}

describeWithOracles('mutated bundles', () => {
  test.each(PAIRS)('%s, changed in one place, is refused or says no more', async (name, other, root) => {
    const json = bundleAt(name)
    const original = await outcomeOf(json, root)
    if (typeof original === 'string') throw new Error(original)
    const wrong: string[] = []
    let refused = 0
    for (const mutation of mutationsOf(json, bundleAt(other))) {
      const outcome = await outcomeOf(mutation.json, root)
      if (typeof outcome !== 'string') {
        if (!isHarmless(mutation.name, outcome, original)) wrong.push(mutation.name)
      } else if (outcome.startsWith('untyped')) wrong.push(`${mutation.name}: ${outcome}`)
      else refused += 1
    }
    expect(wrong).toEqual([])
    expect(refused).toBeGreaterThan(120)
  })
})
