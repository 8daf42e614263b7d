// Ids of Microsoft Entra ID.
import { ClawError, printable } from '@open-claw/core'

/** Only ids: a name such as `common` would let another directory answer. */
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function parseGuid(text: string, input: string, what: string): string {
  if (GUID.test(text)) return text.toLowerCase()
  throw new ClawError(
    'INPUT_INVALID',
    `Input ${input}: "${printable(text)}" is not the id (a GUID) of ${what}.`,
  )
}

/** Parses the id of a tenant, in lower case. Throws INPUT_INVALID, also for a domain name or `common`. */
export const parseTenantId = (text: string, input: string): string => parseGuid(text, input, 'a tenant')

/** Parses the id of an application or a managed identity, in lower case. Throws INPUT_INVALID. */
export const parseClientId = (text: string, input: string): string => parseGuid(text, input, 'an application')
