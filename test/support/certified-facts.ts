// Facts of a statement that a certified workflow signed, as tests bend them.
import { indexSubjects } from '../../packages/core/src/verify/subject-match.ts'
import type { CertificateIdentity, EvidenceFacts, ProvenanceFacts, Sha256 } from '@open-claw/core'
import type { StatementFacts } from '../../packages/core/src/verify/verify-bundle.ts'
import { decide, type Artifact, type EntryVerdict } from '@open-claw/policy'
import { edit, type Json, parsePolicy } from './policies.ts'

export const ISSUER = 'https://token.actions.githubusercontent.com'
export const REPOSITORY = 'https://github.com/octo-org/octo-repo'
export const WORKFLOW = `${REPOSITORY}/.github/workflows/release.yml@refs/tags/v1`
export const DIGEST = 'a'.repeat(64) as Sha256
export const ARTIFACT: Artifact = {
  name: 'dist/app.tgz',
  digest: DIGEST,
  source: 'file',
  digests: new Map(),
}

export const CLAIMS: Readonly<Record<string, string>> = {
  buildSignerURI: WORKFLOW,
  sourceRepositoryURI: REPOSITORY,
  sourceRepositoryIdentifier: '74',
  sourceRepositoryRef: 'refs/tags/v1',
  sourceRepositoryDigest: 'a'.repeat(40),
  runnerEnvironment: 'github-hosted',
  buildTrigger: 'push',
  runInvocationURI: `${REPOSITORY}/actions/runs/7/attempts/1`,
}

export const PROVENANCE: ProvenanceFacts = {
  buildType: 'https://actions.github.io/buildtypes/workflow/v1',
  commit: 'a'.repeat(40),
  invocationId: `${REPOSITORY}/actions/runs/7/attempts/1`,
  repository: REPOSITORY,
  repositoryId: '74',
  ref: 'refs/tags/v1',
  builderId: WORKFLOW,
  event: 'push',
  isolation: undefined,
  runnerEnvironment: 'github-hosted',
}

export const identity = (change: Partial<CertificateIdentity> = {}): CertificateIdentity => ({
  issuer: ISSUER,
  subject: WORKFLOW,
  claims: CLAIMS,
  ...change,
})

export const statement = (change: Partial<StatementFacts> = {}): EvidenceFacts => ({
  kind: 'statement',
  payloadDigest: DIGEST,
  predicateType: 'https://slsa.dev/provenance/v1',
  subjects: indexSubjects([{ name: 'dist/app.tgz', digests: { sha256: DIGEST } }]),
  provenance: PROVENANCE,
  signer: { kind: 'certificate', identity: identity() },
  times: [],
  logged: [],
  unverified: { logEntries: 0, timestamps: 0 },
  ...change,
})

/** A policy of one certified attestor, which trusts all workflows of an owner, changed by `change`. */
export const certifiedPolicy = (
  change: (entry: Json, attestor: Json, spec: Json) => void = () => undefined,
) =>
  edit((policy) => {
    const attestor: Json = {
      name: 'ci',
      certificate: {
        issuer: ISSUER,
        subjects: ['https://github.com/octo-org/*/.github/workflows/*@refs/tags/v*'],
      },
    }
    const entry: Json = {
      name: 'provenance',
      predicateType: 'https://slsa.dev/provenance/v1',
      attestors: ['ci'],
    }
    policy['spec'] = {
      trustedRoots: [{ path: 'roots.json', digest: `sha256:${'0'.repeat(64)}` }],
      attestors: [attestor],
      attestations: [entry],
    }
    change(entry, attestor, policy['spec'])
  })

/** The verdict on one artifact and the first entry, given bundles called 0, 1, … */
export async function entryVerdict(
  policy: Uint8Array,
  facts: readonly EvidenceFacts[],
  artifact: Artifact = ARTIFACT,
): Promise<EntryVerdict> {
  const evidence = facts.map((one, index) => ({ path: String(index), facts: one }))
  const [entry] = decide(await parsePolicy(policy), [artifact], evidence).artifacts[0]?.entries ?? []
  if (entry === undefined) throw new Error('no verdict')
  return entry
}

export const codesOf = async (
  policy: Uint8Array,
  facts: readonly EvidenceFacts[],
  artifact: Artifact = ARTIFACT,
): Promise<string[]> => {
  const { reasons, satisfiedBy } = await entryVerdict(policy, facts, artifact)
  return satisfiedBy === undefined ? reasons.map(({ code }) => code) : ['allow']
}
