// Reads the failures that Azure Key Vault answers.
import {
  HTTP_STATUS,
  CONNECTION_CAUSES,
  isTransientStatus,
  ask,
  knownCause,
  RequestFailure,
} from '@open-claw/net'
import { systemCode, type ErrorCode, type KeyPermission } from '@open-claw/core'
import { KEY_VAULT_CAUSES } from './causes.ts'
import type { CallOptions, KeyVault } from './client.ts'

/** Codes that come with status 403, and that no permission mends. */
const UNUSABLE: ReadonlySet<string> = new Set([
  'KeyDisabled',
  'SecretDisabled',
  'KeyExpired',
  'KeyNotYetValid',
  'KeyOperationForbidden',
])

const STATUS_CODES: ReadonlyMap<number, ErrorCode> = new Map([
  [HTTP_STATUS.badRequest, 'KEY_UNUSABLE'],
  [HTTP_STATUS.unauthorized, 'KEY_FORBIDDEN'],
  [HTTP_STATUS.forbidden, 'KEY_FORBIDDEN'],
  [HTTP_STATUS.notFound, 'KEY_NOT_FOUND'],
])

function classifyAnswer(failure: RequestFailure, status: number): RequestFailure {
  const { reason, details } = failure
  const code =
    reason !== undefined && UNUSABLE.has(reason) ? 'KEY_UNUSABLE' : (STATUS_CODES.get(status) ?? 'KMS_FAILED')
  // A truncated body comes with status 200.
  const passes = status === HTTP_STATUS.ok || isTransientStatus(status)
  return failure.with({ code, passes, told: knownCause(KEY_VAULT_CAUSES, { reason, text: details }) })
}

/** Reads an error of the client. It holds the request, and the request holds the token: only a bare word is taken. */
function classify(error: unknown): RequestFailure {
  if (error instanceof RequestFailure && error.status !== undefined)
    return classifyAnswer(error, error.status)
  if (!(error instanceof Error) || ['AbortError', 'TimeoutError'].includes(error.name))
    return new RequestFailure({ code: 'KMS_FAILED' })
  const reason = systemCode(error)
  return reason === undefined
    ? new RequestFailure({ reason: 'what its client cannot read', code: 'KMS_FAILED', passes: false })
    : new RequestFailure({ reason, code: 'KMS_FAILED', told: knownCause(CONNECTION_CAUSES, { reason }) })
}

/** Calls `ask` with Azure's client. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED. */
export function askKeyVault<A, R>(
  keyVault: KeyVault,
  about: { readonly resource: string; readonly permission: KeyPermission },
  call: (options: CallOptions) => Promise<A>,
  read: (answer: A) => R,
): Promise<R> {
  return ask(
    { ...about, service: 'Azure Key Vault', clock: keyVault.clock, classify },
    async (timeout) => call(await keyVault.callOptions(timeout)),
    read,
  )
}
