// What anybody who can write to the workspace may put before the gate.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { linkSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import {
  digestSet,
  isPrintable,
  parseSha256,
  signStatements,
  trustedKey,
  type Sha256,
  type Trust,
} from '@open-claw/core'
import { policyDigest } from '@open-claw/policy'
import { readPinnedPolicy } from '../../../../packages/usecases/src/verify/policy-file.ts'
import { readEvidence } from './read-evidence.ts'
import { policyKeys } from '../../../../packages/usecases/src/verify/policy-keys.ts'
import { openKeySession } from '../../../../packages/wiring/src/key-session.ts'
import { rememberingHost } from '../../../support/host.ts'
import { NO_CLOUD } from '../../../support/cloud-inputs.ts'
import { codeOf, refusal } from '../../../support/errors.ts'
import { KEY_URIS } from '../../../support/key-uris.ts'
import { testKey } from '../../../support/keys.ts'
import { edit, key, POLICY, parsePolicy } from '../../../support/policies.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

/** Python is on every runner; node:net would listen for as long as the test runs. */
const SOCKET = 'import socket,sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])'
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
/** The evidence for `app`. */
const evidenceFor = async (trust: Trust) =>
  (
    await readEvidence(inputs(), trust, [
      { name: 'app', digest: DIGEST, source: 'file', digests: digestSet([['sha256', DIGEST]]) },
    ])
  ).evidence
beforeEach(() => {
  root = temporaryFolder('gate')
  put('app.sigstore.json', good?.json ?? '')
})

test.each([
  ['deep beyond any stack', '['.repeat(200_000)],
  ['deep and closed', '['.repeat(200_000) + ']'.repeat(200_000)],
  ['empty', ''],
  ['not UTF-8', Buffer.from([0xff, 0xfe, 0x7b])],
  ['null', 'null'],
  ['a number beyond all', '1e999'],
  ['of the prototype', '{"__proto__":{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}}'],
])('bundles abuse case 54: one that is %s proves nothing and vetoes nothing', async (_, text) => {
  put('bad.sigstore.json', text)
  expect(await evidenceFor({ keys })).toMatchObject([
    { path: 'app.sigstore.json', facts: { kind: 'statement' } },
    { path: 'bad.sigstore.json', refused: { message: expect.any(String) } },
  ])
})

test('bundles one that would fill the memory is not read', async () => {
  put('bad.sigstore.json', '')
  truncateSync(join(root, 'bad.sigstore.json'), 2 ** 40)
  expect(await evidenceFor({ keys })).toMatchObject([{}, { refused: { code: 'BUNDLE_INVALID' } }])
})

test('bundles a file of several is judged line by line, and a bad line vetoes nothing', async () => {
  const line = good?.json.trim() ?? ''
  put('app.sigstore.json', `${line}\n{"mediaType":\n${line}\n`)
  expect(await evidenceFor({ keys })).toMatchObject([
    { path: 'app.sigstore.json:1', facts: { kind: 'statement' } },
    { path: 'app.sigstore.json:2', refused: { code: 'JSON_INVALID' } },
    { path: 'app.sigstore.json:3', facts: { kind: 'statement' } },
  ])
})

test('bundles no key trusts nothing', async () => {
  expect(await evidenceFor({ keys: [] })).toMatchObject([{ refused: { code: 'KEY_UNTRUSTED' } }])
})

test.each<[string, (path: string) => void, string]>([
  ['a link', (path) => symlinkSync('/etc/hostname', path), 'ARTIFACT_REFUSED'],
  ['a link to the good one', (path) => symlinkSync('app.sigstore.json', path), 'ARTIFACT_REFUSED'],
  ['a link to nothing', (path) => symlinkSync('nothing', path), 'ARTIFACT_REFUSED'],
  ['a link to itself', (path) => symlinkSync(path, path), 'ARTIFACT_REFUSED'],
  ['a FIFO', (path) => execFileSync('mkfifo', [path]), 'ARTIFACT_REFUSED'],
  ['a socket', (path) => execFileSync('python3', ['-c', SOCKET, path]), 'ARTIFACT_REFUSED'],
])('bundles abuse case 54: %s is refused and stops nothing', async (_, make, code) => {
  make(join(root, 'x.sigstore.json'))
  expect(await evidenceFor({ keys })).toMatchObject([
    { path: 'app.sigstore.json', facts: { kind: 'statement' } },
    { path: 'x.sigstore.json', refused: { code } },
  ])
})

test.each([
  ['a line break', 'x\ny'],
  ['a command for the runner', '::error::x'],
  ['an escape sequence', '\u001b[2Jx'],
  ['a character that turns the text', '\u202ex'],
  ['a backslash', String.raw`x\y`],
  ['no character', '\u200b'],
])('bundles abuse case 54: a name with %s is refused, escaped, and stops nothing', async (_, name) => {
  put(`${name}.sigstore.json`, 'no JSON')
  const found = await evidenceFor({ keys })
  expect(found).toContainEqual(
    expect.objectContaining({ path: 'app.sigstore.json', facts: expect.anything() }),
  )
  expect(found).toHaveLength(2)
  expect(found.filter(({ path }) => !isPrintable(path))).toStrictEqual([])
})

test('bundles abuse case 54: a name that is not UTF-8 is refused and stops nothing', async () => {
  writeFileSync(
    Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff]), Buffer.from('.sigstore.json')]),
    '',
  )
  const found = await evidenceFor({ keys })
  expect(found.filter((item) => 'facts' in item)).toHaveLength(1)
  expect(found).toHaveLength(2)
})

test('bundles what nothing but refused files match is evidence that was refused, not absent', async () => {
  rmSync(join(root, 'app.sigstore.json'))
  expect(await codeOf(() => evidenceFor({ keys }))).toBe('EVIDENCE_NOT_FOUND')
  symlinkSync('nothing', join(root, 'x.sigstore.json'))
  expect(await evidenceFor({ keys })).toMatchObject([{ refused: { code: 'ARTIFACT_REFUSED' } }])
})

test('bundles one file under many names is looked at once', async () => {
  for (let index = 0; index < 20; index += 1)
    linkSync(join(root, 'app.sigstore.json'), join(root, `b${index}.sigstore.json`))
  const { evidence, expense } = await readEvidence(inputs(), { keys }, [
    { name: 'app', digest: DIGEST, source: 'file', digests: digestSet([['sha256', DIGEST]]) },
  ])
  expect(evidence).toMatchObject([{ path: 'app.sigstore.json' }])
  expect(expense).toContain('20 files equal to others')
})

const source = () => ({
  session: openKeySession(NO_CLOUD, 'verify', rememberingHost(), () => undefined),
  keyUris: KEY_URIS,
})

test('the policy is the pinned one, or none', async () => {
  put('policy.yml', POLICY)
  const pinned = policyDigest(Buffer.from(POLICY))
  expect(await readPinnedPolicy(inputs(pinned), KEY_URIS)).toMatchObject({ name: 'production' })
  await expect(readPinnedPolicy(inputs(), KEY_URIS)).rejects.toMatchObject({
    code: 'POLICY_DIGEST_MISMATCH',
    message: `Input policy-digest is empty; the policy in the workspace has the digest sha256:${pinned}.`,
  })
  put('policy.yml', `${POLICY}\n`)
  expect(await codeOf(() => readPinnedPolicy(inputs(pinned), KEY_URIS))).toBe('POLICY_DIGEST_MISMATCH')
})

test('the policy one over its limit is not read', async () => {
  put('policy.yml', '')
  truncateSync(join(root, 'policy.yml'), 2 ** 40)
  expect(await codeOf(() => readPinnedPolicy(inputs(), KEY_URIS))).toBe('POLICY_INVALID')
})

const attestors = (...pems: [string, string][]) =>
  parsePolicy(
    edit((json) => {
      json['spec'].attestors = pems.map(([name, publicKey]) => ({ name, key: { publicKey } }))
    }),
  )
const pemOf = (spki: Uint8Array): string =>
  trustedKey('k', spki).key.export({ type: 'spki', format: 'pem' }).toString()

test('the policy has as many keys as attestors', async () => {
  const other = testKey('ecdsa-p256-sha256', { fresh: true })
  const policy = await attestors(['release', pemOf(key.publicKey)], ['other', pemOf(other.publicKey)])
  expect((await policyKeys(policy, source())).map(({ name }) => name)).toEqual(['release', 'other'])
})

test('the policy one key under two names is refused, since it could not be told which one signed', async () => {
  const policy = await attestors(['staging', pemOf(key.publicKey)], ['release', pemOf(key.publicKey)])
  expect(await codeOf(() => policyKeys(policy, source()))).toBe('POLICY_INVALID')
})

test('the policy the key of the documentation is told as such, before any service is asked', async () => {
  const uri =
    'gcpkms://projects/acme-release/locations/europe-west1/keyRings/release/cryptoKeys/release/cryptoKeyVersions/1'
  const policy = await parsePolicy(edit((json) => (json['spec'].attestors[1].key = { uri })))
  const error = await refusal(() => policyKeys(policy, source()))
  expect([error.code, error.message]).toEqual([
    'POLICY_INVALID',
    expect.stringContaining('the key of the documentation'),
  ])
})

test('the policy a key in the KMS is not fetched without a way to authenticate', async () => {
  put('policy.yml', POLICY)
  const policy = await parsePolicy(Buffer.from(POLICY))
  expect(await codeOf(() => policyKeys(policy, source()))).toBe('CREDENTIALS_MISSING')
})
