// The provenance predicate of this very job.
import { ClawError, isJsonObject, slsaProvenance, type Predicate } from '@open-claw/core'
import { checkEvent, githubRun } from '@open-claw/github'
import { jobClock, runnerFacts } from '@open-claw/ci'
import type { ProvenanceInputs } from '@open-claw/inputs'
import type { SigningJob } from './sign.ts'

/** Describes the build of the job with its verified claims. Throws OIDC_*, EVENT_MISMATCH, GITHUB_*. */
export async function jobProvenance(
  inputs: ProvenanceInputs,
  { claims: source, event: { facts, payload } }: Pick<SigningJob, 'claims' | 'event'>,
): Promise<Predicate> {
  const claims = await source()
  if (claims.eventName !== facts.eventName)
    throw new ClawError(
      'EVENT_MISMATCH',
      'The OIDC token of the job names another event than its environment.',
    )
  checkEvent(payload, claims)
  const run =
    inputs.githubToken === undefined
      ? undefined
      : await githubRun({ token: inputs.githubToken, apiUrl: inputs.githubApi, claims, clock: jobClock })
  const dispatched = claims.eventName === 'workflow_dispatch' ? payload['inputs'] : undefined
  return slsaProvenance({
    claims,
    runner: runnerFacts(),
    isolation: 'shared-job',
    inputs: isJsonObject(dispatched) ? dispatched : undefined,
    run,
  })
}
