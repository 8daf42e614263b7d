// What the sandbox's authorities and logs witness for keys of a key service.
import { describe, expect, test } from '@jest/globals'
import { parseBundle, signStatements, trustedKey, verifyBundle, type Algorithm } from '@open-claw/core'
import type { Sandbox } from '@open-claw/sandbox'
import { parseTrustedRoot, readTrustedRoots, combinedWitness } from '@open-claw/sigstore'
import { testClock } from '../../support/clock.ts'
import { codeOf } from '../../support/errors.ts'
import { testKey } from '../../support/keys.ts'
import { testSandbox } from '../../support/sandbox.ts'

const [sandbox, other] = await Promise.all([testSandbox(), testSandbox()])

const SUBJECT = { name: 'app', digest: 'a'.repeat(64), source: 'file' } as never

async function signed(algorithm: Algorithm, log?: 1 | 2) {
  const key = testKey(algorithm)
  const witness = combinedWitness({
    timestampAuthorities: [new URL(sandbox.tsaEndpoint)],
    log:
      log === undefined
        ? undefined
        : { url: new URL(log === 1 ? sandbox.rekorEndpoint : sandbox.rekorTilesEndpoint), version: log },
    clock: testClock(),
  })
  const predicate = { type: 'https://example.com/p', body: { at: process.hrtime.bigint().toString() } }
  const [bundle] = await signStatements(key, [SUBJECT], predicate, witness)
  return { key, bundle: parseBundle(Buffer.from(bundle?.json ?? ''), 'bundle.json') }
}

async function judge(
  { key, bundle }: Awaited<ReturnType<typeof signed>>,
  { trustedRoot }: Sandbox = sandbox,
) {
  return verifyBundle(bundle, {
    keys: [trustedKey('release', key.publicKey, { algorithm: key.algorithm })],
    roots: readTrustedRoots([parseTrustedRoot(Buffer.from(trustedRoot), 'root.json')]),
  })
}

describe('a key of a key service', () => {
  test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('has a timestamp of %d digits', async (fraction) => {
    await sandbox.control({ op: 'tsa', fraction })
    const { times } = await judge(await signed('ecdsa-p256-sha256'))
    expect(times).toEqual([
      expect.objectContaining({ source: 'timestamp-authority', authority: sandbox.tsaEndpoint }),
    ])
  })

  test.each<[Algorithm, 1 | 2]>([
    ['ecdsa-p256-sha256', 1],
    ['rsa-pkcs1-3072-sha256', 1],
    ['rsa-pkcs1-2048-sha256', 1],
    ['ecdsa-p256-sha256', 2],
    ['ecdsa-p384-sha384', 2],
    ['rsa-pkcs1-2048-sha256', 2],
  ])('%s has an entry of a log of version %d', async (algorithm, version) => {
    const facts = await judge(await signed(algorithm, version))
    const log = version === 1 ? sandbox.rekorEndpoint : sandbox.rekorTilesEndpoint
    expect(facts.logged).toEqual([{ log, index: expect.stringMatching(/^\d+$/) }])
  })

  test('has no witness that another instance knows', async () => {
    expect(await codeOf(async () => judge(await signed('ecdsa-p256-sha256', 1), other))).toBe(
      'TIMESTAMP_INVALID',
    )
  })

  test('has no entry of another signature', async () => {
    const [one, two] = [await signed('ecdsa-p256-sha256', 1), await signed('ecdsa-p256-sha256', 1)]
    const swapped = { ...one, bundle: { ...one.bundle, logEntries: two.bundle.logEntries } }
    expect(await codeOf(() => judge(swapped))).toBe('LOG_ENTRY_MISMATCH')
  })

  test('has no timestamp of another signature', async () => {
    const [one, two] = [await signed('ecdsa-p256-sha256'), await signed('ecdsa-p256-sha256')]
    const swapped = { ...one, bundle: { ...one.bundle, timestamps: two.bundle.timestamps } }
    expect(await codeOf(() => judge(swapped))).toBe('TIMESTAMP_INVALID')
  })
})
