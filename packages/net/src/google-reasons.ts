// google.rpc.ErrorInfo and its siblings in the details of a status.
import { isJsonObject } from '@open-claw/core'

const WORD = /^[A-Z][A-Z0-9_]{1,63}$/

/** Reasons in the details of a status: `SERVICE_DISABLED`, and types of failed preconditions. */
export function googleReasons(details: unknown): string | undefined {
  if (!Array.isArray(details)) return undefined
  const words = details
    .filter(isJsonObject)
    .flatMap(({ reason, violations }) => [
      reason,
      ...(Array.isArray(violations) ? violations.filter(isJsonObject).map(({ type }) => type) : []),
    ])
  const shown = words.filter((word) => typeof word === 'string').filter((word) => WORD.test(word))
  return shown.length === 0 ? undefined : [...new Set(shown)].join(' ')
}
