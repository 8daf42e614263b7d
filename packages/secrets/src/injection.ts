// From references to values that may be delivered. Mask first, check, then deliver; and all or
// nothing: half of the secrets in place is a state that no workflow was written for. A caller takes these
// steps in the order in which they stand here.
import { ClawError, type Mask } from '@open-claw/core'
import { MAX_MASKS, masksFor } from './masks.ts'
import { checkName, type Delivery } from './names/names.ts'
import { pointInto } from './pointer.ts'
import type { SecretRequest, SecretVersion } from './reference.ts'
import type { RevealedSecret, SecretStore } from './store.ts'

/** A secret ready for delivery. `value` is not empty, holds no NUL and is at most 64 KiB of UTF-8. */
export interface InjectableSecret {
  readonly request: SecretRequest
  /** The number of the version that was read. */
  readonly version: string
  readonly value: string
  readonly masks: readonly string[]
  /** Why the log cannot be relied on to hide it; only `exec` delivers such a value. */
  readonly unmaskable: string | undefined
  /** Why a part of it may show although the whole is hidden. */
  readonly partial: string | undefined
}

function decodeText(bytes: Uint8Array, place: string): string {
  try {
    // ignoreBOM keeps a byte order mark: the value is delivered as it is stored.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new ClawError('SECRET_UNUSABLE', `${place}: the secret is not UTF-8 text.`, {
      remedy: 'Store it as base64.',
    })
  }
}

/** The value that a request asks for. Throws SECRET_UNUSABLE or SECRET_NOT_FOUND. */
function requestedValue({ name, reference }: SecretRequest, { bytes }: RevealedSecret): string {
  const place = `Secret ${name}`
  const value = pointInto(decodeText(bytes, place), reference.pointer, place)
  if (value.trim() === '') throw new ClawError('SECRET_UNUSABLE', `${place}: the value is empty.`)
  // No environment and no argument can hold NUL: what follows it would be lost without a word.
  if (value.includes('\0'))
    throw new ClawError('SECRET_UNUSABLE', `${place}: the value holds a NUL character.`)
  return value
}

/** Throws SECRET_NAME_REFUSED. A name needs no secret to be refused: to be called before anything is fetched. */
export function checkNames(requests: readonly SecretRequest[], delivery: Delivery): void {
  for (const { name } of requests) checkName(name, delivery)
}

/** Whether each secret may be delivered so, once it is known what can be hidden of it. Throws SECRET_UNMASKABLE. */
export function checkMaskable(secrets: readonly InjectableSecret[], delivery: Delivery): void {
  if (delivery === 'exec') return
  for (const { request, unmaskable } of secrets) {
    if (unmaskable === undefined) continue
    throw new ClawError(
      'SECRET_UNMASKABLE',
      `Secret ${request.name} cannot be hidden in the log: ${unmaskable}.`,
      { remedy: 'Use delivery: exec, or store another value.' },
    )
  }
}

/**
 * Fetches all secrets at the same time, and registers the masks of each as soon as it is there, whatever
 * becomes of the others. Throws the error of the first request that failed, in the order of the requests.
 */
export async function fetchMasked<V extends SecretVersion>(
  requests: readonly SecretRequest<V>[],
  { store, mask }: { readonly store: SecretStore<V>; readonly mask: Mask },
): Promise<InjectableSecret[]> {
  const settled = await Promise.allSettled(
    requests.map(async (request) => {
      const revealed = await store.reveal(request.reference)
      const value = requestedValue(request, revealed)
      const masks = masksFor(value)
      for (const one of masks.masks.slice(0, MAX_MASKS)) mask(one)
      return { request, version: revealed.version, value, ...masks }
    }),
  )
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}
