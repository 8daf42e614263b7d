// Makes SLSA provenance v1 for a job of GitHub Actions. The fields that the platform vouches for come from verified
// claims alone. Fields that a build step could have written are kept apart, under `runner` and `inputs`.
import { ClawError } from '../errors/claw-error.ts'
import type { Commit } from '../formats/git-names.ts'
import type { JobClaims, RunnerFacts } from '../job.ts'
import { printable } from '../formats/printable.ts'
import {
  checkProvenance,
  SLSA_PROVENANCE_TYPE,
  type PredicateValue,
  type ResourceDescriptor,
} from '../formats/statement.ts'
import { parseWorkflowRef, type WorkflowFile } from '../formats/workflow-ref.ts'
import { redactParameters } from './parameters.ts'

/** GitHub's build type must be used for these events only (actions/buildtypes, workflow/v1). */
const GITHUB_BUILD_TYPE_EVENTS: ReadonlySet<string> = new Set([
  'create',
  'release',
  'push',
  'workflow_dispatch',
])
const GITHUB_BUILD_TYPE = 'https://actions.github.io/buildtypes/workflow/v1'
const OWN_BUILD_TYPE = 'https://open-claw.github.io/buildtypes/github-actions/v1'

/**
 * A step shares its job with whatever ran before it. The type has no other value: `isolated` can be
 * claimed once a workflow exists that runs no build step, and only there.
 */
export type ClaimableIsolation = 'shared-job'

/** A workflow that the run used, with its commit, from the GitHub API. */
export interface ReferencedWorkflow {
  /** `owner/name/.github/workflows/file@ref` */
  readonly path: string
  readonly sha: Commit
}

/** Details of a run from the GitHub API. */
export interface RunDetails {
  readonly startedOn: string
  readonly referencedWorkflows: readonly ReferencedWorkflow[]
}

export interface ProvenanceSources {
  readonly claims: JobClaims
  readonly runner: RunnerFacts
  readonly isolation: ClaimableIsolation
  /** Inputs of a manually started workflow, from the event file. */
  readonly inputs: { readonly [name: string]: unknown } | undefined
  /** undefined where the GitHub API was not asked. */
  readonly run: RunDetails | undefined
}

/** Returns the web address of the GitHub instance that issued the token, without trust in the environment. */
export function serverUrl(issuer: string): string {
  const url = new URL(issuer)
  if (url.hostname === 'token.actions.githubusercontent.com') return 'https://github.com'
  const dataResidency = /^token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(url.hostname)
  return dataResidency?.[1] === undefined ? url.origin : `https://${dataResidency[1]}`
}

/** Throws OIDC_TOKEN_INVALID. */
function workflowFile(text: string): WorkflowFile {
  const file = parseWorkflowRef(text)
  if (file === undefined)
    throw new ClawError('OIDC_TOKEN_INVALID', `The claim "${printable(text)}" is not owner/name/path@ref.`)
  return file
}

function dependencies(
  server: string,
  claims: JobClaims,
  referenced: readonly ReferencedWorkflow[],
): ResourceDescriptor[] {
  const workflows = [
    { path: claims.workflowRef, sha: claims.workflowSha },
    { path: claims.jobWorkflowRef, sha: claims.jobWorkflowSha },
    ...referenced,
  ]
  const source = {
    uri: `git+${server}/${claims.repository}${claims.ref === '' ? '' : `@${claims.ref}`}`,
    digest: { gitCommit: claims.sha },
  }
  const files = workflows.map(({ path, sha }) => {
    const file = workflowFile(path)
    return {
      name: file.path,
      uri: `git+${server}/${file.repository}@${file.ref}`,
      digest: { gitCommit: sha },
    }
  })
  // A workflow of the commit itself has an entry of its own, which says which file it was.
  const unique = new Map(files.map((file) => [`${file.uri} ${file.name} ${file.digest.gitCommit}`, file]))
  return [source, ...unique.values()]
}

function internalParameters(
  sources: ProvenanceSources,
  redacted: readonly string[],
): { [key: string]: unknown } {
  const { claims, runner, isolation } = sources
  return {
    github: {
      event_name: claims.eventName,
      repository_id: claims.repositoryId,
      repository_owner_id: claims.repositoryOwnerId,
      runner_environment: claims.runnerEnvironment,
    },
    isolation,
    runner: {
      os: runner.os,
      arch: runner.arch,
      ...(runner.image === undefined ? {} : { image: runner.image }),
      ...(runner.imageVersion === undefined ? {} : { imageVersion: runner.imageVersion }),
      ...(runner.uid === undefined ? {} : { uid: runner.uid }),
      dockerSocket: runner.dockerSocket,
      // Hosted runners serve one job and are thrown away. Nothing is known of others.
      ...(claims.runnerEnvironment === 'github-hosted' ? { ephemeral: true } : {}),
    },
    ...(redacted.length > 0 ? { redactedInputs: redacted } : {}),
  }
}

/** Makes the provenance predicate of the job. Throws OIDC_TOKEN_INVALID where a claim cannot be read. */
export function slsaProvenance(sources: ProvenanceSources): PredicateValue {
  const { claims, run } = sources
  const server = serverUrl(claims.issuer)
  const workflow = workflowFile(claims.workflowRef)
  const { values, redacted } = redactParameters(sources.inputs ?? {})
  const body = {
    buildDefinition: {
      buildType: GITHUB_BUILD_TYPE_EVENTS.has(claims.eventName) ? GITHUB_BUILD_TYPE : OWN_BUILD_TYPE,
      externalParameters: {
        workflow: { ref: workflow.ref, repository: `${server}/${workflow.repository}`, path: workflow.path },
        ...(sources.inputs === undefined ? {} : { inputs: values }),
      },
      internalParameters: internalParameters(sources, redacted),
      resolvedDependencies: dependencies(server, claims, run?.referencedWorkflows ?? []),
    },
    runDetails: {
      builder: { id: `${server}/${claims.jobWorkflowRef}` },
      metadata: {
        invocationId: `${server}/${claims.repository}/actions/runs/${claims.runId}/attempts/${claims.runAttempt}`,
        ...(run === undefined ? {} : { startedOn: run.startedOn }),
      },
    },
  }
  checkProvenance(body)
  return { type: SLSA_PROVENANCE_TYPE, body }
}
