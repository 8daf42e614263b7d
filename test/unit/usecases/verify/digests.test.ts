// Evidence that knows its subjects by another hash than SHA-256.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from '@jest/globals'
import { digestFile, selectSubjects } from '@open-claw/files'
import { indexSubjects } from '../../../../packages/core/src/verify/subject-match.ts'
import { trustedKey, type EvidenceFacts, type FileHash } from '@open-claw/core'
import { decide, type Evidence } from '@open-claw/policy'
import { selectedArtifacts, withFurtherDigests } from '../../../../packages/usecases/src/verify/digests.ts'
import { codeOf } from '../../../support/errors.ts'
import { edit, key, parsePolicy } from '../../../support/policies.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const policy = await parsePolicy(
  edit((p) => {
    p['spec'].attestations = [
      { name: 'any', predicateType: 'https://example.com/p/v1', attestors: ['release'] },
    ]
  }),
)
const hash = (name: string, text: string) => createHash(name.replace('3_', '3-')).update(text).digest('hex')
const evidence = (...subjects: Record<string, string>[]): Evidence[] => {
  const facts: EvidenceFacts = {
    kind: 'statement',
    payloadDigest: hash('sha256', 'x') as never,
    predicateType: 'https://example.com/p/v1',
    subjects: indexSubjects(subjects.map((digests) => ({ name: undefined, digests }))),
    provenance: undefined,
    signer: { kind: 'key', key: trustedKey('release', key.publicKey) },
    times: [],
    logged: [],
    unverified: { logEntries: 0, timestamps: 0 },
  }
  return [{ path: 'b', facts }]
}

let root = ''
const select = () =>
  selectSubjects(root, { artifacts: ['app', 'lib'], images: [], checksums: undefined, announced: [] })
beforeEach(() => {
  root = temporaryFolder('gate')
  for (const name of ['app', 'lib']) writeFileSync(join(root, name), name)
})

async function judged(given: Evidence[]) {
  const selected = await select()
  const artifacts = await withFurtherDigests(selectedArtifacts(selected), selected.files, given)
  const verdict = decide(policy, artifacts, given)
  return {
    computed: artifacts.map(({ digests }) => [...digests.keys()].toSorted()),
    decisions: verdict.artifacts.map(({ decision }) => decision),
    reasons: verdict.artifacts.map(({ entries }) => entries[0]?.reasons[0]?.message ?? ''),
  }
}

test.each(['sha384', 'sha512', 'sha3_256', 'sha3_384', 'sha3_512'])(
  'another hash %s is computed and compared',
  async (name) => {
    const { computed, decisions } = await judged(evidence({ [name]: hash(name, 'app') }))
    expect(decisions).toEqual(['allow', 'deny'])
    expect(computed).toEqual([[name, 'sha256'].toSorted(), [name, 'sha256'].toSorted()])
  },
)

test('another hash is computed of the file that it is given for, and no other', async () => {
  const both = { sha256: hash('sha256', 'app'), sha512: hash('sha512', 'app'), sha1: hash('sha1', 'app') }
  const { computed, decisions } = await judged(evidence(both))
  expect(decisions).toEqual(['allow', 'deny'])
  expect(computed).toEqual([['sha1', 'sha256', 'sha512'], ['sha256']])
})

test.each(['sha512', 'sha3_512', 'sha1', 'md5'])(
  'another hash a %s of another file beside the right sha256 denies',
  async (name) => {
    const { decisions, reasons } = await judged(
      evidence({ sha256: hash('sha256', 'app'), [name]: hash(name, 'lib') }),
    )
    expect(decisions).toEqual(['deny', 'deny'])
    expect(reasons[0]).toContain(`has another ${name}`)
  },
)

test('another hash nothing is computed where nobody gives another', async () => {
  expect((await judged(evidence({ sha256: hash('sha256', 'app') }))).computed).toEqual([
    ['sha256'],
    ['sha256'],
  ])
  expect((await judged(evidence({ gitCommit: 'x', SHA512: 'y' }))).computed).toEqual([['sha256'], ['sha256']])
})

test('another hash a file that changed between the readings is refused', async () => {
  const selected = await select()
  writeFileSync(join(root, 'app'), 'evil')
  const given = evidence({ sha512: hash('sha512', 'evil') })
  expect(await codeOf(() => withFurtherDigests(selectedArtifacts(selected), selected.files, given))).toBe(
    'ARTIFACT_CHANGED',
  )
})

test('another hash an image is known by SHA-256 alone, and the reason says by what the bundle knows', async () => {
  const digest = hash('sha256', 'app')
  const selected = await selectSubjects(root, {
    artifacts: [],
    images: [`registry.example/app@sha256:${digest}`],
    checksums: undefined,
    announced: [],
  })
  const given = evidence({ sha512: hash('sha512', 'app') })
  const artifacts = await withFurtherDigests(selectedArtifacts(selected), selected.files, given)
  const [artifact] = decide(policy, artifacts, given).artifacts
  expect(artifact?.decision).toBe('deny')
  expect(artifact?.entries[0]?.reasons[0]?.message).toContain(
    'known by sha512 alone, and only sha256 is known',
  )
})

test('every hash is that of node:crypto', async () => {
  const names: FileHash[] = ['sha3_256', 'sha512_256', 'sha3_224', 'md5']
  const digests = await digestFile(join(root, 'app'), names)
  expect(names.map((name) => digests.get(name))).toEqual(
    ['sha3-256', 'sha512-256', 'sha3-224', 'md5'].map((name) => createHash(name).update('app').digest('hex')),
  )
})

test('a statement is compared with the artifacts that it has a digest of, and with no other', async () => {
  let lookups = 0
  class Counted<K, V> extends Map<K, V> {
    override get(wanted: K): V | undefined {
      lookups += 1
      return super.get(wanted)
    }
  }
  const counted = (item: Evidence): Evidence => {
    if (!('facts' in item) || item.facts.kind !== 'statement') return item
    const { subjects } = item.facts
    const index = { ...subjects, byDigest: new Counted(subjects.byDigest) }
    return { ...item, facts: { ...item.facts, subjects: index } }
  }
  const given = Array.from({ length: 200 }, (_, index) =>
    evidence({ sha256: hash('sha256', `other ${index}`) }).map(counted),
  ).flat()
  const own = evidence({ sha256: hash('sha256', 'app') }).map(counted)
  const { subjects, files } = await select()
  const artifacts = await withFurtherDigests(selectedArtifacts({ subjects, files }), files, [
    ...given,
    ...own,
  ])
  expect(artifacts).toHaveLength(2)
  expect(lookups).toBe(1)
})
