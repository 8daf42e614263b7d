// Trusted roots for use without a network: a statement with roots and an expiry, signed by a key.
import { ClawError, isJsonObject, printable } from '@open-claw/core'
import * as v from 'valibot'
import { parseRfc3339 } from '@open-claw/asn1'
import { trustedRootFromJson, type TrustedRootMaterial } from './trusted-root.ts'

/** Predicate type of `{ roots: [TrustedRoot, …], expires: RFC 3339 }`. */
export const TRUSTED_ROOTS_TYPE = 'https://open-claw.github.io/predicates/trusted-roots/v1'

const MAX_ROOTS = 16

const Predicate = v.pipe(
  v.custom(isJsonObject, 'is not an object'),
  v.strictObject({
    roots: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(MAX_ROOTS)),
    expires: v.string(),
  }),
)

const invalid = (message: string): ClawError => new ClawError('TRUSTED_ROOT_INVALID', message)

/**
 * Reads the roots in a predicate that the caller has verified; `now` is in milliseconds since the epoch. Throws
 * TRUSTED_ROOT_INVALID, or TRUSTED_ROOT_UNAVAILABLE after its expiry: an old list would hide who has been
 * removed since.
 */
export function rootsFromStatement(predicate: unknown, now: number): TrustedRootMaterial[] {
  const result = v.safeParse(Predicate, predicate, { abortEarly: true })
  if (!result.success) {
    const [issue] = result.issues
    throw invalid(
      `The signed bundle of trusted roots is not valid at ${printable(v.getDotPath(issue) ?? 'its top')}: ${printable(issue.message)}.`,
    )
  }
  const expires = parseRfc3339(result.output.expires)
  if (expires === undefined)
    throw invalid('The signed bundle of trusted roots has an expiry that is not a time of RFC 3339.')
  if (!(now < expires)) {
    throw new ClawError(
      'TRUSTED_ROOT_UNAVAILABLE',
      `The signed bundle of trusted roots expired at ${new Date(expires).toISOString()}.`,
      { remedy: 'Get a newer one from whoever signs it.' },
    )
  }
  return result.output.roots.map((json, index) => trustedRootFromJson(json, `signed, number ${index + 1}`))
}
