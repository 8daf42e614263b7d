// The types of a vendor of keys. Each vendor's room exports one value of them, its row in wiring.
import { ClawError } from '../errors/claw-error.ts'
import type { VendorClientReads } from '../client-reads.ts'
import type { Variables } from '../host.ts'
import type { CredentialSet, GivenInput } from '../input-fact.ts'
import type { Mask } from '../formats/token.ts'
import type { Clock, IdentityTokens, KmsSigningKey, PublishedKey } from '../ports.ts'
import { ALGORITHMS, type Algorithm } from './algorithms.ts'
import type { KeyUri, KeyUriGrammar } from './key-uri.ts'

/** The use of a key. A verifier needs no permission to sign. */
export type KeyUse = 'sign' | 'verify'

/** A job as a key service sees it. */
export interface KeyJob {
  /** `ambient` means the credentials of the machine. */
  readonly credentials: 'workload-identity' | 'ambient'
  readonly use: KeyUse
  /** Input `key-endpoint`; undefined for the service's own address. */
  readonly endpoint: URL | undefined
  readonly identity: IdentityTokens
  readonly mask: Mask
  readonly clock: Clock
  /** Decimal id of the run, for the service's own log. */
  readonly runId: string
  /** The place of ambient credentials. */
  readonly machine: { readonly environment: Variables; readonly home: string }
  /** Called with the name of each credential that must be given back. The name opens nothing. */
  readonly borrowed: (lease: string) => void
}

/** Keys of one service, for one job. Asks nothing before the first call; what it borrowed is given back when it is disposed of. */
export interface KeyClient extends AsyncDisposable {
  /** `algorithm` chooses where a key allows several. Loads the code that signs. Throws KEY_* and CREDENTIALS_*. */
  readonly open: (uri: KeyUri, algorithm: Algorithm | undefined) => Promise<KmsSigningKey>
  /** The public half, for verifiers. Throws the same. */
  readonly publicKey: (uri: KeyUri, wanted: Algorithm | undefined) => Promise<PublishedKey>
}

/** A permission in the words of its service. */
export interface KeyPermission {
  readonly name: string
  /** A role that grants it. */
  readonly role?: string
}

/** Returns a permission in the words for an error. */
export const permissionText = ({ name, role }: KeyPermission): string =>
  role === undefined ? name : `${name}, as in ${role}`

/** The permission that signing with a key takes, and the identity that the service sees. */
export interface SigningGrant {
  /** undefined where the inputs do not say. */
  readonly principal: string | undefined
  readonly permission: string
}

/** Access to a key service by the inputs of a step. */
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

/** One way in which a key of a service signs. ALGORITHMS has the input that it takes and its `PublicKeyDetails`. */
export interface KeyRow {
  /** The kind of key in the words of the service. */
  readonly kind: string
  readonly algorithm: Algorithm
  /** The parameters of a request, beside the input. */
  readonly parameters: { readonly [name: string]: unknown }
  /** The encoding in which the signature arrives. ECDSA signatures in another one are turned into DER here. */
  readonly encoding: 'DER' | 'r‖s' | 'raw'
}

/** Returns the encoding of signatures by `algorithm`, given that of the service's ECDSA signatures. */
export const arrivesAs = (algorithm: Algorithm, ecdsa: 'DER' | 'r‖s'): KeyRow['encoding'] =>
  ALGORITHMS[algorithm].key === 'ec' ? ecdsa : 'raw'

/** A vendor of keys. */
export interface KeyVendor {
  readonly keyUri: KeyUriGrammar
  readonly credentials: CredentialSet
  /** Reads the inputs of `credentials`. Throws INPUT_INVALID, INPUT_MISSING or ENDPOINT_INSECURE. */
  readonly access: (given: GivenInput) => KeyAccess
  /** The name of the host's state for names of borrowed credentials; undefined where nothing can be given back. */
  readonly leaseState?: string
  /** Lists every way in which its keys sign, for the documentation and for tests. */
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

/** Vendors of keys with the access that the inputs give, by schemes of key URIs. */
export type VendorAccess = ReadonlyMap<string, { readonly vendor: KeyVendor; readonly access: KeyAccess }>

/** Gives nothing back, for a client that borrows nothing. */
export const nothingBorrowed = async (): Promise<void> => undefined

/** Makes the error for an empty input that should name who trusts this job. */
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
