// The provenance predicate of this very job.
import { slsaProvenance, type Predicate } from '@open-claw/core'
import { checkEvent, eventPayload, githubRun, runnerFacts } from '@open-claw/runner'
import type { ClaimSource } from './job-claims.ts'
import type { ProvenanceInputs } from './provenance-inputs.ts'

/** Describes the build of the job with these verified claims. Throws OIDC_*, EVENT_MISMATCH, GITHUB_*. */
export async function jobProvenance(inputs: ProvenanceInputs, source: ClaimSource): Promise<Predicate> {
  const claims = await source()
  const event = eventPayload()
  checkEvent(event, claims)
  const run =
    inputs.githubToken === undefined
      ? undefined
      : await githubRun({ token: inputs.githubToken, apiUrl: inputs.githubApi, claims })
  const dispatched = claims.eventName === 'workflow_dispatch' ? event['inputs'] : undefined
  return slsaProvenance({
    claims,
    runner: runnerFacts(),
    isolation: 'shared-job',
    inputs: isRecord(dispatched) ? dispatched : undefined,
    run,
  })
}

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
