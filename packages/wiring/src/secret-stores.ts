// The secret stores, one row each. The rows determine what a workflow can refer to.
import type { Host } from '@open-claw/core'
import {
  GOOGLE_INPUTS,
  googleCredentials,
  GOOGLE_SECRET_GRAMMAR,
  googleSecrets,
  type GoogleCredentials,
} from '@open-claw/google'
import type { InjectInputs, SecretReaders } from '@open-claw/inputs'
import { secretRequestParser, storeByScheme, type SecretStore } from '@open-claw/secrets'

/** What is needed to reach a store. */
interface Access {
  readonly host: Pick<Host, 'admitMachineCredentials' | 'clock' | 'identity' | 'mask'>
  readonly inputs: Pick<InjectInputs<never, GoogleCredentials>, 'credentials' | 'secretEndpoint'>
}

const STORES = {
  'gcp-sm': {
    credentials: GOOGLE_INPUTS,
    grammar: GOOGLE_SECRET_GRAMMAR,
    open: (access: Access) =>
      googleSecrets({ ...access.inputs, endpoint: access.inputs.secretEndpoint, host: access.host }),
  },
} as const

type Stores = typeof STORES
type Versions = { readonly [S in keyof Stores]: NonNullable<ReturnType<Stores[S]['grammar']['parsePath']>> }

/** Every version that a reference can name: a union by scheme, with one member per store. */
export type KnownVersion = Versions[keyof Versions]

/** Reads the requests of an input. */
export const parseSecretRequests = secretRequestParser<KnownVersion>(
  Object.values(STORES).map(({ grammar }) => grammar),
)

/** How the stores read the inputs of inject-secret. */
export const SECRET_READERS: SecretReaders<KnownVersion, GoogleCredentials> = {
  stores: Object.values(STORES),
  parseRequests: parseSecretRequests,
  readCredentials: googleCredentials,
}

/** Returns all stores as one. Each is opened, with its credentials, when the first of its secrets is asked for. */
export const secretStore = (access: Access): SecretStore<KnownVersion> =>
  storeByScheme<Versions, Access>(STORES, access)
