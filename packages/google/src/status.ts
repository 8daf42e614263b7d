// Reads the errors of Google's clients. They carry metadata with the headers of the request, and so the
// token: only the status is taken.
import { isJsonObject } from '@open-claw/core'
import { googleReasons } from './reasons.ts'

/** google.rpc.Code (google/rpc/code.proto), the codes of gRPC. */
export const RPC_CODE = {
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
} as const

export interface RpcStatus {
  /** google.rpc.Code; undefined if the error did not come from the service. */
  readonly code: number | undefined
  /** Reasons in its details, which are bare words. */
  readonly reason: string | undefined
  /** The service's own text. It may quote the request. */
  readonly text: string | undefined
  /** Milliseconds that the service asks us to wait. */
  readonly after: number | undefined
}

/** Returns the delay of google.rpc.RetryInfo in milliseconds. */
function retryDelay(details: unknown): number | undefined {
  if (!Array.isArray(details)) return undefined
  const delays = details
    .map((detail: unknown) => (isJsonObject(detail) ? detail['retryDelay'] : undefined))
    .filter(isJsonObject)
    // `seconds` is an int64, which comes as a number, a string or a Long.
    .map(({ seconds, nanos }) => Number(seconds ?? 0) * 1000 + Number(nanos ?? 0) / 1_000_000)
    .filter((milliseconds) => milliseconds > 0)
  return delays.length === 0 ? undefined : Math.max(...delays)
}

/** Returns the name of a code, or the code itself where it has none here. */
export const rpcName = (code: number): string =>
  Object.entries(RPC_CODE).find(([, known]) => known === code)?.[0] ?? `status ${code}`

/** Returns the status that `error` carries. */
export function rpcStatus(error: unknown): RpcStatus {
  const { code, details, statusDetails } = isJsonObject(error) ? error : {}
  return {
    code: typeof code === 'number' ? code : undefined,
    reason: googleReasons(statusDetails),
    text: typeof details === 'string' ? details : undefined,
    after: retryDelay(statusDetails),
  }
}
