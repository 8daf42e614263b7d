// What a provenance predicate says, whoever signed it. Whether that is believed is for the policy.
import { isJsonObject } from './json.ts'
import { checkProvenance, type ProvenanceV1 } from './statement.ts'

/** Fields of SLSA provenance v1 that a policy can ask for; undefined where the predicate does not say. */
export interface ProvenanceFacts {
  readonly buildType: string
  /** `<server>/<owner>/<name>/.github/workflows/<file>@<ref>` */
  readonly builderId: string
  /** `https://<server>/<owner>/<name>` */
  readonly repository: string | undefined
  readonly repositoryId: string | undefined
  readonly ref: string | undefined
  /** Of the first dependency that is the repository itself, `git+<repository>` with or without `@<ref>`. */
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

/** Builders list what they like and in any order: a commit of another repository is not the one that was built. */
function commitOf(dependencies: Dependencies, repository: string | undefined): string | undefined {
  if (repository === undefined) return undefined
  const source = `git+${repository}`
  return dependencies?.find(({ uri }) => uri === source || uri?.startsWith(`${source}@`) === true)?.digest?.[
    'gitCommit'
  ]
}

/** Throws STATEMENT_INVALID where the predicate is not SLSA provenance v1. */
export function provenanceFacts(predicate: unknown): ProvenanceFacts {
  const { buildDefinition, runDetails } = checkProvenance(predicate)
  const { externalParameters, internalParameters, resolvedDependencies } = buildDefinition
  const repository = textAt(externalParameters, 'workflow', 'repository')
  return {
    buildType: buildDefinition.buildType,
    builderId: runDetails.builder.id,
    repository,
    repositoryId: textAt(internalParameters, 'github', 'repository_id'),
    ref: textAt(externalParameters, 'workflow', 'ref'),
    commit: commitOf(resolvedDependencies, repository),
    event: textAt(internalParameters, 'github', 'event_name'),
    runnerEnvironment: textAt(internalParameters, 'github', 'runner_environment'),
    isolation: textAt(internalParameters, 'isolation'),
    invocationId: runDetails.metadata?.invocationId,
  }
}
