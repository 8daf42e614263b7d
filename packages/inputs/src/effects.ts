// An input that changes nothing beside the others was given for something: whoever gave it believes in an
// effect that it does not have. So it is refused by name.
import {
  ClawError,
  type GivenInput,
  type InputCondition,
  type InputFact,
  type InputNeed,
} from '@open-claw/core'

/** The scheme of a value that has one, and the value itself otherwise. */
function kindOfValue(value: string): string {
  const [scheme = '', ...rest] = value.split('://')
  return rest.length === 0 ? value : scheme.toLowerCase()
}

function holds({ input, is, not }: InputCondition, given: GivenInput): boolean {
  const kind = kindOfValue(given(input) ?? '')
  return is?.includes(kind) ?? not?.includes(kind) === false
}

/** Of conditions on inputs that the action does not have, nothing is known: the gate takes its keys from the policy. */
function isMet({ oneOf }: InputNeed, known: ReadonlySet<string>, given: GivenInput): boolean {
  return oneOf.some((condition) => !known.has(condition.input) || holds(condition, given))
}

/**
 * Throws INPUT_INVALID for the first of `facts` that has no effect with the others. The runner gives an input
 * that was left out its default, so that a default counts as left out.
 */
export function refuseIdleInputs(facts: readonly InputFact[], given: GivenInput): void {
  const known = new Set(facts.map(({ name }) => name))
  for (const { name, default: fallback, needs = [] } of facts) {
    const value = given(name)
    if (value === undefined || value === fallback) continue
    const unmet = needs.find((need) => !isMet(need, known, given))
    if (unmet !== undefined)
      throw new ClawError('INPUT_INVALID', `Input ${name}: ${unmet.because}.`, { remedy: `Remove ${name}.` })
  }
}
