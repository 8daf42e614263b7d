// The port to trusted roots. The package that knows certificates, logs and timestamps implements it; core turns
// its answers into facts.
import type { SigstoreBundle } from '../formats/bundle.ts'
import type { CheckedKey } from '../keys/signature.ts'

/** A time at which a signature certainly existed. */
export interface TrustedTime {
  readonly source: 'timestamp-authority' | 'transparency-log'
  /** Who says so: the URL or the name of the authority in the trusted root. */
  readonly authority: string
  /** Milliseconds since the epoch. */
  readonly time: number
}

/** An entry that a log of the trusted root proves to hold. */
export interface LoggedEntry {
  /** URL of the log in the trusted root. */
  readonly log: string
  /** From the inclusion proof or the signed promise; decimal. */
  readonly index: string
}

/** The facts that the witnesses of a signature establish. */
export interface WitnessFacts {
  readonly times: readonly TrustedTime[]
  readonly logged: readonly LoggedEntry[]
}

/** The identity that a certificate authority of the trusted root certified. */
export interface CertificateIdentity {
  /** OIDC issuer that vouched for the identity. */
  readonly issuer: string
  /** Subject alternative name: a URI or an e-mail address. */
  readonly subject: string
  /** Claims of Fulcio's extensions, by their names in its documentation: `Source Repository Identifier` is `sourceRepositoryIdentifier`. */
  readonly claims: { readonly [name: string]: string }
}

/** A certified signer. The certificate was valid at every established time. */
export interface CertifiedSigner extends WitnessFacts {
  readonly identity: CertificateIdentity
  /** The key of the certificate, by each algorithm that it may have signed with: nothing says which. */
  readonly keys: readonly CheckedKey[]
}

export interface TrustedRoots {
  /**
   * Verifies every timestamp and log entry of a bundle that the key with this SubjectPublicKeyInfo (DER)
   * signed. One that does not verify throws TIMESTAMP_INVALID, LOG_ENTRY_INVALID or LOG_ENTRY_MISMATCH.
   */
  witnesses(bundle: SigstoreBundle, publicKey: Uint8Array): Promise<WitnessFacts>
  /**
   * The same for a bundle with a certificate, and its chain at each established time. Throws the above,
   * CERTIFICATE_INVALID, CERTIFICATE_UNTRUSTED, CERTIFICATE_EXPIRED, SCT_INVALID or TRUSTED_TIME_MISSING.
   */
  certificate(bundle: SigstoreBundle): Promise<CertifiedSigner>
}
