// What a provenance predicate says, whoever signed it. Whether that is believed is for the policy.
import { isJsonObject } from './json.ts'
import { checkProvenance } from './statement.ts'

/** Fields of SLSA provenance v1 that a policy can ask for; undefined where the predicate does not say. */
export interface ProvenanceFacts {
  readonly buildType: string
  /** `<server>/<owner>/<name>/.github/workflows/<file>@<ref>` */
  readonly builderId: string
  /** `https://<server>/<owner>/<name>` */
  readonly repository: string | undefined
  readonly repositoryId: string | undefined
  readonly ref: string | undefined
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

/** Throws STATEMENT_INVALID where the predicate is not SLSA provenance v1. */
export function provenanceFacts(predicate: unknown): ProvenanceFacts {
  const { buildDefinition, runDetails } = checkProvenance(predicate)
  const { externalParameters, internalParameters, resolvedDependencies } = buildDefinition
  return {
    buildType: buildDefinition.buildType,
    builderId: runDetails.builder.id,
    repository: textAt(externalParameters, 'workflow', 'repository'),
    repositoryId: textAt(internalParameters, 'github', 'repository_id'),
    ref: textAt(externalParameters, 'workflow', 'ref'),
    commit: resolvedDependencies?.[0]?.digest?.['gitCommit'],
    event: textAt(internalParameters, 'github', 'event_name'),
    runnerEnvironment: textAt(internalParameters, 'github', 'runner_environment'),
    isolation: textAt(internalParameters, 'isolation'),
    invocationId: runDetails.metadata?.invocationId,
  }
}
