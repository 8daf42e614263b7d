// Statements as other tools write them, before the gate: read, verified and decided on.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { digestSet, parseSha256, trustedKey } from '@open-claw/core'
import { decide } from '@open-claw/policy'
import { readEvidence } from './read-evidence.ts'
import { caseBytes, describeWithCases } from '../../../support/cases.ts'
import { NO_CLOUD } from '../../../support/cloud-inputs.ts'
import { codeOf } from '../../../support/errors.ts'
import { edit, type Json, parsePolicy } from '../../../support/policies.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const hex = (hash: string) => createHash(hash).update('hello').digest('hex')
const ARTIFACT = {
  name: 'a',
  digest: parseSha256(`sha256:${hex('sha256')}`, 't'),
  source: 'file' as const,
  digests: digestSet((['sha256', 'sha512'] as const).map((hash) => [hash, hex(hash)])),
}
const PEM = caseBytes('07-statements/key.pem')?.toString() ?? ''
const policyFor = (predicateType: string) =>
  parsePolicy(
    edit((policy: Json) => {
      policy['spec'].attestors = [{ name: 'release', key: { publicKey: PEM } }]
      policy['spec'].attestations = [{ name: 'any', predicateType, attestors: ['release'] }]
    }),
  )

describeWithCases('the gate', () => {
  const judged = async (name: string, predicateType: string) => {
    const root = temporaryFolder('gate')
    writeFileSync(join(root, name), caseBytes(`07-statements/${name}`) ?? '')
    const inputs = {
      workspace: root,
      sources: { artifacts: ['a'], images: [], checksums: undefined, announced: [] },
      bundles: [name],
      policy: 'policy.yml',
      policyDigest: undefined,
      cloud: NO_CLOUD,
    }
    const { evidence } = await readEvidence(inputs, { keys: [trustedKey('release', PEM)] }, [ARTIFACT])
    return decide(await policyFor(predicateType), [ARTIFACT], evidence).decision
  }

  const SLSA = 'https://slsa.dev/provenance/v1'
  test.each([
    ['annot.json', SLSA],
    ['both.json', SLSA],
    ['noname.json', SLSA],
    ['second.json', SLSA],
    ['sibling.json', SLSA],
    ['v01.json', SLSA],
    ['nopred.json', 'https://example.com/x/v1'],
    ['urn.json', 'urn:x:y'],
  ])('allows by %s', async (name, predicateType) => {
    expect(await judged(name, predicateType)).toBe('allow')
  })

  test.each([
    ['upper.json', SLSA],
    ['v10.json', SLSA],
    ['urn.json', 'urn:x:z'],
    ['nopred.json', SLSA],
    ['noscheme.json', 'https://cosign.sigstore.dev/attestation/v1'],
  ])('denies by %s as %s', async (name, predicateType) => {
    expect(await judged(name, predicateType)).toBe('deny')
  })
})

describe('a predicate type of a policy', () => {
  const PUBLIC = edit(() => undefined)
  test.each(['cosign.sigstore.dev/attestation/v1', 'urn:', 'urn:a b', 'https://x/<y>', ''])(
    'is a URI, and %j is none',
    async (predicateType) => {
      const policy = edit((json: Json) => {
        json['spec'].attestations = [{ name: 'any', predicateType, attestors: ['release'] }]
      })
      expect(await codeOf(() => parsePolicy(policy))).toBe('POLICY_INVALID')
      expect(await codeOf(() => parsePolicy(PUBLIC))).toBe('no error')
    },
  )

  test.each(['urn:x:y', 'tag:example.com,2026:x', 'https://example.com/x/v1'])('may be %s', async (type) => {
    const policy = edit((json: Json) => {
      json['spec'].attestations = [{ name: 'any', predicateType: type, attestors: ['release'] }]
    })
    expect((await parsePolicy(policy)).entries[0]?.predicateType).toBe(type)
  })
})
