// What Azure Key Vault answers instead of a result.
import {
  CONNECTION_CAUSES,
  connectionWord,
  isTransientStatus,
  ask,
  explained,
  type Failure,
} from '@open-claw/net'
import type { ErrorCode } from '@open-claw/core'
import { VAULT_CAUSES } from './causes.ts'
import type { CallOptions, Vault } from './client.ts'
import { VaultFailure } from '../key-vault-failure.ts'

/** All of these are status 403, and none is mended by a permission. */
const UNUSABLE: ReadonlySet<string> = new Set([
  'KeyDisabled',
  'SecretDisabled',
  'KeyExpired',
  'KeyNotYetValid',
  'KeyOperationForbidden',
])

const STATUS_CODES: ReadonlyMap<number, ErrorCode> = new Map([
  [400, 'KEY_UNUSABLE'],
  [401, 'KEY_FORBIDDEN'],
  [403, 'KEY_FORBIDDEN'],
  [404, 'KEY_NOT_FOUND'],
])

function classifyAnswer({ status, reason, details, after }: VaultFailure): Failure {
  const code =
    reason !== undefined && UNUSABLE.has(reason) ? 'KEY_UNUSABLE' : (STATUS_CODES.get(status) ?? 'KMS_FAILED')
  // A body that was cut short comes with status 200.
  const retry = status === 200 || isTransientStatus(status)
  const failure = { name: reason ?? `status ${status}`, code, retry, after, details }
  return explained(failure, VAULT_CAUSES, { reason, text: details })
}

/** Errors of the client hold the request, and the request holds the token: only a bare word is taken. */
function classify(error: unknown): Failure {
  if (error instanceof VaultFailure) return classifyAnswer(error)
  if (!(error instanceof Error) || ['AbortError', 'TimeoutError'].includes(error.name))
    return { name: 'nothing in time', code: 'KMS_FAILED', retry: true }
  const word = connectionWord(error)
  return word === undefined
    ? { name: 'what its client cannot read', code: 'KMS_FAILED', retry: false }
    : explained({ name: word, code: 'KMS_FAILED', retry: true }, CONNECTION_CAUSES, { reason: word })
}

/** `ask` with a call on the client of Azure. Throws KEY_NOT_FOUND, KEY_FORBIDDEN (naming `permission`), KEY_UNUSABLE, SIGNATURE_CORRUPT or KMS_FAILED. */
export function askVault<A, R>(
  vault: Vault,
  about: { readonly resource: string; readonly permission: string },
  call: (options: CallOptions) => Promise<A>,
  read: (answer: A) => R,
): Promise<R> {
  return ask(
    { ...about, service: 'Azure Key Vault', clock: vault.clock, classify },
    async (timeout) => call(await vault.callOptions(timeout)),
    read,
  )
}
