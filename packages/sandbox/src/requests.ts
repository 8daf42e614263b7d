// The request messages, from gRPC or JSON: bytes may come as base64, Int64Value as a string.
import * as v from 'valibot'
import { StatusError } from './status.ts'

const bytes = v.union([
  v.instance(Uint8Array),
  v.pipe(
    v.string(),
    v.base64(),
    v.transform((text) => new Uint8Array(Buffer.from(text, 'base64'))),
  ),
])
const int64 = v.pipe(
  v.union([v.string(), v.number(), v.object({ value: v.union([v.string(), v.number()]) })]),
  v.transform((value) => String(typeof value === 'object' ? value.value : value)),
)
const FORMATS = ['PUBLIC_KEY_FORMAT_UNSPECIFIED', 'PEM', 'DER', 'NIST_PQC'] as const
const name = v.pipe(v.string(), v.nonEmpty())

/** AsymmetricSignRequest. */
export const signRequest = v.object({
  name,
  digest: v.nullish(
    v.object({
      sha256: v.nullish(bytes),
      sha384: v.nullish(bytes),
      sha512: v.nullish(bytes),
      externalMu: v.nullish(bytes),
    }),
  ),
  digestCrc32c: v.nullish(int64),
  data: v.nullish(bytes),
  dataCrc32c: v.nullish(int64),
})
/** AsymmetricSignRequest, with bytes as bytes and checksums as decimal strings. */
export type SignMessage = v.InferOutput<typeof signRequest>

/** GetPublicKeyRequest. */
export const publicKeyRequest = v.object({
  name,
  publicKeyFormat: v.optional(
    v.union([
      v.picklist(FORMATS),
      // The REST fallback of the client sends enums as numbers.
      v.pipe(
        v.string(),
        v.regex(/^[0-3]$/),
        v.transform((digit) => FORMATS[Number(digit)] ?? 'PUBLIC_KEY_FORMAT_UNSPECIFIED'),
      ),
    ]),
    'PUBLIC_KEY_FORMAT_UNSPECIFIED',
  ),
})

/** A request with only a name. */
export const nameRequest = v.object({ name })

const digits = v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.integer(), v.minValue(0))
/** ListCryptoKeyVersionsRequest. */
export const listRequest = v.object({
  parent: name,
  pageSize: v.optional(digits, 0),
  pageToken: v.optional(v.string(), ''),
  filter: v.optional(v.string(), ''),
  orderBy: v.optional(v.string(), ''),
})

/** Parses `request` with `schema`. Throws INVALID_ARGUMENT. */
export function parseRequest<T extends v.GenericSchema>(schema: T, request: unknown): v.InferOutput<T> {
  const result = v.safeParse(schema, request)
  if (result.success) return result.output
  throw new StatusError(
    'INVALID_ARGUMENT',
    `${v.getDotPath(result.issues[0]) ?? 'request'}: ${result.issues[0].message}`,
  )
}
