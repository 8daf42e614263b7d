// Entries of both versions of Rekor: every algorithm, and every fault of the sandbox.
import { afterEach, describe, expect, test } from '@jest/globals'
import { ALGORITHMS, isAlgorithm, type Algorithm, type SignedContent } from '@open-claw/core'
import type { FaultKind } from '../../../packages/sandbox/src/services.ts'
import { fulcioKey } from '@open-claw/sigstore'
import { rekorEntry } from '../../../packages/sigstore/src/sign/rekor.ts'
import { testClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { jobIdentity } from '../../support/job-identity.ts'
import { testKey } from '../../support/keys.ts'
import { testSandbox, countCalls } from '../../support/sandbox.ts'
import { fail, pretended, shown, signedBy } from './witness-setup.ts'

const sandbox = await testSandbox()
afterEach(async () => {
  await sandbox.control({ op: 'reset' })
})

const VERSIONS = [1, 2] as const
type Version = (typeof VERSIONS)[number]
const KINDS = ['envelope', 'message'] as const
const SERVICES = { 1: 'rekor', 2: 'rekor-tiles' } as const

const logOf = (version: Version) => ({
  url: new URL(version === 1 ? sandbox.rekorEndpoint : sandbox.rekorTilesEndpoint),
  version,
})
const enter = (signed: SignedContent, version: Version) =>
  rekorEntry({ log: logOf(version), signed, clock: testClock() })
const count = (version: Version, method = 'CreateEntry') =>
  countCalls(sandbox, `${SERVICES[version]}.${method}`)
const bodyOf = ({ canonicalizedBody }: { canonicalizedBody: Buffer }) =>
  JSON.parse(canonicalizedBody.toString('utf8'))

const DIGESTS: readonly Algorithm[] = [
  'ecdsa-p256-sha256',
  'rsa-pkcs1-2048-sha256',
  'rsa-pkcs1-3072-sha256',
  'rsa-pkcs1-4096-sha256',
]
const LARGER: readonly Algorithm[] = ['ecdsa-p384-sha384', 'ecdsa-p521-sha512']
/** What each version can hold. */
const HELD: Readonly<Record<string, readonly Algorithm[]>> = {
  '1 envelope': [...DIGESTS, 'ed25519'],
  '1 message': [...DIGESTS, ...LARGER],
  '2 envelope': [...DIGESTS, ...LARGER],
  '2 message': [...DIGESTS, ...LARGER],
}
const COMBINATIONS = VERSIONS.flatMap((version) =>
  KINDS.flatMap((kind) =>
    Object.keys(ALGORITHMS)
      .filter(isAlgorithm)
      .map((algorithm) => ({
        version,
        kind,
        algorithm,
        isHeld: HELD[`${version} ${kind}`]?.includes(algorithm) === true,
      })),
  ),
)

describe('a log', () => {
  test.each(COMBINATIONS.filter(({ isHeld }) => isHeld))(
    'of version $version holds the signature of $kind by $algorithm',
    async ({ version, kind, algorithm }) => {
      const entry = await enter(await signedBy(testKey(algorithm), kind), version)
      const expected = version === 1 && kind === 'envelope' ? 'dsse' : 'hashedrekord'
      expect(entry.kindVersion).toEqual({ kind: expected, version: version === 1 ? '0.0.1' : '0.0.2' })
      expect(bodyOf(entry)).toMatchObject({ kind: expected })
    },
  )
  test.each(COMBINATIONS.filter(({ isHeld }) => !isHeld))(
    'of version $version is not asked to hold that of $kind by $algorithm',
    async ({ version, kind, algorithm }) => {
      const error = await refusal(() => enter(pretended(algorithm, kind), version))
      expect(error.code).toBe('LOG_REFUSED')
      expect(error.message).toContain(algorithm)
      expect(await count(version)).toBe(0)
    },
  )
  test.each(VERSIONS.flatMap((version) => KINDS.map((kind) => ({ version, kind }))))(
    'of version $version holds the certificate with that of $kind',
    async ({ version, kind }) => {
      const url = new URL(sandbox.fulcioEndpoint)
      const { key } = await fulcioKey({ url, identity: jobIdentity(sandbox), clock: testClock() })
      const entry = await enter(await signedBy(key, kind), version)
      const certificate = Buffer.from(key.certificate ?? '').toString('base64')
      const held = JSON.stringify(bodyOf(entry))
      const pem = Buffer.from(
        `-----BEGIN CERTIFICATE-----\n${certificate.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`,
      ).toString('base64')
      expect(held).toContain(version === 1 ? pem : certificate)
    },
  )
  test('of version 1 signs a time, of version 2 none', async () => {
    const [one, two] = await Promise.all(
      VERSIONS.map(async (version) => enter(await signedBy(testKey(), 'message'), version)),
    )
    expect(Number(one?.integratedTime)).toBeGreaterThan(1_700_000_000)
    expect(one?.inclusionPromise?.signedEntryTimestamp.length).toBeGreaterThan(60)
    expect([two?.integratedTime, two?.inclusionPromise]).toEqual(['0', undefined])
  })
  test('of version 1 numbers its entries across trees', async () => {
    const { logIndex, inclusionProof } = await enter(await signedBy(testKey(), 'message'), 1)
    expect(Number(logIndex)).toBeGreaterThan(Number(inclusionProof?.logIndex))
  })
})

describe('a log that fails', () => {
  const CASES: readonly (readonly [FaultKind, string, number])[] = [
    ['forbidden', 'LOG_REFUSED', 1],
    ['429', 'LOG_FAILED', 8],
    ['500', 'LOG_FAILED', 8],
    ['503', 'LOG_FAILED', 8],
    ['reset', 'LOG_FAILED', 8],
    ['malformed', 'LOG_FAILED', 1],
    ['wrong-entry', 'LOG_FAILED', 1],
    ['wrong-proof', 'LOG_FAILED', 1],
    ['no-proof', 'LOG_FAILED', 1],
  ]
  describe.each(VERSIONS)('of version %d', (version) => {
    test.each(CASES)('%s is %s after %d calls', async (kind, code, expected) => {
      await fail(sandbox, SERVICES[version], 'CreateEntry', kind)
      const signed = await signedBy(testKey(), 'envelope')
      const error = await refusal(() => enter(signed, version))
      expect(error.code).toBe(code)
      expect(error.message).toContain(logOf(version).url.host)
      expect(await count(version)).toBe(expected)
      expect(shown(error)).not.toContain(signed.content.signature.toString('base64'))
    })
    test.each(['hang', 'slow-body'] as const)('%s ends', async (kind) => {
      await fail(sandbox, SERVICES[version], 'CreateEntry', kind)
      const clock = testClock()
      clock.hurry()
      const signed = await signedBy(testKey(), 'envelope')
      expect(await codeOf(() => rekorEntry({ log: logOf(version), signed, clock }))).toBe('LOG_FAILED')
    })
    test('once is asked again', async () => {
      await sandbox.control({ op: 'fault', service: SERVICES[version], kind: '503', times: 1 })
      await enter(await signedBy(testKey(), 'message'), version)
      expect(await count(version)).toBe(2)
    })
    test('foreign-key is for whoever has a trusted root to find out', async () => {
      await fail(sandbox, SERVICES[version], 'CreateEntry', 'foreign-key')
      const entry = await enter(await signedBy(testKey(), 'message'), version)
      expect(entry.inclusionProof?.hashes).not.toHaveLength(0)
    })
  })
})
