// Reads how the job authenticates to the cloud: with its own identity or, on request, with the machine's credentials.
import {
  parsedInput,
  requiredInput,
  type GivenInput,
  type KeyVendor,
  type VendorAccess,
} from '@open-claw/core'
import { parseEndpoint } from '@open-claw/net'
import { CREDENTIALS, KEY_ENDPOINT, keyServiceFacts, OIDC_ISSUER } from './facts/credentials.ts'
import { givenInputs, inputChoice, type InputHost } from './reader.ts'

/** The inputs of authentication. Those of a cloud whose keys are not used may stay empty. */
export interface CloudInputs {
  readonly credentials: 'workload-identity' | 'ambient'
  readonly oidcIssuer: URL
  /** Endpoint of the key service; undefined for its own address. */
  readonly keyEndpoint: URL | undefined
  readonly keys: VendorAccess
}

/** Reads the inputs of authentication. Throws INPUT_INVALID, INPUT_MISSING or ENDPOINT_INSECURE. */
export const cloudInputs = (given: GivenInput, vendors: readonly KeyVendor[]): CloudInputs => ({
  credentials: inputChoice(given, CREDENTIALS),
  oidcIssuer: parseEndpoint(requiredInput(given, OIDC_ISSUER.name), OIDC_ISSUER.name),
  keyEndpoint: parsedInput(given, KEY_ENDPOINT.name, parseEndpoint),
  keys: new Map(vendors.map((vendor) => [vendor.keyUri.scheme, { vendor, access: vendor.access(given) }])),
})

/** Reads the same inputs for code that runs after its step has ended, whatever the action was. */
export function sessionInputs(host: InputHost, vendors: readonly KeyVendor[]): CloudInputs {
  const facts = keyServiceFacts(vendors.map(({ credentials }) => credentials))
  return cloudInputs(givenInputs(host, facts), vendors)
}
