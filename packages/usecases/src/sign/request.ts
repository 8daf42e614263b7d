// What a caller wants signed, by which key, and who bears witness: values alone.
import type { Algorithm, KeyUri } from '@open-claw/core'
import type { SubjectSources } from '@open-claw/files'

/** Who signs. */
export type KeyChoice =
  /** A key of this step alone, which an authority certifies for the identity of the job. */
  | { readonly kind: 'keyless' }
  /** A key of a key service. `algorithm` chooses where it allows several. */
  | { readonly kind: 'kms'; readonly uri: KeyUri; readonly algorithm: Algorithm | undefined }

/** `public` is Sigstore's public good instance, `github` the instance of GitHub for private repositories. */
export type Authority = 'public' | 'github' | URL

/** Who certifies, who says when, and where it is logged, as far as the caller says. */
export interface WitnessChoice {
  readonly certificateAuthority: Authority | undefined
  /** Empty: none was asked for. undefined: what goes with the certificate authority. */
  readonly timestampAuthorities: readonly Authority[] | undefined
  readonly log: 'none' | 'public' | URL | undefined
  /** API version of a log that is named by URL. */
  readonly logVersion: 1 | 2 | undefined
  readonly allowPublicLog: boolean
  /** Workspace-relative path of a signing config. */
  readonly signingConfig: string | undefined
}

/** What it takes to sign, whatever is signed. */
export interface SignerRequest {
  /** Absolute path. */
  readonly workspace: string
  readonly key: KeyChoice
  readonly witnesses: WitnessChoice
  /** Issuer of the tokens of the job: it tells which GitHub this is. */
  readonly issuer: URL
  /** Events beyond the default that may use the key. */
  readonly allowEvents: readonly string[]
}

/** What a statement says of its subjects. */
export type PredicateChoice =
  /** Nothing but that the key was used on them. */
  | { readonly kind: 'signature' }
  /** How this very job built them. */
  | { readonly kind: 'provenance' }
  /** What a file of the build says, such as an SBOM. `path` is workspace-relative. */
  | { readonly kind: 'file'; readonly type: string; readonly path: string }

/** One statement about all subjects with one signature, or one signature for each file. */
export type SigningWork =
  | { readonly mode: 'statement'; readonly predicate: PredicateChoice }
  | { readonly mode: 'per-artifact' }

export interface SigningRequest extends SignerRequest {
  readonly sources: SubjectSources
  readonly work: SigningWork
}
