// Answers in Vault's words.
import { randomUUID } from 'node:crypto'
import { RawAnswer } from '../gateway.ts'
import type { ErrorBody } from '../http.ts'
import { STATUSES, StatusError } from '../status.ts'

const JSON_TYPE = 'application/json'

/** Words failures as `{"errors": [...]}`; an empty list says no more than the status. */
export const vaultError: ErrorBody = (status, message) =>
  new RawAnswer(`${JSON.stringify({ errors: message === '' ? [] : [message] })}\n`, {
    contentType: JSON_TYPE,
    status: STATUSES[status].http,
  })

/** Wraps a result in Vault's envelope. */
export const envelope = (
  mountType: string,
  part: {
    readonly data?: object
    readonly auth?: object
    readonly warnings?: readonly string[]
  },
): RawAnswer => {
  const { data = null, auth = null, warnings = null } = part
  const body = {
    request_id: randomUUID(),
    lease_id: '',
    renewable: false,
    lease_duration: 0,
    data,
    wrap_info: null,
    warnings,
    auth,
    mount_type: mountType,
  }
  return new RawAnswer(`${JSON.stringify(body)}\n`, { contentType: JSON_TYPE })
}

/** Answers without content. */
export const noContent = (): RawAnswer => new RawAnswer('', { contentType: JSON_TYPE, status: 204 })

/** Returns a failure with status 400. */
export const badRequest = (text: string): StatusError => new StatusError('INVALID_ARGUMENT', text)

/** Lists errors as Go's multierror does. */
export const listed = (...texts: readonly string[]): string =>
  `${texts.length} error${texts.length === 1 ? '' : 's'} occurred:\n${texts.map((text) => `\t* ${text}\n`).join('')}\n`
