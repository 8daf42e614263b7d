// Text from outside may carry control characters, ANSI sequences or bidi overrides that rewrite
// what a reader of the log sees. Nothing goes into a message before it went through here.

const MAX_SHOWN = 200

/** C0, C1, line separators, bidi controls, characters of no width or without ink, byte order mark, lone surrogates. */
const HIDDEN: RegExp =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f|\u17b4|\u17b5|\p{Cs}|\p{Co}|[\u{e0000}-\u{e0fff}]/u

/** Whether every character of `text` shows as itself. */
export function isPrintable(text: string): boolean {
  return !HIDDEN.test(text)
}

/** `text` with hidden characters as \u{hex} and at most 200 characters, for messages. */
export function printable(text: string): string {
  // One character more than is shown tells that there are more; the rest may be megabytes.
  const shown = text.slice(0, MAX_SHOWN + 1).replace(new RegExp(HIDDEN.source, 'gu'), (character) => {
    const point = character.codePointAt(0) ?? 0
    return `\\u{${point.toString(16)}}`
  })
  return shown.length > MAX_SHOWN ? `${shown.slice(0, MAX_SHOWN)}…` : shown
}

/**
 * All of `text` on one line, however long it is: `printable` cuts where a name would end, and what is
 * advised comes last. The runner obeys `##[` anywhere in a line.
 */
export const printableText = (text: string): string =>
  (text.match(/[^]{1,20}/gu) ?? []).map(printable).join('').replaceAll('##[', '## [')
