// A certificate vouches for the build that asked for it; the provenance was written by that build. Where a
// builder's specification says that both name the same thing, they must agree. Otherwise any repository with a
// certificate that a broad rule admits could sign provenance that names another repository.
import { printable, type CertificateIdentity, type ProvenanceFacts } from '@open-claw/core'
import { certified, certifiedSigner, certifiedClaim, isWorkflow, type Field } from './certified.ts'
import type { Mismatch } from './reasons.ts'

interface Agreement {
  /** URL where the builder specifies what it writes. */
  readonly clause: string
  readonly buildTypes: readonly string[]
  /** What must agree where both say it. */
  readonly fields: readonly Field[]
}

const SOURCE = ['repository', 'repositoryId', 'ref', 'commit', 'event', 'runnerEnvironment'] as const
const RUN = [...SOURCE, 'invocationId'] as const

const GITHUB_BUILD_TYPES = [
  'https://actions.github.io/buildtypes/workflow/v1',
  'https://slsa-framework.github.io/github-actions-buildtypes/workflow/v1',
]
const DELEGATOR_BUILD_TYPE = 'https://github.com/slsa-framework/slsa-github-generator/delegator-generic@v0'

const AGREEMENTS: readonly Agreement[] = [
  {
    clause: 'https://actions.github.io/buildtypes/workflow/v1',
    buildTypes: [...GITHUB_BUILD_TYPES, 'https://open-claw.github.io/buildtypes/github-actions/v1'],
    fields: RUN,
  },
  {
    clause: 'https://github.com/slsa-framework/slsa-github-generator/tree/main/internal/builders',
    buildTypes: [
      DELEGATOR_BUILD_TYPE,
      'https://slsa.dev/container-based-build/v0.1?draft',
      'https://github.com/slsa-framework/slsa-github-generator/generic@v1',
      'https://github.com/slsa-framework/slsa-github-generator/container@v1',
      'https://github.com/slsa-framework/slsa-github-generator/go@v1',
    ],
    fields: RUN,
  },
  {
    clause: 'https://github.com/npm/cli/blob/latest/workspaces/libnpmpublish/lib/provenance.js',
    buildTypes: [
      'https://github.com/npm/cli/gha@v0',
      'https://github.com/npm/cli/gha@v1',
      'https://github.com/npm/cli/gha/v2',
    ],
    fields: SOURCE,
  },
]

/** Anybody can write an unknown build type: its values must equal those that a platform vouches for. */
const UNKNOWN: Agreement = {
  clause: 'https://slsa.dev/spec/v1.0/verifying-artifacts',
  buildTypes: [],
  fields: SOURCE,
}

const agreementFor = (buildType: string | undefined): Agreement =>
  AGREEMENTS.find(({ buildTypes }) => buildTypes.some((type) => type === buildType)) ?? UNKNOWN

/** npm, and GitHub's own action before late 2024, name the runner; npm before 2023 omits its kind. */
const RUNNER_BUILDER = /^https:\/\/github\.com\/actions\/runner(?:\/(?<environment>.*))?$/s

/** Workflows that call another builder and sign for it after checking which one it was (BYOB.md). */
const DELEGATOR =
  /^https:\/\/github\.com\/slsa-framework\/slsa-github-generator\/\.github\/workflows\/delegator_(?:lowperms-)?generic_slsa3\.yml@/

/** Checks whether the certificate can name the same builder. Other forms of `builderId` are left to the rule on builders. */
function isComparable({ buildType, builderId = '' }: ProvenanceFacts, signer: string): boolean {
  if (buildType === DELEGATOR_BUILD_TYPE && DELEGATOR.test(signer)) return false
  return isWorkflow(builderId) || GITHUB_BUILD_TYPES.some((type) => type === buildType)
}

function builderMismatch(identity: CertificateIdentity, facts: ProvenanceFacts): Mismatch | undefined {
  const { builderId } = facts
  if (builderId === undefined) return undefined
  const mismatch = (claim: string, expected: string): Mismatch =>
    contradiction(facts, claim, expected, builderId)
  const runner = RUNNER_BUILDER.exec(builderId)
  if (runner !== null) {
    const said = runner.groups?.['environment']
    const environment = certifiedClaim(identity, 'runnerEnvironment')
    return said === undefined || environment === undefined || said === environment
      ? undefined
      : mismatch('runnerEnvironment', environment)
  }
  const signer = certifiedSigner(identity)
  if (signer === undefined || signer.value === builderId || !isComparable(facts, signer.value))
    return undefined
  return mismatch(signer.claim, signer.value)
}

const contradiction = (
  { buildType }: ProvenanceFacts,
  claim: string,
  expected: string,
  found: string,
): Mismatch => ({
  code: 'CERTIFICATE_MISMATCH',
  what: `${claim}, which the provenance has to repeat (${agreementFor(buildType).clause})`,
  expected: `${printable(expected)}, as the certificate says`,
  found: `${printable(found)} in the provenance`,
})

/** Returns all disagreements. A missing value contradicts nothing: a policy that needs it demands it. */
export function disagreements(identity: CertificateIdentity, facts: ProvenanceFacts): Mismatch[] {
  const fields = agreementFor(facts.buildType).fields.flatMap((field) => {
    const said = facts[field]
    const other = certified(identity, field).find(({ value }) => said !== undefined && value !== said)
    return said === undefined || other === undefined
      ? []
      : [contradiction(facts, other.claim, other.value, said)]
  })
  const builder = builderMismatch(identity, facts)
  return builder === undefined ? fields : [...fields, builder]
}
