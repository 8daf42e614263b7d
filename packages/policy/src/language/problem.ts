// Finds the problem in a policy and its place.
import * as v from 'valibot'

type Issue = v.BaseIssue<unknown>

export interface Problem {
  /** From the top of the policy. */
  readonly path: readonly string[]
  readonly message: string
  /** How far the value fits the schema before the problem; a missing field was not reached. */
  readonly depth: number
}

const issuePath = (issue: Issue): string[] => v.getDotPath(issue)?.split('.') ?? []

const isSame = (one: Problem, other: Problem): boolean =>
  one.message === other.message && one.path.join('.') === other.path.join('.')

/**
 * Explains a value that fits none of several forms by the nearest form: the others only say that their own
 * fields are missing. If none is nearer, the message names the forms.
 */
export function nearestProblem(issue: Issue): Problem {
  const path = issuePath(issue)
  const missing = issue.received === 'undefined' ? 0.5 : 0
  const own = { path, message: issue.message, depth: path.length - missing }
  const [first, ...others] = (issue.issues ?? []).map(nearestProblem).toSorted((a, b) => b.depth - a.depth)
  if (first === undefined || others.some((other) => other.depth === first.depth && !isSame(first, other)))
    return own
  return { path: [...path, ...first.path], message: first.message, depth: path.length + first.depth }
}
