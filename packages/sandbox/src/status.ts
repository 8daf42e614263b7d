// Failures as the sandboxed services report them: a canonical status (google.rpc.Code) with its
// gRPC number and its HTTP form. These are answers on a wire, so they are not ClawErrors.

/** gRPC and HTTP numbers by status. */
export const STATUSES = {
  INVALID_ARGUMENT: { grpc: 3, http: 400 },
  NOT_FOUND: { grpc: 5, http: 404 },
  PERMISSION_DENIED: { grpc: 7, http: 403 },
  RESOURCE_EXHAUSTED: { grpc: 8, http: 429 },
  FAILED_PRECONDITION: { grpc: 9, http: 400 },
  INTERNAL: { grpc: 13, http: 500 },
  UNAVAILABLE: { grpc: 14, http: 503 },
  UNAUTHENTICATED: { grpc: 16, http: 401 },
} as const satisfies Record<string, { readonly grpc: number; readonly http: number }>

/** A canonical status that the sandbox answers. */
export type Status = keyof typeof STATUSES

/** Thrown by an operation; its transport turns it into an answer. */
export class StatusError extends Error {
  readonly status: Status

  constructor(status: Status, message: string) {
    super(message)
    this.name = 'StatusError'
    this.status = status
  }
}
