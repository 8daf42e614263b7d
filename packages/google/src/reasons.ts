// What Google's APIs say about a failure: google.rpc.ErrorInfo and its siblings in the details of a status.
import { isJsonObject } from '@open-claw/core'
import {
  answeredObject,
  knownCause,
  oauthError,
  type KnownCause,
  type OauthError,
  type ReadFailure,
} from '@open-claw/net'

const WORD = /^[A-Z][A-Z0-9_]{1,63}$/

/** Returns the reasons in the details of a status: `SERVICE_DISABLED`, and types of failed preconditions. */
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

const stringIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** `{"error":{"status":"PERMISSION_DENIED","message":"…","details":[…]}}`; STS answers as OAuth does. */
function readError(body: Uint8Array): OauthError {
  const answer = answeredObject(body)
  const { error } = answer
  if (!isJsonObject(error)) return oauthError(answer)
  const reason = [stringIn(error['status']) ?? '', googleReasons(error['details']) ?? ''].join(' ').trim()
  return { reason: /^[A-Z_ ]{1,160}$/.test(reason) ? reason : undefined, text: stringIn(error['message']) }
}

/** Returns the reader of STS or IAM failures that have `causes`. Only bare words of them are shown. */
export const googleFailure =
  (causes: readonly KnownCause[]): ReadFailure =>
  ({ body }, skew) => {
    const { reason, text } = readError(body)
    return { reason, told: knownCause(causes, { reason, text, skew }) }
  }
