import { ClawError, isJsonObject, type JobClaims, type RunEvent } from '@open-claw/core'
import { checkEvent } from './event.ts'

/**
 * Returns the inputs of a workflow that was started by hand; undefined for any other event. Throws
 * EVENT_MISMATCH if the token of the job names another event.
 */
export function dispatchInputs(
  event: RunEvent | undefined,
  claims: JobClaims,
): { readonly [name: string]: unknown } | undefined {
  if (claims.eventName !== event?.facts.eventName)
    throw new ClawError(
      'EVENT_MISMATCH',
      'The OIDC token of the job names another event than its environment.',
    )
  checkEvent(event.payload, claims)
  const inputs = claims.eventName === 'workflow_dispatch' ? event.payload['inputs'] : undefined
  return isJsonObject(inputs) ? inputs : undefined
}
