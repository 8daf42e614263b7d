// All witnesses of a signature at once: complete, or not at all.
import { afterEach, describe, expect, test } from '@jest/globals'
import { parseBundle, signStatements, type Algorithm, type Witness } from '@open-claw/core'
import type { Sandbox } from '@open-claw/sandbox'
import type { FaultKind } from '../../../packages/sandbox/src/services.ts'
import { fulcioKey, parseTrustedRoot, readTrustedRoots, combinedWitness } from '@open-claw/sigstore'
import type { WitnessOptions } from '../../../packages/sigstore/src/sign/witness.ts'
import { testClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { jobIdentity } from '../../support/job-identity.ts'
import { testKey } from '../../support/keys.ts'
import { countCalls, testSandbox } from '../../support/sandbox.ts'
import { fail, pretended, signedBy } from './witness-setup.ts'

const [sandbox, other] = await Promise.all([testSandbox(), testSandbox()])
afterEach(async () => {
  await Promise.all([sandbox.control({ op: 'reset' }), other.control({ op: 'reset' })])
})

const VERSIONS = [1, 2] as const
const tsa = (of: Sandbox): URL => new URL(of.tsaEndpoint)
const log = (version: 1 | 2, of = sandbox): WitnessOptions['log'] => ({
  url: new URL(version === 1 ? of.rekorEndpoint : of.rekorTilesEndpoint),
  version,
})
const witness = (options: Omit<WitnessOptions, 'clock'>): Witness =>
  combinedWitness({ ...options, clock: testClock() })

describe('a witness', () => {
  test('asks nobody where nobody is named', async () => {
    const attested = await witness({ timestampAuthorities: [], log: undefined }).attest(
      await signedBy(testKey(), 'envelope'),
    )
    expect(attested).toEqual({ timestamps: [], logEntries: [] })
  })
  test.each(VERSIONS)('asks every authority and the log (version %d)', async (version) => {
    const asked = witness({ timestampAuthorities: [tsa(sandbox), tsa(other)], log: log(version) })
    const { timestamps, logEntries } = await asked.attest(await signedBy(testKey(), 'envelope'))
    expect([timestamps.length, logEntries.length]).toEqual([2, 1])
    expect(await Promise.all([sandbox, other].map((one) => countCalls(one, 'tsa.Timestamp')))).toEqual([1, 1])
  })
  test.each<[string, Sandbox['oidcIssuer'], FaultKind, string]>([
    ['tsa', 'Timestamp', 'wrong-nonce', 'TIMESTAMP_FAILED'],
    ['tsa', 'Timestamp', '503', 'TIMESTAMP_FAILED'],
    ['rekor', 'CreateEntry', 'forbidden', 'LOG_REFUSED'],
    ['rekor', 'CreateEntry', 'wrong-proof', 'LOG_FAILED'],
    ['rekor', 'CreateEntry', '500', 'LOG_FAILED'],
  ])('fails whole where %s.%s fails (%s)', async (service, method, kind, code) => {
    await fail(sandbox, service as 'tsa' | 'rekor', method, kind)
    const asked = witness({ timestampAuthorities: [tsa(other), tsa(sandbox)], log: log(1) })
    const signed = await signedBy(testKey(), 'envelope')
    expect(await codeOf(() => asked.attest(signed))).toBe(code)
  })
  test.each(VERSIONS)('fails where the log cannot hold the signature (version %d)', async (version) => {
    const asked = witness({ timestampAuthorities: [tsa(sandbox)], log: log(version) })
    expect(await codeOf(() => asked.attest(pretended('ml-dsa-65', 'envelope')))).toBe('LOG_REFUSED')
  })
})

describe('the end of a certificate', () => {
  test('nothing is signed after it, since no trusted time could place that within', async () => {
    const clock = testClock()
    const url = new URL(sandbox.fulcioEndpoint)
    const { key } = await fulcioKey({ url, identity: jobIdentity(sandbox), clock })
    const request = { input: 'digest', hash: 'sha256', digest: Buffer.alloc(32, 1) } as const
    clock.pass(590_000)
    await key.sign(request)
    clock.pass(20_000)
    const error = await refusal(() => key.sign(request))
    expect([error.code, error.message, error.remedy]).toEqual([
      'CERTIFICATE_FAILED',
      expect.stringMatching(/ended at 20/),
      expect.stringContaining('fewer artifacts'),
    ])
  })
})

describe('before the first signature', () => {
  const WITHOUT = { timestampAuthorities: [] }
  test.each<[1 | 2, 'envelope' | 'message', Algorithm]>([
    [1, 'envelope', 'ecdsa-p384-sha384'],
    [1, 'message', 'ed25519'],
    [1, 'message', 'rsa-pss-2048-sha256'],
    [2, 'envelope', 'ed25519'],
    [2, 'envelope', 'ml-dsa-65'],
  ])('a log of version %d says that it cannot hold %s by %s', async (version, kind, algorithm) => {
    const asked = combinedWitness({ ...WITHOUT, log: log(version), clock: testClock() })
    expect(await codeOf(() => asked.check({ algorithm }, kind))).toBe('LOG_REFUSED')
  })
  test.each<[string, WitnessOptions['log'] | 1 | 2, Algorithm]>([
    ['version 1', 1, 'ecdsa-p256-sha256'],
    ['version 2', 2, 'ecdsa-p256-sha256'],
    ['none', undefined, 'ml-dsa-65'],
  ])('what a log can hold passes, and everything where there is none: %s', (_, which, algorithm) => {
    const of = typeof which === 'number' ? log(which) : which
    const asked = combinedWitness({ ...WITHOUT, log: of, clock: testClock() })
    expect(() => asked.check({ algorithm }, 'envelope')).not.toThrow()
  })
})

describe('a bundle with witnesses', () => {
  const roots = (of: Sandbox) => readTrustedRoots([parseTrustedRoot(Buffer.from(of.trustedRoot), 'root')])
  const subject = { name: 'a', digest: 'a'.repeat(64), source: 'file' } as never

  async function keyless(version: 1 | 2, spoil?: [string, string, FaultKind]) {
    const url = new URL(sandbox.fulcioEndpoint)
    const { key, drop } = await fulcioKey({ url, identity: jobIdentity(sandbox), clock: testClock() })
    if (spoil !== undefined) await fail(sandbox, spoil[0] as 'tsa', spoil[1], spoil[2])
    const asked = witness({ timestampAuthorities: [tsa(sandbox)], log: log(version) })
    const [signed] = await signStatements(key, [subject], { type: 'https://example.com/p', body: {} }, asked)
    drop()
    return parseBundle(Buffer.from(signed?.json ?? ''), 'bundle')
  }
  const judge = async (...made: Parameters<typeof keyless>) => {
    const bundle = await keyless(...made)
    return roots(sandbox).certificate(bundle)
  }

  test.each(VERSIONS)('is believed with the trusted root of its services (version %d)', async (version) => {
    const { times, logged } = await judge(version)
    const sources = times.map(({ source }) => source)
    expect(sources).toEqual(
      version === 1 ? ['timestamp-authority', 'transparency-log'] : ['timestamp-authority'],
    )
    expect(logged).toHaveLength(1)
  })
  test.each([0, 1, 3, 9])('is believed with %d digits in its time', async (fraction) => {
    await sandbox.control({ op: 'tsa', fraction })
    expect((await judge(2)).times).toHaveLength(1)
  })
  test.each<[string, string, FaultKind, 1 | 2, string]>([
    ['tsa', 'Timestamp', 'foreign-key', 2, 'TIMESTAMP_INVALID'],
    ['rekor', 'CreateEntry', 'foreign-key', 1, 'LOG_ENTRY_INVALID'],
    ['rekor-tiles', 'CreateEntry', 'foreign-key', 2, 'LOG_ENTRY_INVALID'],
  ])('is not believed where %s.%s has the fault %s', async (...[service, method, kind, version, code]) => {
    expect(await codeOf(() => judge(version, [service, method, kind]))).toBe(code)
  })
  test('is not made where an authority has a time outside of the certificate', async () => {
    const error = await refusal(() => keyless(2, ['tsa', 'Timestamp', 'skewed']))
    expect([error.code, error.message]).toEqual([
      'TIMESTAMP_FAILED',
      expect.stringMatching(/outside of the certificate, 20.*clocks/),
    ])
  })
  test.each(VERSIONS)('is not believed with the trusted root of others (version %d)', async (version) => {
    const bundle = await keyless(version)
    expect(await codeOf(() => roots(other).certificate(bundle))).not.toBe('no error')
  })
})
