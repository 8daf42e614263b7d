// What the doctor found, as values. Words for people are made elsewhere.
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

/** What a check found in order. */
export type Proof =
  | { readonly check: 'event'; readonly event: AdmittedEvent }
  | {
      readonly check: 'identity'
      readonly claims: Pick<JobClaims, 'subject' | 'issuer' | 'repositoryVisibility'>
    }
  | { readonly check: 'key'; readonly key: Pick<PublishedKey, 'uri' | 'algorithm' | 'protectionLevel'> }
  | { readonly check: 'signature' }
  /** undefined where no log is named. */
  | { readonly check: 'log'; readonly log: URL | undefined }
  | { readonly check: 'certificate'; readonly authority: URL; readonly algorithm: Algorithm }
  | { readonly check: 'timestamp'; readonly authority: URL }
  | { readonly check: 'destination'; readonly place: string }

export type CheckName = Proof['check'] | 'services' | 'session'

/** A key that opens and does not sign: whom the key service sees, and what it would take. */
export interface Forbidden extends SigningGrant {
  /** Of the token of the job. */
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
