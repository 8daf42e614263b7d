/** An answer with another status than 200, or one that is no JSON object. Holds nothing of the request. */
export class VaultFailure extends Error {
  readonly status: number
  /** The service's own code, the inner one where there is one: `Forbidden`, `KeyDisabled`. */
  readonly reason: string | undefined
  readonly details: string | undefined
  /** Milliseconds that the service asked to wait. */
  readonly after: number | undefined

  constructor(
    status: number,
    told: { readonly reason?: string | undefined; readonly details?: string | undefined },
    after?: number,
  ) {
    super(`status ${status}`)
    this.name = 'VaultFailure'
    this.status = status
    this.reason = told.reason
    this.details = told.details
    this.after = after
  }
}
