// What anybody who can write to the workspace may put before the gate.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { parseSha256, signStatements, trustedKey, type Sha256 } from '@open-claw/core'
import { parsePolicy, policyDigest } from '@open-claw/policy'
import { openSession } from '@open-claw/cloud'
import { readEvidence, readPolicy } from '../../../actions/verify-before-deploy/src/evidence.ts'
import { policyKeys } from '../../../actions/verify-before-deploy/src/keys.ts'
import { NO_CLOUD } from '../../support/cloud-inputs.ts'
import { codeOf } from '../../support/errors.ts'
import { testKey } from '../../support/keys.ts'
import { edit, key, POLICY } from '../../support/policies.ts'

const DIGEST = parseSha256(`sha256:${createHash('sha256').update('app').digest('hex')}`, 't')
const keys = [trustedKey('release', key.publicKey)]
const [good] = await signStatements(key, [{ name: 'app', digest: DIGEST, source: 'file' }], {
  type: 'https://example.com/p/v1',
  body: {},
})
let root = ''
const put = (name: string, text: string | Buffer): void => writeFileSync(join(root, name), text)
const inputs = (pinned?: Sha256) => ({
  workspace: root,
  sources: { artifacts: ['app'], images: [], checksums: undefined, announced: [] },
  bundles: ['*.sigstore.json'],
  policy: 'policy.yml',
  policyDigest: pinned,
  cloud: NO_CLOUD,
})
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gate-'))
  put('app.sigstore.json', good?.json ?? '')
})

describe('bundles', () => {
  test.each([
    ['deep beyond any stack', '['.repeat(200_000)],
    ['deep and closed', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['empty', ''],
    ['not UTF-8', Buffer.from([0xff, 0xfe, 0x7b])],
    ['null', 'null'],
    ['a number beyond all', '1e999'],
    ['of the prototype', '{"__proto__":{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}}'],
  ])('abuse case 54: one that is %s proves nothing and vetoes nothing', async (_, text) => {
    put('bad.sigstore.json', text)
    expect(await readEvidence(inputs(), { keys })).toMatchObject([
      { path: 'app.sigstore.json', facts: { kind: 'statement' } },
      { path: 'bad.sigstore.json', refused: { message: expect.any(String) } },
    ])
  })

  test('one that would fill the memory is not read', async () => {
    put('bad.sigstore.json', '')
    truncateSync(join(root, 'bad.sigstore.json'), 2 ** 40)
    expect(await readEvidence(inputs(), { keys })).toMatchObject([
      {},
      { refused: { code: 'BUNDLE_INVALID' } },
    ])
  })

  test('a file of several is judged line by line, and a bad line vetoes nothing', async () => {
    const line = good?.json.trim() ?? ''
    put('app.sigstore.json', `${line}\n{"mediaType":\n${line}\n`)
    expect(await readEvidence(inputs(), { keys })).toMatchObject([
      { path: 'app.sigstore.json:1', facts: { kind: 'statement' } },
      { path: 'app.sigstore.json:2', refused: { code: 'JSON_INVALID' } },
      { path: 'app.sigstore.json:3', facts: { kind: 'statement' } },
    ])
  })

  test('no key trusts nothing', async () => {
    expect(await readEvidence(inputs(), { keys: [] })).toMatchObject([{ refused: { code: 'KEY_UNTRUSTED' } }])
  })

  test.each([
    ['a link', (path: string) => symlinkSync('/etc/hostname', path)],
    ['a FIFO', (path: string) => execFileSync('mkfifo', [path])],
  ])('%s is an error, not a skip', async (_, make) => {
    make(join(root, 'x.sigstore.json'))
    expect(await codeOf(() => readEvidence(inputs(), { keys }))).toBe('ARTIFACT_REFUSED')
  })
})

describe('the policy', () => {
  test('is the pinned one, or none', async () => {
    put('policy.yml', POLICY)
    const pinned = policyDigest(Buffer.from(POLICY))
    expect(await readPolicy(inputs(pinned))).toMatchObject({ name: 'production' })
    expect(await codeOf(() => readPolicy(inputs()))).toBe('POLICY_DIGEST_MISMATCH')
    put('policy.yml', `${POLICY}\n`)
    expect(await codeOf(() => readPolicy(inputs(pinned)))).toBe('POLICY_DIGEST_MISMATCH')
  })

  test('one over its limit is not read', async () => {
    put('policy.yml', '')
    truncateSync(join(root, 'policy.yml'), 2 ** 40)
    expect(await codeOf(() => readPolicy(inputs()))).toBe('POLICY_INVALID')
  })

  const attestors = (...pems: [string, string][]) =>
    parsePolicy(
      edit((json) => {
        json['spec'].attestors = pems.map(([name, publicKey]) => ({ name, key: { publicKey } }))
      }),
    )
  const pemOf = (spki: Uint8Array): string =>
    trustedKey('k', spki).key.export({ type: 'spki', format: 'pem' }).toString()

  test('has as many keys as attestors', async () => {
    const other = testKey('ecdsa-p256-sha256', { fresh: true })
    const policy = await attestors(['release', pemOf(key.publicKey)], ['other', pemOf(other.publicKey)])
    expect((await policyKeys(openSession(NO_CLOUD, 'verify'), policy)).map(({ name }) => name)).toEqual([
      'release',
      'other',
    ])
  })

  test('one key under two names is refused, since it could not be told which one signed', async () => {
    const policy = await attestors(['staging', pemOf(key.publicKey)], ['release', pemOf(key.publicKey)])
    expect(await codeOf(() => policyKeys(openSession(NO_CLOUD, 'verify'), policy))).toBe('POLICY_INVALID')
  })

  test('a key in the KMS is not fetched without a way to authenticate', async () => {
    put('policy.yml', POLICY)
    const policy = await parsePolicy(Buffer.from(POLICY))
    expect(await codeOf(() => policyKeys(openSession(NO_CLOUD, 'verify'), policy))).toBe(
      'CREDENTIALS_MISSING',
    )
  })
})
