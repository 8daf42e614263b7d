// Bundles of sigstore-conformance, judged as its clients do: signature, witnesses, exact identity, artifact.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import {
  ClawError,
  parseBundle,
  parseSha256,
  trustedKey,
  verifyBundle,
  type EvidenceFacts,
  type TrustedRoots,
} from '@open-claw/core'
import { parseTrustedRoot, readTrustedRoots } from '@open-claw/sigstore'
import { codeOf } from '../support/errors.ts'
import { describeWithOracles, oracle, oraclePath } from '../support/oracles.ts'

interface Case {
  readonly id: string
  readonly bundle: string
  readonly expected: 'valid' | 'invalid'
  readonly trusted_root: string
  readonly identity: string
  readonly issuer: string
  readonly artifact: string
  readonly key?: string
}

const cases: Case[] = oracle('INDEX.json')?.cases ?? []
const byName = new Map(cases.map((item) => [item.id.replace('conf/', ''), item]))

/** Why each invalid case is refused. */
const REASONS: Record<string, string> = {
  'bundle-empty-certificate-chain_fail': 'BUNDLE_INVALID',
  'bundle-from-wrong-instance_fail': 'CERTIFICATE_UNTRUSTED',
  'bundle-invalid-base64-signature_fail': 'BUNDLE_INVALID',
  'bundle-malformed-json_fail': 'JSON_INVALID',
  'bundle-negative-log-index_fail': 'LOG_ENTRY_INVALID',
  'bundle-unknown-version_fail': 'BUNDLE_INVALID',
  // What comes with a certificate is not looked at; its proof of inclusion has no checkpoint.
  'bundle-with-root-cert_fail': 'LOG_ENTRY_INVALID',
  'checkpoint-bad-keyhint_fail': 'LOG_ENTRY_INVALID',
  'checkpoint-wrong-roothash_fail': 'LOG_ENTRY_INVALID',
  // What the log holds is compared before the signature is checked.
  'dsse-invalid-sig_fail': 'LOG_ENTRY_MISMATCH',
  'dsse-mismatch-envelope_fail': 'LOG_ENTRY_MISMATCH',
  'dsse-mismatch-sig_fail': 'LOG_ENTRY_MISMATCH',
  'inclusion-proof-corrupted-hash_fail': 'LOG_ENTRY_INVALID',
  'incorrect-public-key_fail': 'LOG_ENTRY_INVALID',
  'integrated-time-in-future_fail': 'CERTIFICATE_EXPIRED',
  'intoto-expired-certificate_fail': 'CERTIFICATE_EXPIRED',
  'intoto-log-entry-mismatch_fail': 'LOG_ENTRY_MISMATCH',
  'intoto-missing-inclusion-proof_fail': 'LOG_ENTRY_INVALID',
  'intoto-set-outside-signing-cert-validity_fail': 'CERTIFICATE_EXPIRED',
  'intoto-tsa-timestamp-outside-cert-validity_fail': 'CERTIFICATE_EXPIRED',
  'invalid-checkpoint-signature_fail': 'LOG_ENTRY_INVALID',
  'invalid-ct-key_fail': 'SCT_INVALID',
  // The published case has no checkpoint at all.
  'invalid-inclusion-proof_fail': 'LOG_ENTRY_INVALID',
  'managed-key-no-key_fail': 'KEY_UNTRUSTED',
  // The published key cannot be read; the suite of managed keys has one that can.
  'managed-key-wrong-key_fail': 'KEY_ALGORITHM_UNSUPPORTED',
  'message-digest-mismatch_fail': 'LOG_ENTRY_MISMATCH',
  'rekor2-checkpoint-missing-log-signature_fail': 'LOG_ENTRY_INVALID',
  'rekor2-checkpoint-missing-origin_fail': 'LOG_ENTRY_INVALID',
  'rekor2-checkpoint-missing-root-hash_fail': 'LOG_ENTRY_INVALID',
  'rekor2-checkpoint-missing-size_fail': 'LOG_ENTRY_INVALID',
  'rekor2-checkpoint-no-matching-signature_fail': 'LOG_ENTRY_INVALID',
  'rekor2-dsse-invalid-sig_fail': 'LOG_ENTRY_MISMATCH',
  'rekor2-dsse-mismatch-envelope_fail': 'LOG_ENTRY_MISMATCH',
  'rekor2-dsse-mismatch-sig_fail': 'LOG_ENTRY_MISMATCH',
  'rekor2-no-inclusion-proof_fail': 'LOG_ENTRY_INVALID',
  'rekor2-no-timestamp_fail': 'TRUSTED_TIME_MISSING',
  'rekor2-timestamp-outside-trust-root-tsa-validity_fail': 'TIMESTAMP_INVALID',
  'rekor2-timestamp-outside-tsa-cert-validity_fail': 'TIMESTAMP_INVALID',
  'rekor2-timestamp-payload-mismatch_fail': 'TIMESTAMP_INVALID',
  'rekor2-timestamp-untrusted-tsa-with-embedded-cert_fail': 'TIMESTAMP_INVALID',
  'rekor2-timestamp-untrusted-tsa-without-embedded-cert_fail': 'TIMESTAMP_INVALID',
  // Its base64 has line breaks, which no reader of a signed document should pass over; see below.
  'rekor2-timestamp-with-incorrect-time_fail': 'BUNDLE_INVALID',
  'set-invalid-signature_fail': 'LOG_ENTRY_INVALID',
  'signature-mismatch_fail': 'LOG_ENTRY_MISMATCH',
  'trust-root-tlog-missing-validity-start_fail': 'TRUSTED_ROOT_INVALID',
  'wrong-hashedrekord-artifact_fail': 'LOG_ENTRY_MISMATCH',
  'wrong-hashedrekord-cert-and-sig_fail': 'LOG_ENTRY_MISMATCH',
  'wrong-hashedrekord-entry_fail': 'LOG_ENTRY_MISMATCH',
  'wrong-material_fail': 'other artifact',
}

/**
 * Where we refuse what the suite accepts, and why. Its predicate says that it is SLSA provenance v1 and has
 * no externalParameters, which SLSA requires; the suite does not read predicates. Certificate and witnesses
 * of the case hold, which a test of its own shows.
 */
const DISAGREEMENTS: Record<string, string> = { 'rekor2-dsse-happy-path': 'STATEMENT_INVALID' }

const rootsAt = (path: string): TrustedRoots =>
  readTrustedRoots([parseTrustedRoot(readFileSync(oraclePath(path)), path)])

function factsOf({ key, ...item }: Case, document: Uint8Array): Promise<EvidenceFacts> {
  const keys = key === undefined ? [] : [trustedKey('managed', readFileSync(oraclePath(key), 'utf8'))]
  return verifyBundle(parseBundle(document, item.id), { keys, roots: rootsAt(item.trusted_root) })
}

/** Identity and artifact, which are for the policy. */
function judge(item: Case, facts: EvidenceFacts, digest: string): string {
  if (facts.signer.kind === 'certificate') {
    const { issuer, subject } = facts.signer.identity
    if (issuer !== item.issuer || subject !== item.identity) return 'other identity'
  }
  const isAbout =
    facts.kind === 'blob' ? facts.digest === digest : facts.subjects.byDigest.has(`sha256:${digest}`)
  return isAbout ? 'valid' : 'other artifact'
}

async function verdictOf(item: Case, digest: string): Promise<string> {
  try {
    return judge(item, await factsOf(item, readFileSync(oraclePath(item.bundle))), digest)
  } catch (error) {
    return error instanceof ClawError ? error.code : `untyped: ${String(error)}`
  }
}

const hashOf = (path: string): string =>
  createHash('sha256')
    .update(readFileSync(oraclePath(path)))
    .digest('hex')

const expected = ({ id, expected: verdict }: Case): string | undefined => {
  const name = id.replace('conf/', '')
  return DISAGREEMENTS[name] ?? (verdict === 'valid' ? 'valid' : REASONS[name])
}

describeWithOracles('sigstore-conformance', () => {
  test('has 21 valid and 49 invalid cases', () => {
    expect(cases.filter(({ expected: verdict }) => verdict === 'valid')).toHaveLength(21)
    expect(cases.filter(({ expected: verdict }) => verdict === 'invalid')).toHaveLength(49)
  })

  test.each(cases)('$id, given the file, is $expected', async (item) => {
    expect(await verdictOf(item, hashOf(item.artifact))).toBe(expected(item))
  })

  test.each(cases)('$id, given the digest, is $expected', async (item) => {
    expect(await verdictOf(item, parseSha256(`sha256:${hashOf(item.artifact)}`, 'subject'))).toBe(
      expected(item),
    )
  })

  test.each(cases.filter(({ expected: verdict, key }) => verdict === 'valid' && key === undefined))(
    '$id is of nobody else',
    async (item) => {
      const verdict = async (change: Partial<Case>) =>
        verdictOf({ ...item, ...change }, hashOf(item.artifact))
      const refusal = DISAGREEMENTS[item.id.replace('conf/', '')] ?? 'other identity'
      expect(await verdict({ identity: item.identity.slice(0, -1) })).toBe(refusal)
      expect(await verdict({ identity: `${item.identity}.evil.yml` })).toBe(refusal)
      expect(await verdict({ identity: item.identity.replace('.', 'x') })).toBe(refusal)
      expect(await verdict({ issuer: `${item.issuer}/` })).toBe(refusal)
    },
  )

  test('rekor2-dsse-happy-path has a certificate and witnesses that hold', async () => {
    const item = byName.get('rekor2-dsse-happy-path')
    const bundle = parseBundle(readFileSync(oraclePath(item?.bundle ?? '')), 'case')
    const { identity, times, logged } = await rootsAt(item?.trusted_root ?? '').certificate(bundle)
    expect(identity).toMatchObject({ issuer: item?.issuer, subject: item?.identity })
    expect(times.map(({ source }) => source)).toEqual(['timestamp-authority'])
    expect(logged).toHaveLength(1)
  })

  test('rekor2-timestamp-with-incorrect-time, in base64 that can be read, is refused for its time', async () => {
    const item = byName.get('rekor2-timestamp-with-incorrect-time_fail')
    if (item === undefined) throw new Error('the case is gone')
    const json = JSON.parse(readFileSync(oraclePath(item.bundle), 'utf8'))
    for (const stamp of json.verificationMaterial.timestampVerificationData.rfc3161Timestamps)
      stamp.signedTimestamp = stamp.signedTimestamp.replaceAll('\n', '')
    expect(await codeOf(() => factsOf(item, Buffer.from(JSON.stringify(json))))).toBe('CERTIFICATE_EXPIRED')
  })
})

describeWithOracles('trusted roots of other projects', () => {
  test.each([
    'gh-cli-public-good.json',
    'github.json',
    'go-public-good.json',
    'go-public-key-validity.json',
    'go-scaffolding.json',
    'public-good.json',
    'py-staging-plus-tsa-ca.json',
    'py-trustedroot.v1.json',
    'py-trustedroot.v1.local_tlog_ed25519_rekor-tiles.json',
    'staging.json',
  ])('%s can be used', (name) => {
    expect(() => rootsAt(`trusted-roots/${name}`)).not.toThrow()
  })

  test.each(['py-trustedroot.badtype.json', 'py-certificate_authority.json'])(
    '%s is refused',
    async (name) => {
      expect(await codeOf(() => rootsAt(`trusted-roots/${name}`))).toBe('TRUSTED_ROOT_INVALID')
    },
  )

  const within = (name: string) => {
    const root = {
      mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
      timestampAuthorities: [oracle(`trusted-roots/${name}`)],
    }
    return () => readTrustedRoots([parseTrustedRoot(Buffer.from(JSON.stringify(root)), name)])
  }

  test('an authority without a certificate is refused', () => {
    expect(within('py-certificate_authority.empty.json')).toThrow('has no certificate')
  })

  // sigstore_trustroot.proto: "The trust anchor MAY be a self-signed root CA certificate or MAY be an intermediate".
  test.each(['py-certificate_authority.json', 'py-certificate_authority.missingroot.json'])(
    '%s is an authority',
    (name) => {
      expect(within(name)).not.toThrow()
    },
  )
})
