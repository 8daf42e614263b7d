// Names of Google's identity services. Loaded with the inputs, before any client.
import { ClawError, printable } from '@open-claw/core'

const PROVIDER =
  /^projects\/[0-9]{1,20}\/locations\/global\/workloadIdentityPools\/[a-z0-9-]{4,32}\/providers\/[a-z0-9-]{4,32}$/
const SERVICE_ACCOUNT = /^[a-z0-9-]{1,63}@[a-z0-9.-]{1,128}\.gserviceaccount\.com$/

/** Returns the resource name of a provider. Throws INPUT_INVALID. */
export function parseWorkloadIdentityProvider(text: string, input: string): string {
  if (PROVIDER.test(text)) return text
  throw new ClawError(
    'INPUT_INVALID',
    `Input ${input}: "${printable(text)}" is not projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER.`,
  )
}

/** Returns the address of a service account. Throws INPUT_INVALID. */
export function parseServiceAccount(text: string, input: string): string {
  if (SERVICE_ACCOUNT.test(text)) return text
  throw new ClawError(
    'INPUT_INVALID',
    `Input ${input}: "${printable(text)}" is not the e-mail address of a service account.`,
  )
}
