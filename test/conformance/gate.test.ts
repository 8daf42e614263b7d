// Each valid case of sigstore-conformance before the gate, with a policy that names the signer alone.
import { createHash } from 'node:crypto'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { ClawError } from '@open-claw/core'
import { policyDigest } from '@open-claw/policy'
import { stringify } from 'yaml'
import { run } from '../support/gate.ts'
import { NO_CLOUD } from '../support/cloud-inputs.ts'
import { describeWithOracles, oracle, oraclePath } from '../support/oracles.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

interface Case {
  readonly id: string
  readonly bundle: string
  readonly expected: 'valid' | 'invalid'
  readonly trusted_root: string
  readonly identity?: string
  readonly issuer?: string
  readonly artifact: string
  readonly key?: string
}

const cases: Case[] = (oracle('INDEX.json')?.cases ?? []).filter(({ expected }: Case) => expected === 'valid')

/** What their statements break: provenance of one repository, signed by the workflow of another; none of SLSA's fields. */
const BROKEN: Readonly<Record<string, readonly string[]>> = {
  'conf/happy-path-intoto-in-dsse-v3': [
    'CERTIFICATE_MISMATCH (sourceRepositoryURI, which the provenance has to repeat (https://actions.github.io/buildtypes/workflow/v1): expected https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon, as the certificate says, found https://github.com/loosebazooka/aa-test in the provenance)',
  ],
  'conf/rekor2-dsse-happy-path': [
    'STATEMENT_INVALID: The SLSA provenance (https://slsa.dev/provenance/v1#schema): buildDefinition.externalParameters',
  ],
}

const FILES = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']
afterEach(() => {
  for (const name of FILES) delete process.env[name]
})

const predicateTypeOf = (bundle: string): string | undefined => {
  const { dsseEnvelope } = JSON.parse(bundle)
  return dsseEnvelope === undefined
    ? undefined
    : JSON.parse(Buffer.from(dsseEnvelope.payload, 'base64').toString()).predicateType
}

function policyOf({ key, issuer, identity }: Case, rootBytes: Buffer, bundle: string): string {
  const predicateType = predicateTypeOf(bundle)
  const attestor =
    key === undefined
      ? { certificate: { issuer, subjects: [identity] } }
      : { key: { publicKey: readFileSync(oraclePath(key), 'utf8') } }
  const entry = { name: 'demand', attestors: ['signer'] }
  return stringify({
    apiVersion: 'open-claw/v1',
    kind: 'ArtifactPolicy',
    metadata: { name: 'conformance' },
    spec: {
      trustedRoots: [
        { path: 'roots.json', digest: `sha256:${createHash('sha256').update(rootBytes).digest('hex')}` },
      ],
      attestors: [{ name: 'signer', ...attestor }],
      ...(predicateType === undefined
        ? { signatures: [entry] }
        : { attestations: [{ ...entry, predicateType }] }),
    },
  })
}

/** The message of a denial, or that there is none. */
async function gate(item: Case, change: Partial<Case> = {}): Promise<string> {
  const workspace = temporaryFolder('conformance')
  const bundle = readFileSync(oraclePath(item.bundle), 'utf8')
  const roots = readFileSync(oraclePath(item.trusted_root))
  const policy = policyOf({ ...item, ...change }, roots, bundle)
  for (const name of FILES) {
    writeFileSync(join(workspace, name), '')
    process.env[name] = join(workspace, name)
  }
  writeFileSync(join(workspace, 'b.sigstore.json'), bundle)
  writeFileSync(join(workspace, 'roots.json'), roots)
  writeFileSync(join(workspace, 'policy.yml'), policy)
  copyFileSync(oraclePath(item.artifact), join(workspace, 'artifact'))
  const inputs = {
    workspace,
    sources: { artifacts: ['artifact'], images: [], checksums: undefined, announced: [] },
    bundles: ['b.sigstore.json'],
    policy: 'policy.yml',
    policyDigest: policyDigest(Buffer.from(policy)),
    cloud: NO_CLOUD,
  }
  const denial = await run(inputs).then(
    () => undefined,
    (error: unknown) => error,
  )
  const outputs = readFileSync(join(workspace, 'GITHUB_OUTPUT'), 'utf8')
  expect(outputs.includes('allow')).toBe(denial === undefined)
  if (denial === undefined) return 'allow'
  return denial instanceof ClawError ? `${denial.code} ${denial.message}` : 'untyped'
}

describeWithOracles('a policy that names the signer alone', () => {
  test('has 21 cases', () => {
    expect(cases).toHaveLength(21)
  })
  test.each(cases.filter(({ id }) => BROKEN[id] === undefined))('admits $id', async (item) => {
    expect(await gate(item)).toBe('allow')
  })
  test.each(cases.filter(({ id }) => BROKEN[id] !== undefined))(
    'refuses $id by the clause that its statement breaks',
    async (item) => {
      const message = await gate(item)
      expect(message).toMatch(/^DENIED /)
      for (const clause of BROKEN[item.id] ?? []) expect(message).toContain(clause)
    },
  )
  test.each(cases.filter(({ id, key }) => key === undefined && BROKEN[id] === undefined))(
    'and admits nobody else with $id',
    async (item) => {
      const identity = item.identity?.replace('refs/heads/main', 'refs/heads/other')
      expect(await gate(item, { identity: identity ?? '' })).toMatch(
        /^DENIED .*ATTESTOR_NOT_ALLOWED \(subject of the certificate, for "signer"/,
      )
    },
  )
})
