// The doctor's findings, as values. Reports turn them into words.
import type {
  AdmittedEvent,
  Algorithm,
  ClawError,
  JobClaims,
  PublishedKey,
  SigningGrant,
} from '@open-claw/core'

/** Why a check was not made. */
export type SkipReason = 'no job' | 'event refused' | 'no key' | 'no trial wanted' | 'no timestamp authority'

/** The result of a check that passed. */
export type Proof =
  | { readonly check: 'event'; readonly event: AdmittedEvent }
  | {
      readonly check: 'identity'
      readonly claims: Pick<JobClaims, 'subject' | 'issuer' | 'repositoryVisibility'>
    }
  | { readonly check: 'key'; readonly key: Pick<PublishedKey, 'uri' | 'algorithm' | 'protectionLevel'> }
  | { readonly check: 'signature' }
  /** `log` is undefined if no log is named. */
  | { readonly check: 'log'; readonly log: URL | undefined }
  | { readonly check: 'certificate'; readonly authority: URL; readonly algorithm: Algorithm }
  | { readonly check: 'timestamp'; readonly authority: URL }
  | { readonly check: 'destination'; readonly place: string }

export type CheckName = Proof['check'] | 'services' | 'session'

/** A key that opens but does not sign: the subject that the key service sees, and the grant that it needs. */
export interface Forbidden extends SigningGrant {
  /** Subject of the job's token. */
  readonly subject: string
}

export type Finding =
  | ({ readonly status: 'ok' } & Proof)
  | { readonly status: 'skipped'; readonly check: CheckName; readonly why: SkipReason }
  | {
      readonly status: 'failed'
      readonly check: CheckName
      readonly error: ClawError
      /** The one of several authorities that failed. */
      readonly authority?: URL
      readonly forbidden?: Forbidden
    }
