// Names of keys as consoles, command lines and other tools give them, by the key URI that they mean.

/** A name of a key in another form, and the key URI that it means. */
export type Rewriting = readonly [form: RegExp, uri: (match: readonly string[]) => string]

/** No key URI is longer, and a form is tried against the whole. */
const MAX_TEXT = 512

/** What may have been meant by `text`; not all of these are key URIs. */
export function meantKeyUris(text: string, rewritings: readonly Rewriting[]): string[] {
  if (text.length > MAX_TEXT) return []
  return rewritings.flatMap(([form, uri]) => {
    const match = form.exec(text.trim())
    return match === null ? [] : [uri(match)]
  })
}

/** A word in capitals where a name stands, or what stands in brackets, as a form or a template shows it. */
const PLACEHOLDER = /<[^<>]*>|\{[^{}]*\}|(?<=[/:])[A-Z][A-Z_-]*(?=[/:.]|$)/g
/** Each is a name wherever one can stand: a version, a project, a region, an account. */
const FILLINGS = ['1', '111122223333'] as const

/** The places in `text` that somebody left to be filled in, and what it would be with names in them. */
export function placeholdersIn(text: string): { readonly words: string[]; readonly filled: string[] } {
  if (text.length > MAX_TEXT) return { words: [], filled: [] }
  const whole = text.trim().replaceAll(/\[[^[\]]*\]/g, '')
  return {
    words: [...new Set(whole.match(PLACEHOLDER))],
    filled: FILLINGS.map((filling) => whole.replaceAll(PLACEHOLDER, filling)),
  }
}
