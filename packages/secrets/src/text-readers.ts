// Finds secrets in any other text by their surroundings. Reading is generous here, unlike anywhere else: a part
// that is mistaken for a secret costs a few stars in the log.
import type { Meter } from './meter.ts'
import { looksRandom, namesCredential, part, type Part } from './part.ts'
import { readUrls } from './url-reader.ts'
import {
  enclosed,
  LINE_ENDS,
  quotedIn,
  SPACES,
  splitAt,
  splitOutsideQuotes,
  unquoted,
  withoutEscapes,
} from './scan.ts'

type TextReader = (text: string, meter: Meter) => readonly Part[]

const MAX_KEY = 256

const XML_ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
}

const numbered = (digits: string, radix: number): string | undefined => {
  const point = Number.parseInt(digits, radix)
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined
}

const withoutEntities = (text: string): string =>
  text.replace(
    /&(?:amp|lt|gt|quot|apos|#([0-9]{1,7})|#x([0-9a-f]{1,6}));/gi,
    (entity, decimal: string | undefined, hexadecimal: string | undefined) =>
      (decimal === undefined ? undefined : numbered(decimal, 10)) ??
      (hexadecimal === undefined ? undefined : numbered(hexadecimal, 16)) ??
      XML_ENTITIES[entity] ??
      entity,
  )

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** Resolves escapes such as `\u0021` and `\:` of properties, dotenv, TOML and libpq. */
const withoutBackslashes = (text: string): string =>
  text.replace(/\\(?:u([0-9a-f]{4})|([^]))/gi, (_, unit: string | undefined, other: string | undefined) =>
    unit === undefined
      ? (CONTROLS[other ?? ''] ?? other ?? '')
      : String.fromCharCode(Number.parseInt(unit, 16)),
  )

/** Decoders for formats that escape some characters, each with the sign of an escape. */
const WRITTEN_OTHERWISE: readonly (readonly [sign: string, read: (text: string) => string])[] = [
  ['\\n', (text) => text.replaceAll('\\n', '\n')],
  ['\\', withoutBackslashes],
  ['&', withoutEntities],
  // YAML, ADO.NET and CSV double a quote, ODBC a brace.
  ["''", (text) => text.replaceAll("''", "'")],
  ['""', (text) => text.replaceAll('""', '"')],
  ['}}', (text) => text.replaceAll('}}', '}')],
]

const readings = (text: string): Part[] =>
  WRITTEN_OTHERWISE.filter(([sign]) => text.includes(sign)).map(([, read]) => part(read(text)))

/** Removes quotes at either end, even if the other one is on another line. */
const withoutQuotes = (text: string): string =>
  text.replace(/^["'`]{1,3}/, '').replace(/["'`]{1,3}[,;]?$/, '')

/** Removes a tag or an anchor, which YAML puts before a value. */
const withoutTag = (text: string): string =>
  /^[!&][^\s]{0,64}\s/.test(text) ? text.slice(text.search(/\s/)).trim() : text

/** Returns a value as written; without its quotes, its comment and the comma after it; and with escapes resolved. */
function valueParts(written: string, named: boolean): Part[] {
  const value = withoutTag(written.trim())
  const comment = value.indexOf(' #')
  const plain = unquoted(value.replace(/[,;]$/, ''))
  return [
    ...[
      value,
      unquoted(value),
      plain,
      ...(comment === -1 ? [] : [unquoted(value.slice(0, comment).trimEnd())]),
    ].map((text) => part(text, named)),
    part(withoutQuotes(value)),
    ...readings(value),
    ...readings(plain),
  ]
}

/** Another pair follows: a finer split finds the value. */
const MORE = /[;&]\s{0,8}[\w .-]{1,64}=/

/** Returns the values after the first `=` and the first `:` of a piece. */
function readAssignment(piece: string): Part[] {
  if (MORE.test(piece)) return []
  const head = piece.slice(0, MAX_KEY)
  return ['=', ':'].flatMap((sign) => {
    const at = head.indexOf(sign)
    if (at < 1 || piece.startsWith('//', at + 1)) return []
    const key = unquoted(head.slice(0, at).trim().replace(/:$/, ''))
    return valueParts(piece.slice(at + 1).replace(/^>/, ''), namesCredential(key))
  })
}

/** Separators that formats write between two pairs. */
const BETWEEN_PAIRS: readonly { readonly separators: string; readonly quotes: boolean }[] = [
  { separators: LINE_ENDS, quotes: false },
  { separators: `${LINE_ENDS};`, quotes: false },
  { separators: `${LINE_ENDS}&`, quotes: false },
  { separators: `${LINE_ENDS},;{}[]()<>`, quotes: false },
  { separators: `${LINE_ENDS},;{}[]()<>`, quotes: true },
  { separators: `${SPACES},;{}[]()<>&`, quotes: false },
  { separators: `${SPACES},;{}[]()<>&`, quotes: true },
]

/** Reads pairs of dotenv, properties, ini, YAML, TOML, HCL, npmrc, ADO.NET, ODBC and libpq, and `user:password`. */
const readAssignments = (text: string, meter: Meter): Part[] =>
  BETWEEN_PAIRS.flatMap(({ separators, quotes }) =>
    (quotes ? splitOutsideQuotes : splitAt)(text, separators, meter).flatMap((piece) => {
      meter.count(piece.length)
      return readAssignment(piece.trim())
    }),
  )

/** Reads `- value` of YAML. */
function readListItems(text: string, meter: Meter): Part[] {
  return splitAt(text, LINE_ENDS, meter).flatMap((line) => {
    const item = line.trimStart()
    return item.startsWith('- ') ? valueParts(item.slice(2), false) : []
  })
}

const indentation = (line: string): number => line.length - line.trimStart().length

/** Reads block scalars of YAML: the lines indented further below a line that ends in `|` or `>`. */
function readBlocks(text: string, meter: Meter): Part[] {
  meter.count(text.length)
  const blocks: string[][] = []
  let open: { readonly indent: number; readonly lines: string[] } | undefined
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    if (open !== undefined && (line.trim() === '' || indentation(line) > open.indent)) {
      open.lines.push(line.trim())
      continue
    }
    const opens = /[|>][-+]?$/.test(line.trimEnd().slice(-2))
    open = opens ? { indent: indentation(line), lines: [] } : undefined
    if (open !== undefined) blocks.push(open.lines)
  }
  return blocks.map((lines) => part(lines.join('\n')))
}

const OPTION =
  /^-{0,2}(?:[\w.-]{0,48}(?:pass(?:word|wd|phrase)?|pwd|secret|token|key)|bearer|basic|digest|negotiate|login|account|requirepass|user|-u|-p)["':=]{0,2}$/i

/** Reads the word after one that names a credential: .netrc, headers, options, redis and others. */
function readWords(text: string, meter: Meter): Part[] {
  const words = splitAt(text, SPACES, meter).filter((word) => !/^[=:]>?$/.test(word))
  return words.flatMap((word, index) => {
    const before = unquoted(words[index - 1] ?? '')
    if (before.length > MAX_KEY || !OPTION.test(before)) return []
    const value = word.replace(/[,;]$/, '')
    const named = namesCredential(before.replace(/["':=]+$/, ''))
    return [part(value, named), part(unquoted(value), named)]
  })
}

/** Reads any mix of letters and digits between signs that formats use. */
const readRandom = (text: string, meter: Meter): Part[] =>
  splitAt(text, `${SPACES}"'\`,;<>(){}[]=|&`, meter)
    .filter((word) => looksRandom(word))
    .map((word) => part(word))

/** Reads the first and the last line of a quoted text of several lines. */
const readQuotedLines = (text: string, meter: Meter): Part[] =>
  splitAt(text, LINE_ENDS, meter).flatMap((line) => {
    const inside = withoutQuotes(line.trim())
    return inside === line.trim() ? [] : [part(inside), ...readings(inside)]
  })

/** Reads `PWD={a;b}` of ODBC and of the JDBC driver of SQL Server. */
const readBraced = (text: string, meter: Meter): Part[] =>
  enclosed(text, '={', '}', meter).flatMap((inside) => [part(inside), ...readings(inside)])

const readCharacterData = (text: string, meter: Meter): Part[] =>
  enclosed(text, '<![CDATA[', ']]>', meter).map((inside) => part(inside))

/** Reads quoted text: attributes of XML, members of JSON with comments, TOML, HCL, source code. */
const readQuoted = (text: string, meter: Meter): Part[] =>
  [text, ...(text.includes('\\') ? [withoutEscapes(text)] : [])]
    .flatMap((signs) => quotedIn(text, signs, meter))
    .flatMap((quoted) => [part(quoted), ...readings(quoted)])

/** Reads text between tags. */
const readElements = (text: string, meter: Meter): Part[] =>
  text.includes('</') ? splitAt(text, '<>', meter).flatMap((piece) => valueParts(piece, false)) : []

/** Reads `host:port:database:user:password`, with `\:` for a colon. */
function readPgpass(text: string, meter: Meter): Part[] {
  return splitAt(text, LINE_ENDS, meter).flatMap((line) => {
    const fields = splitAt(line.replaceAll('\\\\', '\u0001').replaceAll('\\:', '\u0002'), ':', meter)
    const password = (fields[4] ?? '').replaceAll('\u0002', ':').replaceAll('\u0001', '\\')
    return fields.length === 5 ? [part(password, true)] : []
  })
}

/** Reads JWS and JWE compact serialisation (RFC 7515 §7.1, RFC 7516 §7.1): debuggers show each segment alone. */
const readJwt = (text: string, meter: Meter): Part[] =>
  splitAt(text, `${SPACES}"'\`,;:<>(){}[]=|&/?#`, meter).flatMap((word) => {
    const segments = word.startsWith('ey') ? word.split('.') : []
    const isToken = segments.length >= 3 && segments.length <= 5
    return isToken ? [word, ...segments].map((segment) => part(segment)) : []
  })

/** Control characters other than tab and line breaks: a person would not store such text. */
const BINARY = /[[\p{Cc}\ufffd]--[\t\n\r]]/v

/** Decodes base64 and base64url of text, wrapped or not: docker configurations, Kubernetes secrets, HTTP authentication. */
function readBase64(text: string, meter: Meter): Part[] {
  meter.count(text.length)
  const joined = splitAt(text, SPACES, meter).join('')
  if (joined.length < 8 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(joined)) return []
  const decoded = Buffer.from(joined, 'base64').toString('utf8')
  return decoded.length < 4 || BINARY.test(decoded) ? [] : [part(decoded)]
}

export const TEXT_READERS: readonly TextReader[] = [
  readAssignments,
  readListItems,
  readBlocks,
  readWords,
  readQuoted,
  readQuotedLines,
  readBraced,
  readElements,
  readCharacterData,
  readUrls,
  readPgpass,
  readJwt,
  readBase64,
  readRandom,
]
