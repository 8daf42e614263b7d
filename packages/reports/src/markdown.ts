// Markdown for job summaries. Names come from files, images and policies; each is made inert wherever it appears.
import { errorAddress, isPrintable, printable, printableText } from '@open-claw/core'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '|': '&#124;',
  '`': '&#96;',
  '@': '&#64;',
  '*': '&#42;',
  _: '&#95;',
  '[': '&#91;',
  ']': '&#93;',
  '!': '&#33;',
  '~': '&#126;',
  '#': '&#35;',
  '\\': '&#92;',
  ':': '&#58;',
  '.': '&#46;',
  '"': '&quot;',
  "'": '&#39;',
}

// An HTML element, since a Markdown code span has no escape for its own delimiter.
const asCode = (shown: string): string =>
  `<code>${shown.replaceAll(/[&<>|`@*_[\]!~#\\:."']/g, (letter) => ENTITIES[letter] ?? '')}</code>`

/** Formats a name of any origin as code: no markup, link, mention or table cell can begin in it. Cuts overlong names. */
export const codeSpan = (text: string): string => asCode(printable(text))

/** Formats a sentence as code, uncut: the important part of a message may come last. */
export const codeText = (text: string): string => asCode(printableText(text))

/** Formats a Markdown table. Cells are not escaped, so pass them through `codeSpan`. */
export function markdownTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Returns `1 artifact` or `2 artifacts`. */
export const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** Digits of a digest that are shown if the whole one would push a column out of sight. */
const SHOWN_DIGITS = 12
/** Width of a name in a column; longer ones lose their middle, since both ends tell names apart. */
const MAX_COLUMN = 44

/** Returns the first digits of a digest; the whole one belongs in a folded part. */
export const shortDigest = (digest: string): string => codeSpan(digest.slice(0, SHOWN_DIGITS))

/** Shortens a name to fit a column. */
export function shortName(name: string, width = MAX_COLUMN): string {
  // By code points: half of a pair would show as an escape.
  const letters = Array.from(name)
  const head = Math.floor((width - 1) / 3)
  return codeSpan(
    letters.length <= width
      ? name
      : `${letters.slice(0, head).join('')}…${letters.slice(head + 1 - width).join('')}`,
  )
}

/** Links a code to its documentation. */
export const codeLink = (code: string): string => `[${code}](${errorAddress(code)})`

/** Folds `body` away under `title`, which is trusted Markdown. */
export const folded = (title: string, body: string): string =>
  `<details><summary>${title}</summary>\n\n${body}\n\n</details>`

const escapeUnits = (letter: string): string =>
  letter
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

/**
 * Formats names and whole digests as a code block, one value a line, since a code block does not wrap. None of its
 * lines can end it. Invisible characters are escaped, and so is anything that could be markup if the block were
 * ever shown as something else.
 */
export function jsonBlock(values: readonly object[]): string {
  const json = JSON.stringify(values, null, 1).replaceAll(/[^\n\x20-\x7e]|[<>`]/gu, (letter) =>
    isPrintable(letter) && !'<>`'.includes(letter) ? letter : escapeUnits(letter),
  )
  return `\`\`\`json\n${json}\n\`\`\``
}
