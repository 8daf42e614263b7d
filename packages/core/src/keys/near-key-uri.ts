// Finds the key URI behind the name of a key that a console, a command line or another tool gives.

/** Another form of key names, and the key URI for a match of it. */
export type Rewriting = readonly [form: RegExp, uri: (match: readonly string[]) => string]

/** Longer than any key URI. Forms are tried on the whole text. */
const MAX_TEXT = 512

/** Returns texts that `text` may have meant. Not all of them are key URIs. */
export function meantKeyUris(text: string, rewritings: readonly Rewriting[]): string[] {
  if (text.length > MAX_TEXT) return []
  return rewritings.flatMap(([form, uri]) => {
    const match = form.exec(text.trim())
    return match === null ? [] : [uri(match)]
  })
}

/** A word in capitals in the place of a name, or a word in brackets, as forms and templates show them. */
const PLACEHOLDER = /<[^<>]*>|\{[^{}]*\}|(?<=[/:])[A-Z][A-Z_-]*(?=[/:.]|$)/g
/** Names that are valid in some place each: a version, a project, a region, an account. */
const FILLINGS = ['1', '111122223333'] as const

/** Returns the placeholders in `text`, and the text with names in their places. */
export function placeholdersIn(text: string): { readonly words: string[]; readonly filled: string[] } {
  if (text.length > MAX_TEXT) return { words: [], filled: [] }
  const whole = text.trim().replaceAll(/\[[^[\]]*\]/g, '')
  return {
    words: [...new Set(whole.match(PLACEHOLDER))],
    filled: FILLINGS.map((filling) => whole.replaceAll(PLACEHOLDER, filling)),
  }
}
