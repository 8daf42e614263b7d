// The use-case alone: values in, a verdict out, and ports in memory that note when each is asked.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { ClawError, parseSha256, signStatements, type EvidenceDocument } from '@open-claw/core'
import { policyDigest } from '@open-claw/policy'
import { verify, type VerifyPorts, type VerifyRequest } from '@open-claw/usecases'
import { testClock } from '../../../support/clock.ts'
import { codeOf } from '../../../support/errors.ts'
import { KEY_URIS, parsePinned } from '../../../support/key-uris.ts'
import { edit, key } from '../../../support/policies.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const TYPE = 'https://example.com/p/v1'
const URI = 'gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1'
const POLICY = edit((json) => {
  json['spec'] = {
    attestors: [{ name: 'release', key: { uri: URI } }],
    attestations: [{ name: 'tested', predicateType: TYPE, attestors: ['release'] }],
  }
})
const digest = parseSha256(`sha256:${createHash('sha256').update('app').digest('hex')}`, 't')
const [bundle] = await signStatements(key, [{ name: 'app', digest, source: 'file' }], {
  type: TYPE,
  body: {},
})
const GOOD = Buffer.from(bundle?.json ?? '')
const evidenceDocument = (bytes: Uint8Array): EvidenceDocument => ({
  name: 'app.sigstore.json',
  size: bytes.length,
  read: async () => bytes,
})

function requestIn(workspace: string): VerifyRequest {
  writeFileSync(join(workspace, 'app'), 'app')
  writeFileSync(join(workspace, 'policy.yml'), POLICY)
  return {
    workspace,
    sources: { artifacts: ['app'], images: [], checksums: undefined, announced: [] },
    bundles: ['*.sigstore.json'],
    policy: 'policy.yml',
    policyDigest: policyDigest(POLICY),
  }
}

function notedPorts(noted: string[], changes: Partial<VerifyPorts> = {}): VerifyPorts {
  return {
    keyUris: KEY_URIS,
    openKeys: () => ({
      publicKey: async () => {
        noted.push('key')
        return { ...key, uri: parsePinned(URI, 't') }
      },
      [Symbol.asyncDispose]: async () => void noted.push('session ends'),
    }),
    evidence: {
      find: async (subjects) => {
        noted.push(`find ${subjects.map(({ name }) => name).join(' ')}`)
        return [evidenceDocument(GOOD)]
      },
    },
    clock: testClock(),
    log: (line) => void noted.push(line.replace(/:.*/s, '')),
    ...changes,
  }
}

test('a verdict is a value, and the session is over before evidence is looked for', async () => {
  const noted: string[] = []
  const verdict = await verify(requestIn(temporaryFolder('verify')), notedPorts(noted))
  expect(verdict).toMatchObject({ decision: 'allow', artifacts: [{ name: 'app', digest }] })
  expect(noted).toEqual(['key', 'session ends', 'find app', 'Evidence'])
})

test('a denial is a value as well', async () => {
  const evidence = { find: async () => [evidenceDocument(Buffer.from('{}'))] }
  const verdict = await verify(requestIn(temporaryFolder('verify')), notedPorts([], { evidence }))
  expect(verdict.decision).toBe('deny')
})

test('what stands in the store and cannot be read is evidence that was refused', async () => {
  const refused = new ClawError('ARTIFACT_REFUSED', 'It is a link.')
  const evidence = { find: async () => [evidenceDocument(GOOD), { name: 'a\u202eb', refused }] }
  const verdict = await verify(requestIn(temporaryFolder('verify')), notedPorts([], { evidence }))
  expect(verdict.decision).toBe('allow')
})

test('a policy that is not the pinned one opens nothing', async () => {
  const noted: string[] = []
  const request = { ...requestIn(temporaryFolder('verify')), policyDigest: digest }
  expect(await codeOf(() => verify(request, notedPorts(noted)))).toBe('POLICY_DIGEST_MISMATCH')
  expect(noted).toEqual([])
})

test('a key that cannot be had ends the session and judges nothing', async () => {
  const noted: string[] = []
  const openKeys = () => ({
    publicKey: async () => {
      throw new ClawError('KEY_NOT_FOUND', 'There is no such key.')
    },
    [Symbol.asyncDispose]: async () => void noted.push('session ends'),
  })
  const ports = notedPorts(noted, { openKeys })
  expect(await codeOf(() => verify(requestIn(temporaryFolder('verify')), ports))).toBe('KEY_NOT_FOUND')
  expect(noted).toEqual(['session ends'])
})
