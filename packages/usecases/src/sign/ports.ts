// The ports of sign.
import type { ClawError, EvidenceStore, Host, IdentityTokens, JobClaims, RunDetails } from '@open-claw/core'
import type { CertifiedKey, CheckedWitness, SigningServices } from '@open-claw/sigstore'
import type { KeySession } from '../key-session.ts'

/** The part of the CI that signing uses. */
export type SigningHost = Pick<
  Host,
  'checkAnswers' | 'admitEvent' | 'claims' | 'runner' | 'clock' | 'log' | 'annotate' | 'announce'
>

/**
 * Makes a session that opens nothing yet. `unreturned` gets the errors of giving back what was borrowed. They do
 * not fail the step, which has its result by then.
 */
export type OpenKeys = (
  unreturned: (error: ClawError) => void,
) => Pick<KeySession, 'identity' | 'open'> & AsyncDisposable

/** The services besides the key: certificate authority, timestamp authorities and log. */
export interface Authorities {
  /** Makes a certified key for this step alone. Throws CERTIFICATE_REFUSED, CERTIFICATE_FAILED and OIDC_*. */
  certify(authority: URL, identity: IdentityTokens): Promise<CertifiedKey>
  /**
   * Requests a timestamp over arbitrary bytes: an authority that fails now would fail after the signature. Throws
   * TIMESTAMP_FAILED.
   */
  probe(timestampAuthority: URL): Promise<void>
  /** Makes a witness; sends no request yet. */
  witness(services: Pick<SigningServices, 'timestampAuthorities' | 'log'>): CheckedWitness
}

/** The platform's record of the run, for provenance. */
export interface RunRecord {
  /** Returns the inputs of a workflow started by hand. Throws EVENT_MISMATCH if the event is not that of `claims`. */
  dispatchInputs(claims: JobClaims): { readonly [name: string]: unknown } | undefined
  /** Asks the platform for details; undefined without a token. Throws GITHUB_FORBIDDEN or GITHUB_FAILED. */
  details(claims: JobClaims): Promise<RunDetails | undefined>
}

export interface SigningPorts {
  readonly host: SigningHost
  readonly openKeys: OpenKeys
  readonly authorities: Authorities
  readonly run: RunRecord
  readonly evidence: Pick<EvidenceStore, 'check' | 'plan' | 'put'>
}
