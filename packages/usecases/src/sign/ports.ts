// What signing asks of the world.
import type { ClawError, EvidenceStore, Host, IdentityTokens, JobClaims, RunDetails } from '@open-claw/core'
import type { CertifiedKey, CheckedWitness, SigningServices } from '@open-claw/sigstore'
import type { KeySession } from '../key-session.ts'

/** What signing asks of the CI that it runs in. */
export type SigningHost = Pick<
  Host,
  'checkAnswers' | 'admitEvent' | 'claims' | 'runner' | 'clock' | 'log' | 'annotate' | 'announce'
>

/**
 * Opens nothing yet. `unreturned` takes what could not be given back at the end, which is no failure of the step:
 * it has its result.
 */
export type OpenKeys = (
  unreturned: (error: ClawError) => void,
) => Pick<KeySession, 'identity' | 'open'> & AsyncDisposable

/** The services beside the key: who certifies, who says when, and where it is logged. */
export interface Authorities {
  /** A new key for this step alone. Throws CERTIFICATE_REFUSED, CERTIFICATE_FAILED and OIDC_*. */
  certify(authority: URL, identity: IdentityTokens): Promise<CertifiedKey>
  /** Asks for a timestamp over nothing in particular: an authority that fails now would fail after the signature. Throws TIMESTAMP_FAILED. */
  probe(timestampAuthority: URL): Promise<void>
  /** Asks nobody yet. */
  witness(services: Pick<SigningServices, 'timestampAuthorities' | 'log'>): CheckedWitness
}

/** What the platform tells of the run, for provenance. */
export interface RunRecord {
  /** Inputs of a workflow that was started by hand. Throws EVENT_MISMATCH where the event is not the one of `claims`. */
  dispatchInputs(claims: JobClaims): { readonly [name: string]: unknown } | undefined
  /** Asks the platform; undefined where nothing was given to ask it with. Throws GITHUB_FORBIDDEN or GITHUB_FAILED. */
  details(claims: JobClaims): Promise<RunDetails | undefined>
}

export interface SigningPorts {
  readonly host: SigningHost
  readonly openKeys: OpenKeys
  readonly authorities: Authorities
  readonly run: RunRecord
  readonly evidence: Pick<EvidenceStore, 'check' | 'plan' | 'put'>
}
