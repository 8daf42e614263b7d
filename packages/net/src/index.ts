export { ask, corrupt } from './ask.ts'
export { boundedBytes } from './bounded-bytes.ts'
export { clockSkew } from './clock-skew.ts'
export { systemClock } from './clock.ts'
export { CONNECTION_CAUSES } from './connection-causes.ts'
export { isLoopback, parseEndpoint } from './endpoint.ts'
export { exchangeError, receivedToken, shownIssuer, shownSubject } from './exchange-error.ts'
export { RequestFailure, hintAfter } from './failure.ts'
export type { FailureFacts } from './failure.ts'
export { agentsFor, httpClient, tlsAgent } from './http-client.ts'
export type { HttpAnswer, HttpClient, TlsOptions } from './http-client.ts'
export { HTTP_STATUS } from './http-status.ts'
export { knownCause } from './known-cause.ts'
export type { KnownCause } from './known-cause.ts'
export { maskingOnce } from './masking-once.ts'
export { oauthError } from './oauth-error.ts'
export type { OauthError } from './oauth-error.ts'
export { checkProxy, proxyFor } from './proxy.ts'
export { renewing } from './renewing.ts'
export { logRequests } from './request-log.ts'
export {
  answeredObject,
  below,
  formBody,
  jsonBody,
  request,
  requestJson,
  requestObject,
  requestOnce,
} from './request.ts'
export type { ReadFailure, RequestBody } from './request.ts'
export { isTransientStatus, retryAfter, withRetry } from './retry.ts'
export type { RetryHint } from './retry.ts'
export { tokenClaims } from './token-claims.ts'
export { MACHINE_MS, within } from './within.ts'
