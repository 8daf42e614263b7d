// Ports: what core needs from the world. Adapters implement them, and use-cases receive them.
import type { Algorithm, HashName } from './keys/algorithms.ts'
import type { TransparencyLogEntry } from '@sigstore/bundle'
import type { BundleContent } from './formats/bundle.ts'
import type { ClawError } from './errors/claw-error.ts'
import type { Subject } from './formats/subject.ts'
import type { KeyUri, PinnedKeyUri } from './keys/key-uri.ts'
import type { SignedBundle } from './formats/signed-bundle.ts'
import { bearer, type Token } from './formats/token.ts'

/** The input of a signature. The algorithm of the key decides which of the three it takes. */
export type SignRequest =
  | { readonly input: 'digest'; readonly hash: HashName; readonly digest: Uint8Array }
  | { readonly input: 'message'; readonly message: Uint8Array }
  | { readonly input: 'mu'; readonly mu: Uint8Array }

/** The facts of a key without its private half. */
interface PublicHalf {
  readonly algorithm: Algorithm
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  /** In the provider's own words: `SOFTWARE`, `HSM`, … */
  readonly protectionLevel: string
}

/** A key version as its service publishes it: all that a verifier needs. */
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

/** A key version that exists, is enabled and may sign. Its private half stays with the service. */
export interface KmsSigningKey extends PublishedKey, Signs {
  readonly kind: 'kms'
  readonly certificate?: undefined
}

/** A key that exists for this step alone. */
export interface KeylessSigningKey extends PublicHalf, Signs {
  readonly kind: 'keyless'
  /** DER. An authority certifies in it whom the key belongs to. */
  readonly certificate: Uint8Array
}

export type SigningKey = KmsSigningKey | KeylessSigningKey

/** The name of a key: its URI with the resolved version, or `keyless`. */
export const keyName = (key: SigningKey): string => (key.kind === 'kms' ? key.uri : key.kind)

export interface KeyService {
  /** `algorithm` chooses where a key allows several, as RSA keys of some services do. Otherwise it must be the key's own. */
  open(uri: KeyUri, algorithm?: Algorithm): Promise<KmsSigningKey>
}

/** A signature and its content, for an authority or a log. */
export interface SignedContent {
  readonly content: BundleContent
  readonly key: Pick<SigningKey, 'algorithm' | 'publicKey' | 'certificate'>
}

/** What witnesses add to a signature in its bundle. */
export interface WitnessMaterial {
  /** DER of RFC 3161 TimeStampResp over the signature. */
  readonly timestamps: readonly Uint8Array[]
  readonly logEntries: readonly TransparencyLogEntry[]
}

/** Others who attest that a signature existed, and when. */
export interface Witness {
  /** Collects all material or throws TIMESTAMP_FAILED, LOG_REFUSED or LOG_FAILED: no incomplete bundle is written. */
  attest(signed: SignedContent): Promise<WitnessMaterial>
}

/** A bundle that is not signed yet: enough of it to choose its name. */
export type PlannedBundle = Pick<SignedBundle, 'subjects' | 'predicateType'>

/** A published bundle. */
export interface StoredBundle {
  /** A workspace-relative POSIX path, or the name in its store. */
  readonly path: string
  readonly bundle: SignedBundle
}

/** A document that may hold bundles. It comes from anybody. */
export interface EvidenceDocument {
  readonly name: string
  /** Bytes, as known before it is read. */
  readonly size: number
  /** Throws a ClawError. */
  read(): Promise<Uint8Array>
}

/** Something among the evidence that cannot be read as a document. */
export interface RefusedDocument {
  /** The name in the store, unchecked: it may hold any characters. */
  readonly name: string
  readonly refused: ClawError
}

/** A place where bundles are published and looked for. */
export interface EvidenceStore {
  /** Checks before anything is signed that the store takes bundles, and returns for people where they go. Throws EVIDENCE_WRITE_FAILED. */
  check(): Promise<string>
  /** Checks before anything is signed that each of these bundles could be put. Throws EVIDENCE_EXISTS or EVIDENCE_WRITE_FAILED. */
  plan(planned: readonly PlannedBundle[]): Promise<void>
  /** Publishes all bundles or none, and replaces nothing. Throws EVIDENCE_EXISTS or EVIDENCE_WRITE_FAILED. */
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
  /** Waits before a service is asked again. `why` goes to the log: the service's answer, printable. */
  sleep(milliseconds: number, why: string): Promise<void>
}
