// Parts that schemas of documents share.
import * as v from 'valibot'
import { decodeBase64 } from './base64.ts'
import { isJsonObject } from './json.ts'
import { MAX_MATERIAL_BYTES, MAX_TEXT } from './limits.ts'

/** An object of exactly these fields. Valibot takes a list for an object. */
export const exactObject = <E extends v.ObjectEntries>(entries: E) =>
  v.pipe(v.custom(isJsonObject, 'is not an object'), v.strictObject(entries))

/** A text that `decode` reads; `problem` is the issue where it returns undefined. */
export const decodedText = <T>(decode: (text: string) => T | undefined, problem: string) =>
  v.pipe(
    v.string(),
    v.rawTransform<string, T>(({ dataset, addIssue, NEVER }) => {
      const decoded = decode(dataset.value)
      if (decoded !== undefined) return decoded
      addIssue({ message: problem })
      return NEVER
    }),
  )

/** Bytes in canonical base64, at least one. */
export const Base64Bytes = decodedText(
  (text) => (text === '' ? undefined : decodeBase64(text)),
  'is not canonical base64',
)

/** Bytes in base64 of a signature, a certificate or a timestamp, which are short. */
export const MaterialBytes = v.pipe(
  v.string(),
  v.maxLength(Math.ceil(MAX_MATERIAL_BYTES / 3) * 4, `is over ${MAX_MATERIAL_BYTES} bytes`),
  Base64Bytes,
)

/** A name, or a pointer to a key. */
export const ShortText = v.pipe(v.string(), v.maxLength(MAX_TEXT, `is over ${MAX_TEXT} characters`))

/** Any object, as it is. Valibot's record leaves out fields of some names, so that nobody would miss them. */
export const AnyObject = v.custom<{ readonly [field: string]: unknown }>(isJsonObject, 'is not an object')

/** A field that may be absent. In protobuf's JSON null means absent, and some writers use it. */
export const optionalField = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.nullish(schema),
    v.transform((value) => value ?? undefined),
  )

/** The type of a signed payload, in ASCII: other characters could look like another type. */
export const PayloadType = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,256}$/, 'is not a media type in ASCII'))
