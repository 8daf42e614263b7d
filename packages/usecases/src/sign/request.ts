// The request to sign: subjects, key and witnesses.
import type { Algorithm, KeyUri } from '@open-claw/core'
import type { SubjectSources } from '@open-claw/files'

/** The key that signs. */
export type KeyChoice =
  /** A key for this step alone, which an authority certifies for the identity of the job. */
  | { readonly kind: 'keyless' }
  /** A key of a key service. `algorithm` chooses if it allows several. */
  | { readonly kind: 'kms'; readonly uri: KeyUri; readonly algorithm: Algorithm | undefined }

/** `public` is Sigstore's public good instance, `github` is GitHub's instance for private repositories. */
export type Authority = 'public' | 'github' | URL

/** The caller's choice of certificate authority, timestamp authorities and log. */
export interface WitnessChoice {
  readonly certificateAuthority: Authority | undefined
  /** Empty for none; undefined for those that go with the certificate authority. */
  readonly timestampAuthorities: readonly Authority[] | undefined
  readonly log: 'none' | 'public' | URL | undefined
  /** API version of a log that is named by URL. */
  readonly logVersion: 1 | 2 | undefined
  readonly allowPublicLog: boolean
  /** Workspace-relative path of a signing config. */
  readonly signingConfig: string | undefined
}

/** Everything needed to sign, whatever is signed. */
export interface SignerRequest {
  /** Absolute path. */
  readonly workspace: string
  readonly key: KeyChoice
  readonly witnesses: WitnessChoice
  /** Issuer of the job's tokens, which identifies the GitHub server. */
  readonly issuer: URL
  /** Further events that may use the key. */
  readonly allowEvents: readonly string[]
}

/** The predicate of a statement. */
export type PredicateChoice =
  /** Says only that the key signed the subjects. */
  | { readonly kind: 'signature' }
  /** Says how this job built the subjects. */
  | { readonly kind: 'provenance' }
  /** Repeats a file of the build, such as an SBOM. `path` is workspace-relative. */
  | { readonly kind: 'file'; readonly type: string; readonly path: string }

/** One statement about all subjects with one signature, or one signature for each file. */
export type SigningWork =
  | { readonly mode: 'statement'; readonly predicate: PredicateChoice }
  | { readonly mode: 'per-artifact' }

export interface SigningRequest extends SignerRequest {
  readonly sources: SubjectSources
  readonly work: SigningWork
}
