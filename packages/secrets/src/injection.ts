// Turns references into values that may be delivered. Mask first, check, then deliver, and all or nothing: no
// workflow expects to run with half of its secrets. Callers take these steps in the order of this file.
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
  /** Why the log may fail to hide it; only `exec` delivers such a value. */
  readonly unmaskable: string | undefined
  /** Why a part of it may show even though the whole is hidden. */
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

/** Returns the value that a request asks for. Throws SECRET_UNUSABLE or SECRET_NOT_FOUND. */
function requestedValue({ name, reference }: SecretRequest, { bytes }: RevealedSecret): string {
  const place = `Secret ${name}`
  const value = pointInto(decodeText(bytes, place), reference.pointer, place)
  if (value.trim() === '') throw new ClawError('SECRET_UNUSABLE', `${place}: the value is empty.`)
  // No environment variable or argument can hold NUL: the rest of the value would be lost silently.
  if (value.includes('\0'))
    throw new ClawError('SECRET_UNUSABLE', `${place}: the value holds a NUL character.`)
  return value
}

/** Checks names before anything is fetched, since refusing one needs no secret. Throws SECRET_NAME_REFUSED. */
export function checkNames(requests: readonly SecretRequest[], delivery: Delivery): void {
  for (const { name } of requests) checkName(name, delivery)
}

/** Checks that the log can hide each secret that `delivery` exposes to it. Throws SECRET_UNMASKABLE. */
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
 * Fetches all secrets at once, and registers the masks of each as soon as it arrives, even if others fail.
 * Throws the error of the first request that failed, in the order of the requests.
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
