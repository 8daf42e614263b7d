// What a vendor's room gives, so that its key service is one of ours: a value of this type is its row in wiring.
import { ClawError } from '../errors/claw-error.ts'
import type { VendorClientReads } from '../client-reads.ts'
import type { Variables } from '../host.ts'
import type { CredentialSet, GivenInput } from '../input-fact.ts'
import type { Mask } from '../formats/token.ts'
import type { Clock, IdentityTokens, KmsSigningKey, PublishedKey } from '../ports.ts'
import { ALGORITHMS, type Algorithm } from './algorithms.ts'
import type { KeyUri, KeyUriGrammar } from './key-uri.ts'

/** What keys are needed for: a verifier gets by without signing. */
export type KeyUse = 'sign' | 'verify'

/** What a job brings to a key service. */
export interface KeyJob {
  /** `ambient`: what the machine has. */
  readonly credentials: 'workload-identity' | 'ambient'
  readonly use: KeyUse
  /** Input `key-endpoint`; undefined for the service's own address. */
  readonly endpoint: URL | undefined
  readonly identity: IdentityTokens
  readonly mask: Mask
  readonly clock: Clock
  /** Decimal id of the run, for the service's own log. */
  readonly runId: string
  /** Where ambient credentials are. */
  readonly machine: { readonly environment: Variables; readonly home: string }
  /** Told the name of each credential that is to be given back. The name opens nothing. */
  readonly borrowed: (lease: string) => void
}

/** Keys of one service, for one job. Asks nothing before the first call; what it borrowed is given back when it is disposed of. */
export interface KeyClient extends AsyncDisposable {
  /** `algorithm` chooses where a key allows several. Loads the code that signs. Throws KEY_* and CREDENTIALS_*. */
  readonly open: (uri: KeyUri, algorithm: Algorithm | undefined) => Promise<KmsSigningKey>
  /** The public half, for verifiers. Throws the same. */
  readonly publicKey: (uri: KeyUri, wanted: Algorithm | undefined) => Promise<PublishedKey>
}

/** What an identity has to be granted, in the words of the service. */
export interface KeyPermission {
  readonly name: string
  /** One that grants it. */
  readonly role?: string
}

/** A permission as an error shows it. */
export const permissionText = ({ name, role }: KeyPermission): string =>
  role === undefined ? name : `${name}, as in ${role}`

/** What it takes to sign with a key, and whom the service sees. */
export interface SigningGrant {
  /** undefined where the inputs do not tell. */
  readonly principal: string | undefined
  readonly permission: string
}

/** A key service as the inputs of a step reach it. */
export interface KeyAccess {
  /** Throws CREDENTIALS_MISSING, INPUT_MISSING or INPUT_INVALID. */
  readonly connect: (job: KeyJob) => KeyClient
  /** `subject` is the sub of the job. */
  readonly signingGrant: (uri: KeyUri, subject: string) => SigningGrant
  /**
   * Gives back what an earlier process of the job borrowed, by the name that it kept; undefined where nothing
   * can be given back. Throws CREDENTIALS_REFUSED or CREDENTIALS_FAILED.
   */
  readonly giveBack?: (lease: string, job: KeyJob) => Promise<void>
}

/** One way in which a key of a service signs. What crosses and `PublicKeyDetails` are in ALGORITHMS. */
export interface KeyRow {
  /** The kind of key in the words of the service. */
  readonly kind: string
  readonly algorithm: Algorithm
  /** What the service is told beside the input. */
  readonly parameters: { readonly [name: string]: unknown }
  /** As the signature arrives; what is not DER of an ECDSA signature is turned into it here. */
  readonly encoding: 'DER' | 'r‖s' | 'raw'
}

/** How a signature arrives, where one by an elliptic curve arrives as `ecdsa`. */
export const arrivesAs = (algorithm: Algorithm, ecdsa: 'DER' | 'r‖s'): KeyRow['encoding'] =>
  ALGORITHMS[algorithm].key === 'ec' ? ecdsa : 'raw'

/** A vendor of keys. */
export interface KeyVendor {
  readonly keyUri: KeyUriGrammar
  readonly credentials: CredentialSet
  /** Reads the inputs of `credentials`. Throws INPUT_INVALID, INPUT_MISSING or ENDPOINT_INSECURE. */
  readonly access: (given: GivenInput) => KeyAccess
  /** Under what name the host keeps the names of what was borrowed; undefined where nothing can be given back. */
  readonly leaseState?: string
  /** Every way in which its keys sign, for the documentation and for tests that sign with each. */
  readonly keyRows: () => Promise<readonly KeyRow[]>
  /** Variables and files that the vendor's clients read by themselves. */
  readonly clientReads: VendorClientReads
  /** Headers of an answer by which the vendor finds a request, in lower case. */
  readonly requestIds: readonly string[]
}

/** A client that is loaded and connected on first use, once however many ask. Where nothing was used, nothing is given back. */
export function onFirstUse(load: () => Promise<KeyClient>): KeyClient {
  let loading: Promise<KeyClient> | undefined
  const client = (): Promise<KeyClient> => (loading ??= load())
  return {
    open: async (uri, algorithm) => (await client()).open(uri, algorithm),
    publicKey: async (uri, wanted) => (await client()).publicKey(uri, wanted),
    [Symbol.asyncDispose]: async () => {
      // What was not connected borrowed nothing.
      const connected = await loading?.catch(() => undefined)
      await connected?.[Symbol.asyncDispose]()
    },
  }
}

/** Vendors of keys with what the inputs say of each, by the schemes of their key URIs. */
export type VendorAccess = ReadonlyMap<string, { readonly vendor: KeyVendor; readonly access: KeyAccess }>

/** For a client that borrows nothing that could be given back. */
export const nothingBorrowed = async (): Promise<void> => undefined

/** The input that would name who trusts this job is empty. */
export const credentialsMissing = (input: string, what: string): ClawError =>
  new ClawError('CREDENTIALS_MISSING', `Input ${input} is empty.`, {
    remedy: `Name the ${what} that trusts this job, or set credentials: ambient to use what the machine has.`,
  })

/** `key` as one that signs, with messages of up to `maxMessage` bytes. */
export const signingKey = (
  { uri, algorithm, publicKey, protectionLevel }: PublishedKey,
  maxMessage: number,
  sign: KmsSigningKey['sign'],
): KmsSigningKey => ({ kind: 'kms', uri, algorithm, publicKey, protectionLevel, maxMessage, sign })
