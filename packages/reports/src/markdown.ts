// Job summaries. Names come from files, images and policies: every one is inert wherever it is placed.
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

/** A name of any origin as code: no markup, link, mention or table cell can begin in it. Cut where no name is longer. */
export const codeSpan = (text: string): string => asCode(printable(text))

/** The same for sentences, uncut: what counts in a message may come last. */
export const codeText = (text: string): string => asCode(printableText(text))

/** A Markdown table; cells are taken as they are, so pass them through `codeSpan`. */
export function markdownTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n')
}

/** `1 artifact`, `2 artifacts` */
export const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** Digits of a digest that are shown where the whole one would push a column out of sight. */
const SHOWN_DIGITS = 12
/** A name in a column; wider ones lose their middle, since both ends tell names apart. */
const MAX_COLUMN = 44

/** The first digits of a digest; the whole one belongs into a folded part. */
export const shortDigest = (digest: string): string => codeSpan(digest.slice(0, SHOWN_DIGITS))

/** A name that fits a column. */
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

/** A code that links to what the documentation says of it. */
export const codeLink = (code: string): string => `[${code}](${errorAddress(code)})`

/** What is there for those who look for it. `title` is Markdown of ours. */
export const folded = (title: string, body: string): string =>
  `<details><summary>${title}</summary>\n\n${body}\n\n</details>`

const escapeUnits = (letter: string): string =>
  letter
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

/**
 * Names and whole digests in a block of code, one value a line, since such a block does not wrap. None of
 * its lines can end it. What JSON would leave invisible is escaped, and what could be markup, were the block
 * ever shown as something else.
 */
export function jsonBlock(values: readonly object[]): string {
  const json = JSON.stringify(values, null, 1).replaceAll(/[^\n\x20-\x7e]|[<>`]/gu, (letter) =>
    isPrintable(letter) && !'<>`'.includes(letter) ? letter : escapeUnits(letter),
  )
  return `\`\`\`json\n${json}\n\`\`\``
}
