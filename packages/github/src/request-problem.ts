// Says why a request to GitHub failed, in words that hold nothing of the request or the answer.
import { RequestFailure } from '@open-claw/net'

/** A key set has a few KiB, a token less. */
export const MAX_ANSWER_BYTES = 1024 * 1024

/** A clause for a message, and a remedy if one is known. */
export interface RequestProblem {
  readonly problem: string
  readonly remedy: string | undefined
}

/** Returns the problem of a request for JSON. */
export function requestProblem(error: unknown): RequestProblem {
  if (!(error instanceof RequestFailure)) return { problem: 'the answer is not JSON', remedy: undefined }
  const { message, told } = error
  return { problem: told === undefined ? message : `${message}: ${told.what}`, remedy: told?.remedy }
}
