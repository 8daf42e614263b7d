// Genuine provenance of other builders, as their projects published it: verified, judged, and forged.
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import {
  digestSet,
  parseBundles,
  verifyBundle,
  type EvidenceFacts,
  type FileHash,
  type ProvenanceFacts,
  type Sha256,
} from '@open-claw/core'
import type { StatementFacts } from '../../packages/core/src/verify/verify-bundle.ts'
import { decide, type Artifact, type EntryVerdict } from '@open-claw/policy'
import { parseTrustedRoot, readTrustedRoots } from '@open-claw/sigstore'
import { certifiedPolicy } from '../support/certified-facts.ts'
import { describeWithOracles, oraclePath } from '../support/oracles.ts'
import { type Json, parsePolicy } from '../support/policies.ts'

const V1 = 'https://slsa.dev/provenance/v1'
const V0_2 = 'https://slsa.dev/provenance/v0.2'
const GITHUB = 'https://github.com'
const RUNNER = `${GITHUB}/actions/runner/github-hosted`
const GENERATOR = `${GITHUB}/slsa-framework/slsa-github-generator/.github/workflows`

interface Real {
  readonly file: string
  readonly type: string
  readonly signer: string
  readonly builder: string
  readonly repository: string
  readonly id: string
  readonly ref: string
  readonly event: string
  readonly issuer?: string
  readonly roots?: string
}

const REAL: readonly Real[] = [
  {
    file: 'github-attest-bcr-module.intoto.jsonl',
    type: V1,
    signer: `${GITHUB}/bazel-contrib/publish-to-bcr/.github/workflows/publish.yaml@refs/tags/v*`,
    builder: `${GITHUB}/bazel-contrib/publish-to-bcr/.github/workflows/publish.yaml@refs/tags/v*`,
    repository: `${GITHUB}/aspect-build/rules_lint`,
    id: '631710741',
    ref: 'refs/heads/publish-to-bcr',
    event: 'workflow_dispatch',
  },
  {
    file: 'github-attest-custom-issuer.sigstore.json',
    type: V1,
    issuer: 'https://token.actions.githubusercontent.com/hammer-time',
    signer: `${GITHUB}/too-legit/attest/.github/workflows/integration.yml@refs/heads/main`,
    builder: `${GITHUB}/too-legit/attest/.github/workflows/integration.yml@refs/heads/main`,
    repository: `${GITHUB}/too-legit/attest`,
    id: '851894824',
    ref: 'refs/heads/main',
    event: 'workflow_dispatch',
  },
  {
    file: 'github-attest-demo-private.jsonl',
    type: V1,
    roots: 'github.json',
    signer: `${GITHUB}/actions/attest-demo/.github/workflows/build-python.yml@refs/heads/main`,
    builder: RUNNER,
    repository: `${GITHUB}/actions/attest-demo`,
    id: '763287532',
    ref: 'refs/heads/main',
    event: 'workflow_dispatch',
  },
  {
    file: 'github-attest-reusable.sigstore.json',
    type: V1,
    signer: `${GITHUB}/github/artifact-attestations-workflows/.github/workflows/attest.yml@*`,
    builder: RUNNER,
    repository: `${GITHUB}/malancas/attest-demo`,
    id: '804070735',
    ref: 'refs/heads/main',
    event: 'workflow_dispatch',
  },
  {
    file: 'npm-two-bundles.jsonl',
    type: V1,
    signer: `${GITHUB}/sigstore/sigstore-js/.github/workflows/release.yml@refs/heads/main`,
    builder: RUNNER,
    repository: `${GITHUB}/sigstore/sigstore-js`,
    id: '495574555',
    ref: 'refs/heads/main',
    event: 'push',
  },
  {
    file: 'npm-registry-gundam-visor.json',
    type: V1,
    signer: `${GITHUB}/ramonpetgrave64/gundam-visor/.github/workflows/npm-publish.yml@refs/tags/v*`,
    builder: RUNNER,
    repository: `${GITHUB}/ramonpetgrave64/gundam-visor`,
    id: '810002373',
    ref: 'refs/tags/v*',
    event: 'release',
  },
  {
    file: 'npm-provenance-sigstore-1.3.json',
    type: V0_2,
    signer: `${GITHUB}/sigstore/sigstore-js/.github/workflows/release.yml@refs/heads/main`,
    builder: `${GITHUB}/actions/runner`,
    repository: `${GITHUB}/sigstore/sigstore-js`,
    id: '495574555',
    ref: 'refs/heads/main',
    event: 'push',
  },
  {
    // Its certificate has the extensions of before 2023 alone.
    file: 'npm-registry-sigstore-0.4.json',
    type: V0_2,
    signer: `${GITHUB}/sigstore/sigstore-js/.github/workflows/publish.yml@refs/tags/v*`,
    builder: `${GITHUB}/npm/cli@9.2.0`,
    repository: `${GITHUB}/sigstore/sigstore-js`,
    id: '495574555',
    ref: 'refs/tags/v*',
    event: 'release',
  },
  {
    file: 'npm-registry-ossf-builder.json',
    type: V0_2,
    signer: `${GENERATOR}/delegator_lowperms-generic_slsa3.yml@refs/tags/v*`,
    builder: `${GENERATOR}/builder_nodejs_slsa3.yml@refs/tags/v*`,
    repository: `${GITHUB}/laurentsimon/provenance-npm-test`,
    id: '602223945',
    ref: 'refs/heads/main',
    event: 'workflow_dispatch',
  },
  {
    file: 'slsa-delegator-v1.9.build.slsa',
    type: V1,
    signer: `${GENERATOR}/delegator_generic_slsa3.yml@refs/heads/main`,
    builder: `${GITHUB}/slsa-framework/example-trw/.github/workflows/builder_high-perms_slsa3.yml@refs/tags/v*`,
    repository: `${GITHUB}/slsa-framework/example-package`,
    id: '486325809',
    ref: 'refs/heads/main',
    event: 'workflow_dispatch',
  },
  {
    file: 'slsa-container-based-v1.7.intoto.sigstore',
    type: V1,
    signer: `${GENERATOR}/builder_container-based_slsa3.yml@refs/tags/v*`,
    builder: `${GENERATOR}/builder_container-based_slsa3.yml@refs/tags/v*`,
    repository: `${GITHUB}/slsa-framework/example-package`,
    id: '486325809',
    ref: 'refs/heads/main',
    event: 'workflow_dispatch',
  },
  {
    file: 'slsa-go-v2.1.intoto.jsonl',
    type: V0_2,
    signer: `${GENERATOR}/builder_go_slsa3.yml@refs/tags/v*`,
    builder: `${GENERATOR}/builder_go_slsa3.yml@refs/tags/v*`,
    repository: `${GITHUB}/slsa-framework/example-package`,
    id: '486325809',
    ref: 'refs/heads/main',
    event: 'workflow_dispatch',
  },
]

/** npm's registry wraps its bundles. */
const documentsOf = (file: string): Buffer[] => {
  const bytes = readFileSync(oraclePath(`real/statements/${file}`))
  return file.startsWith('npm-registry')
    ? JSON.parse(bytes.toString()).attestations.map(({ bundle }: Json) => Buffer.from(JSON.stringify(bundle)))
    : [bytes]
}

async function factsOf({ file, type, roots = 'public-good.json' }: Real): Promise<StatementFacts> {
  const root = parseTrustedRoot(readFileSync(oraclePath(`trusted-roots/${roots}`)), roots)
  const trust = { keys: [], roots: readTrustedRoots([root]) }
  for (const read of documentsOf(file).flatMap((document) => parseBundles(document, file))) {
    // The registry's own statement is signed with a key.
    if (!('bundle' in read) || read.bundle.signer.kind === 'key') continue
    const facts = await verifyBundle(read.bundle, trust)
    if (facts.kind === 'statement' && facts.predicateType === type) return facts
  }
  throw new Error(`${file} has no provenance`)
}

const policyOf = ({ type, signer, issuer }: Real, change: (entry: Json) => void = () => undefined) =>
  certifiedPolicy((entry, attestor) => {
    entry['predicateType'] = type
    attestor['certificate'].subjects = [signer]
    if (issuer !== undefined) attestor['certificate'].issuer = issuer
    change(entry)
  })

const ruleOf = ({ repository, id, ref, builder, event }: Real) => ({
  repository,
  repositoryId: id,
  refs: [ref],
  builders: [builder],
  events: [event],
})

/** The artifact that the first subject is. */
function artifactOf({ subjects }: StatementFacts): Artifact {
  const digests = Object.entries(subjects.subjects[0]?.digests ?? {}) as [FileHash, string][]
  const sha256 = digests.find(([hash]) => hash === 'sha256')?.[1] ?? '0'.repeat(64)
  return { name: 'file', digest: sha256 as Sha256, source: 'file', digests: digestSet(digests) }
}

async function verdictOn(
  policy: Uint8Array,
  facts: StatementFacts,
  as: EvidenceFacts = facts,
): Promise<EntryVerdict> {
  const evidence = [{ path: 'b', facts: as }]
  const [entry] = decide(await parsePolicy(policy), [artifactOf(facts)], evidence).artifacts[0]?.entries ?? []
  if (entry === undefined) throw new Error('no verdict')
  return entry
}
const codes = ({ satisfiedBy, reasons }: EntryVerdict): string[] =>
  satisfiedBy === undefined ? reasons.map(({ code }) => code) : ['allow']

const forged = (facts: StatementFacts, change: Partial<ProvenanceFacts>): StatementFacts => {
  if (facts.provenance === undefined) throw new Error('no provenance')
  return { ...facts, provenance: { ...facts.provenance, ...change } }
}

describeWithOracles('genuine provenance', () => {
  test.each(REAL)('$file is admitted by its signer', async (real) => {
    const facts = await factsOf(real)
    expect(codes(await verdictOn(policyOf(real), facts))).toEqual(['allow'])
  })

  test.each(REAL)('$file meets a rule on where it comes from', async (real) => {
    const facts = await factsOf(real)
    const rule = ruleOf(real)
    const withRule = (change: Json) =>
      policyOf(real, (entry) => (entry['provenance'] = { ...rule, ...change }))
    expect(codes(await verdictOn(withRule({}), facts))).toEqual(['allow'])
    expect(codes(await verdictOn(withRule({ refs: ['refs/tags/none'] }), facts))).toEqual(['REF_MISMATCH'])
    expect(codes(await verdictOn(withRule({ builders: ['https://github.com/octo-org/*'] }), facts))).toEqual([
      'BUILDER_MISMATCH',
    ])
    const all = { repository: `${GITHUB}/octo-org/x`, repositoryId: '1', events: ['schedule'] }
    expect(codes(await verdictOn(withRule(all), facts))).toEqual([
      'REPOSITORY_MISMATCH',
      'REPOSITORY_ID_MISMATCH',
      'EVENT_MISMATCH',
    ])
  })
})

describeWithOracles('genuine provenance', () => {
  test.each(REAL)('$file, forged under its own certificate, is refused', async (real) => {
    const facts = await factsOf(real)
    const forgeries: Partial<ProvenanceFacts>[] = [
      { repository: `${GITHUB}/octo-org/victim` },
      { ref: 'refs/tags/v9.9.9' },
      { commit: 'f'.repeat(40) },
      { event: 'schedule' },
    ]
    for (const change of forgeries) {
      const { reasons } = await verdictOn(policyOf(real), facts, forged(facts, change))
      expect(reasons.map(({ code }) => code)).toEqual(['CERTIFICATE_MISMATCH'])
      expect(reasons[0]?.found).toBe(`${Object.values(change)[0]} in the provenance`)
    }
  })

  test.each(REAL)(
    '$file, forged to name a repository of the policy, is refused by its certificate',
    async (real) => {
      const facts = await factsOf(real)
      const victim = {
        repository: `${GITHUB}/octo-org/victim`,
        ref: 'refs/tags/v1',
        buildType: 'https://x.example/v1',
      }
      const policy = policyOf(real, (entry) => {
        entry['provenance'] = {
          ...ruleOf(real),
          repository: victim.repository,
          refs: [victim.ref],
        }
      })
      expect(codes(await verdictOn(policy, facts, forged(facts, victim)))).toEqual(
        expect.arrayContaining(['REPOSITORY_MISMATCH', 'REF_MISMATCH', 'CERTIFICATE_MISMATCH']),
      )
    },
  )
})
