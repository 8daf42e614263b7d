// The forms in which programs print a value. The runner's own encoders miss all of these, or match only when
// lengths happen to fit; see docs/masking.md.

const HEX_ESCAPE = (character: string): string =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`

const inJson = (value: string): string => JSON.stringify(value).slice(1, -1)

/** Escapes as encoding/json of Go does, and others that write JSON for use inside HTML. */
const inHtmlSafeJson = (value: string): string => inJson(value).replace(/[<>&\u2028\u2029]/g, HEX_ESCAPE)

/** Escapes as json.dumps of Python does, and others that write ASCII only. */
const inAsciiJson = (value: string): string =>
  inJson(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** encodeURIComponent throws on lone surrogates; a value decoded from UTF-8 has none. */
const inUrl = (value: string): string => encodeURIComponent(value.toWellFormed())

const inStrictUrl = (value: string): string =>
  inUrl(value).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

const lowerHex = (url: string): string => url.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase())

/** Encodes as application/x-www-form-urlencoded, as the URL standard serialises it. */
const inForm = (value: string): string => new URLSearchParams([['', value]]).toString().slice(1)

const inXml = (value: string): string =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')

const inSingleQuotes = (value: string): string => value.replaceAll("'", String.raw`'\''`)

const C_ESCAPES: Readonly<Record<string, string>> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
  '\\': String.raw`\\`,
  "'": String.raw`\'`,
  '\u001b': String.raw`\E`,
  '\u0007': String.raw`\a`,
}

/** Quotes as `printf %q` of bash does: $'…' if there is a control character, backslashes otherwise. */
const inBashQuotes = (value: string): string =>
  /\p{Cc}/u.test(value)
    ? value.replace(/[\p{Cc}\\']/gu, (character) => C_ESCAPES[character] ?? character)
    : value.replace(/[ !"$&'()*,;<>?[\\\]^`{|}]|^[#~]/g, (character) => `\\${character}`)

const TEXT_FORMS: readonly ((value: string) => string)[] = [
  inJson,
  (value) => inJson(inJson(value)),
  inHtmlSafeJson,
  inAsciiJson,
  (value) => inJson(value).replaceAll('/', String.raw`\/`),
  inStrictUrl,
  inUrl,
  inForm,
  (value) => lowerHex(inStrictUrl(value)),
  (value) => lowerHex(inUrl(value)),
  inXml,
  inSingleQuotes,
  inBashQuotes,
]

/**
 * Returns the base64 of `value` inside a longer text. Whatever precedes it, the groups of four that hold only
 * bytes of the value are one of three strings. If nothing follows the value, the last group is known as well.
 */
function alignedBase64(value: string): string[] {
  const bytes = Buffer.from(value)
  return [0, 1, 2].flatMap((start) => {
    const whole = 3 * Math.floor((bytes.length - start) / 3)
    const core = bytes.subarray(start, start + Math.max(0, whole))
    const rest = bytes.subarray(start)
    return [core, rest].flatMap((part) => [
      part.toString('base64').replace(/=+$/, ''),
      part.toString('base64url'),
    ])
  })
}

/** Returns the single-line encodings of `value`, without the value itself. */
export function encodedForms(value: string): string[] {
  const hex = Buffer.from(value).toString('hex')
  return [...TEXT_FORMS.map((form) => form(value)), hex, hex.toUpperCase(), ...alignedBase64(value)]
}

/** MIME (RFC 2045) wraps at 76 columns, PEM (RFC 7468) at 64. */
const COLUMNS: readonly number[] = [64, 76]

/** Wraps `text` into lines of 64 and of 76 characters if it is longer than a line. */
export function wrapped(text: string): string[] {
  return COLUMNS.filter((columns) => text.length > columns).flatMap((columns) =>
    Array.from({ length: Math.ceil(text.length / columns) }, (_, line) =>
      text.slice(line * columns, (line + 1) * columns),
    ),
  )
}

/** Returns the lines that `base64` and PEM writers print for `value`, without padding: more text may follow. */
export function wrappedBase64(value: string): string[] {
  const bytes = Buffer.from(value)
  return wrapped(bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64'))
}
