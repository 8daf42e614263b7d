// Reads what a provenance predicate says, by any signer. The policy decides whether to believe it.
import { isJsonObject } from '../formats/json.ts'
import { checkProvenance, SLSA_PROVENANCE_TYPE, type ProvenanceV1 } from '../formats/statement.ts'

/** npm until 2023 and the generators of slsa-github-generator write it. */
const SLSA_PROVENANCE_V0_2_TYPE = 'https://slsa.dev/provenance/v0.2'

/** Predicate types with fields that are read. */
export const PROVENANCE_TYPES = [SLSA_PROVENANCE_TYPE, SLSA_PROVENANCE_V0_2_TYPE] as const

/** Fields of SLSA provenance that a policy can ask for; undefined where the predicate does not say. */
export interface ProvenanceFacts {
  readonly buildType: string | undefined
  /** Of a workflow: `<server>/<owner>/<name>/.github/workflows/<file>@<ref>` */
  readonly builderId: string | undefined
  /** `https://<server>/<owner>/<name>` */
  readonly repository: string | undefined
  readonly repositoryId: string | undefined
  readonly ref: string | undefined
  /** Of the repository itself. */
  readonly commit: string | undefined
  readonly event: string | undefined
  readonly runnerEnvironment: string | undefined
  readonly isolation: string | undefined
  readonly invocationId: string | undefined
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  let current = value
  for (const key of path) {
    if (!isJsonObject(current) || !Object.hasOwn(current, key)) return undefined
    current = current[key]
  }
  return typeof current === 'string' && current !== '' ? current : undefined
}

type Dependencies = ProvenanceV1['buildDefinition']['resolvedDependencies']

/** Returns the commit of `repository`. Builders list dependencies in any order: a commit of another repository was not built. */
function builtCommit(dependencies: Dependencies, repository: string | undefined): string | undefined {
  if (repository === undefined) return undefined
  const source = `git+${repository}`
  return dependencies?.find(({ uri }) => uri === source || uri?.startsWith(`${source}@`) === true)?.digest?.[
    'gitCommit'
  ]
}

type SourceFacts = Pick<
  ProvenanceFacts,
  'commit' | 'event' | 'isolation' | 'ref' | 'repository' | 'repositoryId' | 'runnerEnvironment'
>

/** As GitHub, npm and we write it (https://actions.github.io/buildtypes/workflow/v1). */
function workflowSource({ buildDefinition }: ProvenanceV1): SourceFacts {
  const { externalParameters, internalParameters, resolvedDependencies } = buildDefinition
  const repository = textAt(externalParameters, 'workflow', 'repository')
  return {
    repository,
    repositoryId: textAt(internalParameters, 'github', 'repository_id'),
    ref: textAt(externalParameters, 'workflow', 'ref'),
    commit: builtCommit(resolvedDependencies, repository),
    event: textAt(internalParameters, 'github', 'event_name'),
    runnerEnvironment: textAt(internalParameters, 'github', 'runner_environment'),
    isolation: textAt(internalParameters, 'isolation'),
  }
}

/** `git+https://host/owner/name@refs/heads/main`, the download location of SPDX. */
const SOURCE_URI = /^git\+(?<repository>https?:\/\/[^@\s]+?)(?:\.git)?(?:@(?<ref>\S.*))?$/

/** Variables of the job, which npm writes in capitals and the generators do not. */
const variable = (environment: unknown, name: string): string | undefined =>
  textAt(environment, name) ?? textAt(environment, name.toLowerCase())

function sourceFrom(uri: string | undefined, commit: string | undefined, environment: unknown): SourceFacts {
  const { repository, ref } = SOURCE_URI.exec(uri ?? '')?.groups ?? {}
  return {
    repository,
    repositoryId: variable(environment, 'GITHUB_REPOSITORY_ID'),
    ref: ref ?? variable(environment, 'GITHUB_REF'),
    commit,
    event: variable(environment, 'GITHUB_EVENT_NAME'),
    runnerEnvironment: undefined,
    isolation: undefined,
  }
}

/** As the builders of slsa-github-generator write it: the first dependency is the source. */
function generatorSource({ buildDefinition }: ProvenanceV1): SourceFacts {
  const [source] = buildDefinition.resolvedDependencies ?? []
  const commit = source?.digest?.['gitCommit'] ?? source?.digest?.['sha1']
  return sourceFrom(source?.uri, commit, buildDefinition.internalParameters)
}

/** By build type. */
const GENERATORS: ReadonlySet<string> = new Set([
  'https://github.com/slsa-framework/slsa-github-generator/delegator-generic@v0',
  'https://slsa.dev/container-based-build/v0.1?draft',
])

function readV1Facts(predicate: unknown): ProvenanceFacts {
  const provenance = checkProvenance(predicate)
  const { buildDefinition, runDetails } = provenance
  const { buildType } = buildDefinition
  return {
    buildType,
    builderId: runDetails.builder.id,
    invocationId: runDetails.metadata?.invocationId,
    ...(GENERATORS.has(buildType) ? generatorSource(provenance) : workflowSource(provenance)),
  }
}

/** Fields of https://slsa.dev/spec/v0.2/provenance that mean the same; the identifier of the run is of another form. */
function readV02Facts(predicate: unknown): ProvenanceFacts {
  const environment =
    isJsonObject(predicate) && isJsonObject(predicate['invocation'])
      ? predicate['invocation']['environment']
      : undefined
  return {
    buildType: textAt(predicate, 'buildType'),
    builderId: textAt(predicate, 'builder', 'id'),
    invocationId: undefined,
    ...sourceFrom(
      textAt(predicate, 'invocation', 'configSource', 'uri'),
      textAt(predicate, 'invocation', 'configSource', 'digest', 'sha1'),
      environment,
    ),
  }
}

/** Undefined where the predicate is no provenance. Throws STATEMENT_INVALID where it says to be v1 and is not. */
export function provenanceFacts(predicateType: string, predicate: unknown): ProvenanceFacts | undefined {
  if (predicateType === SLSA_PROVENANCE_TYPE) return readV1Facts(predicate)
  return predicateType === SLSA_PROVENANCE_V0_2_TYPE ? readV02Facts(predicate) : undefined
}
