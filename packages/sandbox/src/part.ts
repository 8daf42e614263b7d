// A cloud of the sandbox: its ports, and what it needs from the others.
import type { Endpoints } from './control-request.ts'
import type { Gateway } from './gateway.ts'
import type { Listener } from './http.ts'
import type { OidcIssuer } from './oidc.ts'

/** What every part gets. */
export interface PartContext {
  readonly gateway: Gateway
  /** The job's identity provider, whose tokens every cloud trusts. */
  readonly issuer: OidcIssuer
}

/** An open part. `E` names the endpoints that it contributes. */
export interface Part<E extends keyof Endpoints> {
  readonly endpoints: Pick<Endpoints, E>
  readonly listeners: readonly Listener[]
  /** Restores the seeded state. */
  reset(): void
}
