// Why GitHub did not give what it was asked for, in words that hold nothing of the request or the answer.
import { RequestFailure } from '@open-claw/net'

/** A document of keys has a few KiB, a token less. */
export const MAX_ANSWER_BYTES = 1024 * 1024

/** Clauses for a message, and what to do where it is known. */
export interface RequestProblem {
  readonly problem: string
  readonly remedy: string | undefined
}

/** The problem of a request for JSON. */
export function requestProblem(error: unknown): RequestProblem {
  if (!(error instanceof RequestFailure)) return { problem: 'the answer is not JSON', remedy: undefined }
  const { message, told } = error
  return { problem: told === undefined ? message : `${message}: ${told.what}`, remedy: told?.remedy }
}
