// Which events may have secrets. A fork's pull request gets no OIDC token from GitHub, but ambient
// credentials of a self-hosted machine do not ask who started the job; pull_request_target and
// workflow_run run with this repository's rights on what a stranger proposed. The event file can be
// rewritten by an earlier step, so this guards against accidents; the trust condition of the cloud is
// what stands against an attacker.
import { ClawError } from '@open-claw/core'

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined

const at = (value: unknown, ...path: readonly string[]): unknown => path.reduce(member, value)

/** Ids are compared, since names can be taken over; an absent id (a deleted fork) is foreign. */
function isForeign(head: unknown, base: unknown): boolean {
  const id = at(head, 'id')
  return typeof id !== 'number' || id !== at(base, 'id')
}

/** Throws SECRET_EVENT_REFUSED where the event carries code or text of a fork. */
export function checkEventSource(event: unknown): void {
  const proposals = [
    { proposal: at(event, 'pull_request'), head: at(event, 'pull_request', 'head', 'repo') },
    { proposal: at(event, 'workflow_run'), head: at(event, 'workflow_run', 'head_repository') },
  ]
  const foreign = proposals.find(
    ({ proposal, head }) => proposal !== undefined && isForeign(head, at(event, 'repository')),
  )
  if (foreign === undefined) return
  throw new ClawError(
    'SECRET_EVENT_REFUSED',
    'The event comes from a fork, so no secret is fetched. Run this step on push or in the merge queue instead.',
  )
}
