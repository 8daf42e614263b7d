// The provenance predicate of this very job.
import {
  parseEndpoint,
  slsaProvenance,
  systemClock,
  type IdentityTokens,
  type Predicate,
} from '@open-claw/core'
import {
  checkEvent,
  eventPayload,
  githubRun,
  maskValue,
  optionalInput,
  runnerFacts,
  verifyIdentityToken,
} from '@open-claw/runner'

/** Nobody else accepts a token for this audience, so that one that leaks opens nothing. */
const PROVENANCE_AUDIENCE = 'https://open-claw.github.io/provenance'
const GITHUB_API = 'https://api.github.com'

export interface ProvenanceInputs {
  readonly githubToken: string | undefined
  readonly githubApi: URL
}

/** Reads the inputs of provenance. */
export function provenanceInputs(): ProvenanceInputs {
  const githubToken = optionalInput('github-token')
  if (githubToken !== undefined) maskValue(githubToken)
  return { githubToken, githubApi: parseEndpoint(optionalInput('github-api') ?? GITHUB_API, 'github-api') }
}

/** Verifies the identity of the job and describes its build. Throws OIDC_*, EVENT_MISMATCH, GITHUB_*. */
export async function jobProvenance(
  inputs: ProvenanceInputs,
  identity: IdentityTokens,
  issuer: URL,
): Promise<Predicate> {
  const token = await identity.mint(PROVENANCE_AUDIENCE)
  const claims = await verifyIdentityToken({
    token,
    issuer,
    audience: PROVENANCE_AUDIENCE,
    clock: systemClock,
  })
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
