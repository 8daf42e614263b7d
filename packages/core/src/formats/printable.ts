// Makes text from outside printable: it may carry control characters, ANSI sequences or bidi overrides that rewrite
// what a reader of the log sees. Logs and reports take no other text: it does not compile there.
import { ClawError } from '../errors/claw-error.ts'
import type { Branded } from './brand.ts'

/** One line of text, every character of which shows as itself. */
export type Printable = Branded<'Printable'>

const MAX_SHOWN = 200

/**
 * Characters that do not show as themselves, by their Unicode properties: controls and separators of lines,
 * format characters (bidi among them), what is ignored where it cannot be shown (variation selectors,
 * joiners, fillers, tags), halves of pairs, private and non-characters. U+2800 is the one blank that no
 * property tells.
 */
const HIDDEN: RegExp =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/v

/**
 * Joiners, selectors and tags show as part of an emoji that is recommended for interchange, and of no other:
 * two names that differ in them alone look alike. Spaces that are not U+0020 look like it.
 */
const PARTS: RegExp = new RegExp(`(?<emoji>\\p{RGI_Emoji})|${HIDDEN.source}|[\\p{Zs}--[\\u0020]]`, 'gv')

/** Whether every character of `text` shows as itself. */
export function isPrintable(text: string): text is Printable {
  // With a letter in its place, so that what stands on both sides of an emoji does not become a pair.
  return !HIDDEN.test(text) || !HIDDEN.test(text.replace(/\p{RGI_Emoji}/gv, 'x'))
}

function escape(text: string): Printable {
  const escaped = text.replace(PARTS, (part: string, emoji: string | undefined) =>
    emoji === undefined ? `\\u{${(part.codePointAt(0) ?? 0).toString(16)}}` : part,
  )
  if (isPrintable(escaped)) return escaped
  throw new ClawError('INTERNAL', 'A text could not be made printable.')
}

/** `text` with hidden characters as \u{hex} and at most 200 characters, for messages. */
export function printable(text: string): Printable {
  // One character more shows that the text is longer; the rest may be megabytes.
  const shown = escape(text.slice(0, MAX_SHOWN + 1))
  if (shown.length <= MAX_SHOWN) return shown
  // The cut may split a pair or an emoji, so the rest of it is escaped again.
  return escape(`${escape(shown.slice(0, MAX_SHOWN))}…`)
}

/**
 * All of `text` on one line, however long it is: `printable` cuts where a name would end, and what is
 * advised comes last. The runner obeys `##[` anywhere in a line.
 */
export const printableText = (text: string): Printable => escape(escape(text).replaceAll('##[', '## ['))

/** A line of our own words, into which nothing but printable text and numbers can be set. */
export function line(words: TemplateStringsArray, ...values: readonly (Printable | number)[]): Printable {
  return escape(String.raw({ raw: words }, ...values))
}
