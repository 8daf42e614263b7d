// One rule for keys and for secrets: which event may start a step that uses them. The payload can be
// rewritten by a process that an earlier step left running, so this guards against accidents, and against
// strangers who start workflows; what stands against an attacker inside of the job is the trust condition
// of the cloud.
import { ClawError, printable, type AdmittedEvent, type RunEvent, type RunFacts } from '@open-claw/core'
import { EVENTS, isEventName, type EventName } from './event-facts.ts'
import { textAt } from './event-fields.ts'

/** Names of events, one a line of the input. Throws INPUT_INVALID. */
export function parseEvents(lines: readonly string[], input: string): EventName[] {
  return lines.map((line) => {
    if (isEventName(line)) return line
    const why =
      line === 'workflow_call'
        ? 'a called workflow has the event of its caller; name that one'
        : 'is no event that starts workflows'
    throw new ClawError('INPUT_INVALID', `Input ${input}: "${printable(line)}" ${why}.`)
  })
}

/**
 * Checks that the payload agrees with the token or the environment, and that it says what an event of this
 * name always says. Throws EVENT_MISMATCH.
 */
export function checkEvent(payload: unknown, facts: RunFacts): void {
  if (!isEventName(facts.eventName)) return
  const wrong = EVENTS[facts.eventName].says(payload).find(({ fact, agree }) => !agree.includes(facts[fact]))
  if (wrong === undefined) return
  const name = printable(facts.eventName)
  throw new ClawError(
    'EVENT_MISMATCH',
    wrong.agree.length === 0
      ? `The event file has no ${wrong.field}, which every ${name} event has.`
      : `The event file says another ${wrong.field} than the ${name} event of this run.`,
  )
}

/** Whether the head is another repository. Ids are compared, since names can be taken over; a deleted fork has none. */
function isFork(payload: unknown, ...head: readonly string[]): boolean {
  const id = textAt(payload, ...head, 'id')
  return id === undefined || id !== textAt(payload, 'repository', 'id')
}

/** Whether people without write access may have started the run that ended; of a chain of runs only the last is known. */
function isOpenToAll(payload: unknown, allowed: readonly string[]): boolean {
  const before = textAt(payload, 'workflow_run', 'event') ?? ''
  if (!isEventName(before)) return true
  return !(EVENTS[before].startedBy === 'writers' || before === 'pull_request' || allowed.includes(before))
}

/** Why a payload is refused, although its event is allowed by default. */
const REFUSED_PAYLOADS: Partial<
  Readonly<Record<EventName, (payload: unknown, allowed: readonly string[]) => string | undefined>>
> = {
  pull_request: (payload) =>
    isFork(payload, 'pull_request', 'head', 'repo') ? 'the pull request comes from a fork' : undefined,
  workflow_run: (payload, allowed) => {
    if (isFork(payload, 'workflow_run', 'head_repository')) return 'the run before it comes from a fork'
    return isOpenToAll(payload, allowed)
      ? `strangers may have started the run before it (${printable(textAt(payload, 'workflow_run', 'event') ?? 'no event')})`
      : undefined
  },
  // Whoever may make deployments can name the head of a pull request, and that is a stranger's code.
  deployment: (payload) =>
    /^(?:refs\/)?pull\//.test(textAt(payload, 'deployment', 'ref') ?? '')
      ? 'what is deployed is a pull request'
      : undefined,
}

const refusal = (name: string, why: string): ClawError =>
  new ClawError('EVENT_REFUSED', `The event ${printable(name)} gets neither a key nor a secret: ${why}.`)

/**
 * Lets the event of the run use keys and secrets. `allowed` widens the list, and then whoever starts such an
 * event may. Throws EVENT_REFUSED or EVENT_MISMATCH.
 */
export function admitEvent({ facts, payload }: RunEvent, allowed: readonly string[]): AdmittedEvent {
  const name = facts.eventName
  if (!isEventName(name)) throw refusal(name, 'no workflow of yours is started by it')
  const { byDefault, why } = EVENTS[name]
  const named = allowed.includes(name)
  if (!byDefault && !named) throw refusal(name, why)
  checkEvent(payload, facts)
  const refused = REFUSED_PAYLOADS[name]?.(payload, allowed)
  if (refused !== undefined && !named) throw refusal(name, refused)
  return { name, widened: !byDefault || refused !== undefined, allowed }
}
