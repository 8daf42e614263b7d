// The masker of GitHub's runner 2.336, as HostContext, ValueEncoders and SecretMasker define it: what
// is registered for a value, and what becomes of a line of the log.

type Encoder = (value: string) => string

const base64From =
  (start: number): Encoder =>
  (value) => {
    const bytes = Buffer.from(value)
    return bytes.length > start ? bytes.subarray(start).toString('base64') : ''
  }

/** JsonConvert.ToString without its quotes. */
const jsonEscape: Encoder = (value) =>
  JSON.stringify(value)
    .slice(1, -1)
    .replace(/[\u0085\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Uri.EscapeDataString: all but the unreserved characters of RFC 3986, in capitals. */
const uriEscape: Encoder = (value) =>
  encodeURIComponent(value.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

const XML: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '&': '&amp;',
}

const trimDoubleQuotes: Encoder = (value) =>
  value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : ''

const MIN_POWERSHELL_PART = 6
const longEnough = (part: string): string => (part.length >= MIN_POWERSHELL_PART ? part : '')

const preAmpersand: Encoder = (value) => {
  if (!value.includes('&')) return ''
  const cut = value.includes('&+') ? value.indexOf('&+') + 2 : value.lastIndexOf('&') + 1
  return longEnough(value.slice(0, cut))
}

/** After `&+` the runner drops one character more: PowerShell colours it on its own. */
const postAmpersand: Encoder = (value) => {
  if (!value.includes('&')) return ''
  const cut = value.includes('&+') ? value.indexOf('&+') + 3 : value.lastIndexOf('&') + 1
  return longEnough(value.slice(cut))
}

const ENCODERS: readonly Encoder[] = [
  base64From(0),
  base64From(1),
  base64From(2),
  (value) => value.replaceAll('"', String.raw`\"`),
  (value) => value.replaceAll("'", "''"),
  jsonEscape,
  uriEscape,
  (value) => value.replace(/[<>"'&]/g, (sign) => XML[sign] ?? sign),
  trimDoubleQuotes,
  preAmpersand,
  postAmpersand,
]

/** Masks registered so far, and masked text. */
export interface RunnerMasker {
  /** As `::add-mask::` does: the value and each trimmed line of it. False where it is blank, which the runner refuses. */
  add(value: string): boolean
  /** Every registered value in `text` replaced by `***`; case matters, overlapping and touching matches are one. */
  mask(text: string): string
}

function placesOf(text: string, value: string): { start: number; end: number }[] {
  const places = []
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1)) {
    places.push({ start: at, end: at + value.length })
  }
  return places
}

function maskAll(text: string, values: Iterable<string>): string {
  const places = [...values].flatMap((value) => placesOf(text, value)).toSorted((a, b) => a.start - b.start)
  const parts: string[] = []
  let end = -1
  for (const place of places) {
    if (place.start > end) parts.push(text.slice(Math.max(end, 0), place.start), '***')
    end = Math.max(end, place.end)
  }
  return [...parts, text.slice(Math.max(end, 0))].join('')
}

/** A masker without masks, as a job starts with. */
export function createRunnerMasker(): RunnerMasker {
  const values = new Set<string>()
  const register = (value: string): void => {
    for (const form of [value, ...ENCODERS.map((encode) => encode(value))]) if (form !== '') values.add(form)
  }
  return {
    add(value) {
      if (value.trim() === '') return false
      register(value)
      for (const line of value.split(/[\r\n]+/)) if (line.trim() !== '') register(line.trim())
      return true
    },
    mask: (text) => maskAll(text, values),
  }
}
