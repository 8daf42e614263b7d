// One rule for keys and secrets: which event may start a step that uses them. A process that an earlier step
// left running can rewrite the payload, so this guards against accidents, and against outsiders who start
// workflows; against an attacker inside the job, the trust condition of the cloud is the guard.
import { ClawError, printable, type AdmittedEvent, type RunEvent, type RunFacts } from '@open-claw/core'
import { EVENTS, isEventName, type EventName } from './event-facts.ts'
import { textAt } from './event-fields.ts'

/** Parses names of events, one per line of the input. Throws INPUT_INVALID. */
export function parseEvents(lines: readonly string[], input: string): EventName[] {
  return lines.map((line) => {
    if (isEventName(line)) return line
    throw new ClawError(
      'INPUT_INVALID',
      line === 'workflow_call'
        ? `Input ${input}: "workflow_call" is not the event of a called workflow, which has that of its caller.`
        : `Input ${input}: "${printable(line)}" is not an event that starts workflows.`,
      { remedy: line === 'workflow_call' ? 'Name the event of the caller.' : undefined },
    )
  })
}

/**
 * Checks that the payload agrees with the token or the environment, and has the fields that an event of this
 * name always has. Throws EVENT_MISMATCH.
 */
export function checkEvent(payload: unknown, facts: RunFacts): void {
  if (!isEventName(facts.eventName)) return
  const wrong = EVENTS[facts.eventName]
    .fields(payload)
    .find(({ fact, agree }) => !agree.includes(facts[fact]))
  if (wrong === undefined) return
  const name = printable(facts.eventName)
  throw new ClawError(
    'EVENT_MISMATCH',
    wrong.agree.length === 0
      ? `The event file has no ${wrong.field}, which every ${name} event has.`
      : `The event file says another ${wrong.field} than the ${name} event of this run.`,
  )
}

/** Says whether the head is another repository. Compares ids, since names can be taken over; a deleted fork has none. */
function isFork(payload: unknown, ...head: readonly string[]): boolean {
  const id = textAt(payload, ...head, 'id')
  return id === undefined || id !== textAt(payload, 'repository', 'id')
}

/** Says whether people without write access may have started the previous run; only the last of a chain is known. */
function isOpenToOutsiders(payload: unknown, allowed: readonly string[]): boolean {
  const before = textAt(payload, 'workflow_run', 'event') ?? ''
  if (!isEventName(before)) return true
  return !(EVENTS[before].startedBy === 'writers' || before === 'pull_request' || allowed.includes(before))
}

/** Reasons to refuse a payload although its event is allowed by default. */
const REFUSED_PAYLOADS: Partial<
  Readonly<Record<EventName, (payload: unknown, allowed: readonly string[]) => string | undefined>>
> = {
  pull_request: (payload) =>
    isFork(payload, 'pull_request', 'head', 'repo') ? 'the pull request comes from a fork' : undefined,
  workflow_run: (payload, allowed) => {
    if (isFork(payload, 'workflow_run', 'head_repository')) return 'the run before it comes from a fork'
    return isOpenToOutsiders(payload, allowed)
      ? `outsiders may have started the run before it (${printable(textAt(payload, 'workflow_run', 'event') ?? 'no event')})`
      : undefined
  },
  // Anyone who may create deployments can name the head of a pull request, which is an outsider's code.
  deployment: (payload) =>
    /^(?:refs\/)?pull\//.test(textAt(payload, 'deployment', 'ref') ?? '')
      ? 'it deploys a pull request'
      : undefined,
}

const refusal = (name: string, why: string): ClawError =>
  new ClawError('EVENT_REFUSED', `The event ${printable(name)} gets neither a key nor a secret: ${why}.`)

/**
 * Admits the event of the run to keys and secrets. `allowed` widens the list, for anyone who starts such an
 * event. Throws EVENT_REFUSED or EVENT_MISMATCH.
 */
export function admitEvent({ facts, payload }: RunEvent, allowed: readonly string[]): AdmittedEvent {
  const name = facts.eventName
  if (!isEventName(name)) throw refusal(name, 'it does not start workflows')
  const { byDefault, why } = EVENTS[name]
  const named = allowed.includes(name)
  if (!byDefault && !named) throw refusal(name, why)
  checkEvent(payload, facts)
  const refused = REFUSED_PAYLOADS[name]?.(payload, allowed)
  if (refused !== undefined && !named) throw refusal(name, refused)
  return { name, widened: !byDefault || refused !== undefined, allowed }
}
