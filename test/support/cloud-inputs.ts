// Inputs of authentication that lead nowhere: what they are given to must not need a cloud.
import type { GivenInput, KeyVendor, VendorAccess } from '@open-claw/core'
import { parseEndpoint } from '@open-claw/net'
import type { CloudInputs } from '@open-claw/inputs'
import { KEY_VENDORS } from '@open-claw/wiring'

const NOWHERE = parseEndpoint('http://127.0.0.1:1', 't')

/** The inputs of a vendor as a step has them that was given `values`. */
const given =
  ({ credentials: { facts } }: KeyVendor, values: Readonly<Record<string, string>>): GivenInput =>
  (name) =>
    values[name] ?? facts.find((fact) => fact.name === name)?.default

/** Every key service, as a step reaches it that was given `values`. */
export const vendorAccess = (values: Readonly<Record<string, string>> = {}): VendorAccess =>
  new Map(
    KEY_VENDORS.map((vendor) => [
      vendor.keyUri.scheme,
      { vendor, access: vendor.access(given(vendor, values)) },
    ]),
  )

export const NO_CLOUD: CloudInputs = {
  credentials: 'workload-identity',
  oidcIssuer: NOWHERE,
  keyEndpoint: undefined,
  keys: vendorAccess(),
}
