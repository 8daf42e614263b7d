export { ALGORITHMS } from './algorithms.ts'
export type { Algorithm, HashName, SignatureInput } from './algorithms.ts'
export { crc32c } from './crc32c.ts'
export { isLoopback, parseEndpoint } from './endpoint.ts'
export { ClawError, ERRORS } from './errors.ts'
export type { ErrorCode } from './errors.ts'
export { gcpKeyName, parseKeyUri } from './key-uri.ts'
export type { GcpKeyName, KeyUri } from './key-uri.ts'
export type { AnnouncedSubject, JobClaims, RunnerFacts } from './job.ts'
export { systemClock } from './ports.ts'
export type {
  AccessToken,
  AccessTokens,
  Clock,
  IdentityTokens,
  KeyService,
  Mask,
  SigningKey,
  SignRequest,
} from './ports.ts'
export { isPrintable, printable } from './printable.ts'
export { isTransientStatus, retryAfter, withRetry } from './retry.ts'
export type { RetryHint } from './retry.ts'
