// What the service answers instead of a result, and what becomes of it.
import {
  ClawError,
  isJsonObject,
  printable,
  withRetry,
  type Clock,
  type ErrorCode,
  type RetryHint,
} from '@open-claw/core'
import type { Call, Caller } from './client.ts'

/** One attempt; leaves room for others within the 30 s of all attempts. */
const ATTEMPT_MS = 10_000
/** Corruption that happens three times in a row is no accident on the way. */
const MAX_CORRUPT = 3

interface CodeFact {
  readonly name: string
  readonly code: ErrorCode
  readonly retry: boolean
}

/** google.rpc.Code. What is not here failed for a reason that trying again does not mend. */
const RPC_CODES: ReadonlyMap<number, CodeFact> = new Map([
  [3, { name: 'INVALID_ARGUMENT', code: 'KEY_UNUSABLE', retry: false }],
  [4, { name: 'DEADLINE_EXCEEDED', code: 'KMS_FAILED', retry: true }],
  [5, { name: 'NOT_FOUND', code: 'KEY_NOT_FOUND', retry: false }],
  [7, { name: 'PERMISSION_DENIED', code: 'KEY_FORBIDDEN', retry: false }],
  [8, { name: 'RESOURCE_EXHAUSTED', code: 'KMS_FAILED', retry: true }],
  [9, { name: 'FAILED_PRECONDITION', code: 'KEY_UNUSABLE', retry: false }],
  [13, { name: 'INTERNAL', code: 'KMS_FAILED', retry: true }],
  [14, { name: 'UNAVAILABLE', code: 'KMS_FAILED', retry: true }],
  [16, { name: 'UNAUTHENTICATED', code: 'KEY_FORBIDDEN', retry: false }],
])

const ADVICE: Partial<Record<ErrorCode, string>> = {
  KEY_NOT_FOUND: 'check the URI, and that the identity may see the key',
  KEY_UNUSABLE: 'the version is disabled, destroyed or not made for this; name an enabled signing version',
  KMS_FAILED: 'run again later',
}

/** The google.rpc.Code of an error of the client. */
export function rpcCode(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined
}

/** Milliseconds of google.rpc.RetryInfo, where the service says how long to wait. */
export function retryDelay(error: unknown): number | undefined {
  if (!(error instanceof Error && 'statusDetails' in error && Array.isArray(error.statusDetails)))
    return undefined
  const delays = error.statusDetails
    .map((detail: unknown) => (isJsonObject(detail) ? detail['retryDelay'] : undefined))
    .filter(isJsonObject)
    // `seconds` is an int64, which comes as a number, a string or a Long.
    .map(({ seconds, nanos }) => Number(seconds ?? 0) * 1000 + Number(nanos ?? 0) / 1_000_000)
    .filter((milliseconds) => milliseconds > 0)
  return delays.length === 0 ? undefined : Math.max(...delays)
}

/** The text of the service, without what an answer could echo of the request. */
function causeOf(error: unknown, number: number | undefined): Error {
  const details = error instanceof Error && 'details' in error ? String(error.details) : 'no details'
  const harmless = details.replace(/Bearer \S+|\bya29\.\S+|\beyJ\S+/gi, '[redacted]')
  return new Error(`status ${number ?? 'none'}: ${printable(harmless)}`)
}

/** A new error: the client's own carries metadata, which holds the headers of the request. */
function readable(error: unknown, resource: string, permission: string): ClawError {
  if (error instanceof ClawError) return error
  const number = rpcCode(error)
  const cause = causeOf(error, number)
  const fact = number === undefined ? undefined : RPC_CODES.get(number)
  if (fact === undefined) {
    return new ClawError(
      'KMS_FAILED',
      `${resource}: Cloud KMS failed with status ${number ?? 'none'}; run again later.`,
      { cause },
    )
  }
  const advice =
    fact.code === 'KEY_FORBIDDEN' ? `the identity of the job needs ${permission}` : (ADVICE[fact.code] ?? '')
  return new ClawError(fact.code, `${resource}: Cloud KMS answers ${fact.name}; ${advice}.`, { cause })
}

/** An answer that fails its checksum or is about something else. Asked for again: most corruption is on the way. */
export const corrupt = (resource: string, problem: string): ClawError =>
  new ClawError('SIGNATURE_CORRUPT', `${resource}: ${problem}; nothing was published.`)

/**
 * Makes `call` and checks its answer with `read`, again where that can help. Throws a ClawError:
 * KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED.
 */
export async function ask<A, R>(
  caller: Caller,
  about: { readonly resource: string; readonly permission: string; readonly clock: Clock },
  call: Call<A>,
  read: (answer: A) => R,
): Promise<R> {
  let corrupted = 0
  const classify = (error: unknown): RetryHint => {
    if (error instanceof ClawError) {
      if (error.code === 'SIGNATURE_CORRUPT') corrupted += 1
      return { retry: error.code === 'SIGNATURE_CORRUPT' && corrupted < MAX_CORRUPT }
    }
    const number = rpcCode(error)
    return {
      retry: number !== undefined && RPC_CODES.get(number)?.retry === true,
      after: retryDelay(error),
    }
  }
  try {
    return await withRetry(
      async (budget) => read(await caller(call, Math.min(budget, ATTEMPT_MS))),
      classify,
      about.clock,
    )
  } catch (error) {
    throw readable(error, about.resource, about.permission)
  }
}
