// What core asks of the world. Adapters implement these; use-cases receive them.
import type { Algorithm, HashName } from './keys/algorithms.ts'
import type { TransparencyLogEntry } from '@sigstore/bundle'
import type { BundleContent } from './formats/bundle.ts'
import type { ClawError } from './errors/claw-error.ts'
import type { Subject } from './formats/subject.ts'
import type { KeyUri, PinnedKeyUri } from './keys/key-uri.ts'
import type { SignedBundle } from './formats/signed-bundle.ts'
import { bearer, type Token } from './formats/token.ts'

/** What is handed to a key service. The algorithm of the key decides which of them fits. */
export type SignRequest =
  | { readonly input: 'digest'; readonly hash: HashName; readonly digest: Uint8Array }
  | { readonly input: 'message'; readonly message: Uint8Array }
  | { readonly input: 'mu'; readonly mu: Uint8Array }

/** What is known of a key without its private half. */
interface PublicHalf {
  readonly algorithm: Algorithm
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  /** As the provider names it: `SOFTWARE`, `HSM`, … */
  readonly protectionLevel: string
}

/** What a key service says of a key version: all that a verifier needs. */
export interface PublishedKey extends PublicHalf {
  /** The URI with its version resolved. */
  readonly uri: PinnedKeyUri
}

interface Signs {
  /** Largest message in bytes that `input: 'message'` takes. */
  readonly maxMessage: number
  /** Returns the signature: DER for ECDSA, raw bytes for the others. */
  sign(request: SignRequest): Promise<Uint8Array>
}

/** A key version that exists, is enabled and may sign. Its private half is never here. */
export interface KmsSigningKey extends PublishedKey, Signs {
  readonly kind: 'kms'
  readonly certificate?: undefined
}

/** A key of this step alone. */
export interface KeylessSigningKey extends PublicHalf, Signs {
  readonly kind: 'keyless'
  /** DER: an authority says whose the key is. */
  readonly certificate: Uint8Array
}

export type SigningKey = KmsSigningKey | KeylessSigningKey

/** A key as the input `key` names it, with the version that was resolved. */
export const keyName = (key: SigningKey): string => (key.kind === 'kms' ? key.uri : key.kind)

export interface KeyService {
  /** `algorithm` chooses where the key allows several, as RSA keys of some services do; elsewhere it must be the one of the key. */
  open(uri: KeyUri, algorithm?: Algorithm): Promise<KmsSigningKey>
}

/** A signature and what it is over, as an authority or a log is told of it. */
export interface SignedContent {
  readonly content: BundleContent
  readonly key: Pick<SigningKey, 'algorithm' | 'publicKey' | 'certificate'>
}

/** What accompanies a signature in its bundle. */
export interface WitnessMaterial {
  /** DER of RFC 3161 TimeStampResp over the signature. */
  readonly timestamps: readonly Uint8Array[]
  readonly logEntries: readonly TransparencyLogEntry[]
}

/** Others who attest that a signature existed, and when. */
export interface Witness {
  /** Throws TIMESTAMP_FAILED, LOG_REFUSED or LOG_FAILED: a bundle is complete or it is not written. */
  attest(signed: SignedContent): Promise<WitnessMaterial>
}

/** What a bundle will speak about: enough to name it before it is signed. */
export type PlannedBundle = Pick<SignedBundle, 'subjects' | 'predicateType'>

/** A bundle where others find it. */
export interface StoredBundle {
  /** A workspace-relative POSIX path, or what names it in its store. */
  readonly path: string
  readonly bundle: SignedBundle
}

/** A document that may hold bundles. Anybody may have put it there. */
export interface EvidenceDocument {
  readonly name: string
  /** Bytes, as far as is known before it is read. */
  readonly size: number
  /** Throws a ClawError. */
  read(): Promise<Uint8Array>
}

/** What stands where evidence is looked for and cannot be read as a document. */
export interface RefusedDocument {
  /** As it stands in the store: it may hold anything. */
  readonly name: string
  readonly refused: ClawError
}

/** Where bundles are published, and where they are looked for. */
export interface EvidenceStore {
  /** Whether the store takes bundles at all, asked before anything is signed; the result says for people where they go. Throws EVIDENCE_WRITE_FAILED. */
  check(): Promise<string>
  /** Whether each of these bundles could be put, asked before anything is signed: it spares a signature. Throws EVIDENCE_EXISTS or EVIDENCE_WRITE_FAILED. */
  plan(planned: readonly PlannedBundle[]): Promise<void>
  /** Publishes all bundles or none; nothing that stands there is replaced. Throws EVIDENCE_EXISTS or EVIDENCE_WRITE_FAILED. */
  put(bundles: readonly SignedBundle[]): Promise<StoredBundle[]>
  /** What may be evidence about `subjects`; a store that has no index gives more. Throws EVIDENCE_NOT_FOUND where nothing is where it was said to be. */
  find(
    subjects: readonly Pick<Subject, 'name' | 'digest'>[],
  ): Promise<readonly (EvidenceDocument | RefusedDocument)[]>
}

/** The job's own identity: OIDC tokens (compact JWT), each for one audience. */
export interface IdentityTokens {
  mint(audience: string): Promise<Token>
}

/** A bearer token for a cloud API. */
export interface AccessToken {
  readonly token: Token
  /** Milliseconds since the epoch. */
  readonly expires: number
}

export interface AccessTokens {
  mint(): Promise<AccessToken>
}

/** Makes the headers that authorise one request. For credentials that are more than a bearer token; it masks what they hold. */
export type RequestHeaders = () => Promise<{ readonly [name: string]: string }>

/** Makes headers from either kind of credentials. */
export const requestHeaders = (given: AccessTokens | RequestHeaders): RequestHeaders =>
  typeof given === 'function' ? given : async () => bearer((await given.mint()).token)

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Waits before a service is asked again. `why` is for the log: what the service answered, printable. */
  sleep(milliseconds: number, why: string): Promise<void>
}
