// Refuses an input that has no effect with the others: the user who set it expects an effect that it does not have.
import {
  ClawError,
  type GivenInput,
  type InputCondition,
  type InputFact,
  type InputNeed,
} from '@open-claw/core'

/** Returns the scheme of a value that has one, and otherwise the value itself. */
function schemeOrValue(value: string): string {
  const [scheme = '', ...rest] = value.split('://')
  return rest.length === 0 ? value : scheme.toLowerCase()
}

function holds({ input, is, not }: InputCondition, given: GivenInput): boolean {
  const kind = schemeOrValue(given(input) ?? '')
  return is?.includes(kind) ?? not?.includes(kind) === false
}

/** Checks a need. A condition on an input that the action lacks counts as met: the gate takes its keys from the policy. */
function isMet({ oneOf }: InputNeed, known: ReadonlySet<string>, given: GivenInput): boolean {
  return oneOf.some((condition) => !known.has(condition.input) || holds(condition, given))
}

/**
 * Throws INPUT_INVALID for the first of `facts` that has no effect with the others. The runner fills in defaults, so
 * a value equal to its default counts as omitted.
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
