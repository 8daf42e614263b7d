// Exact values and globs. Never a regular expression from a policy: unanchored ones have let
// look-alikes through in several verifiers, and some never return.
declare const brand: unique symbol

/** An exact value, or a glob in which `*` stands for any characters but `/`. */
export type Pattern = string & { readonly [brand]: 'Pattern' }

/** More stars than this make matching slow and are no policy that a person can read. */
const MAX_STARS = 4

export function isPattern(text: string): text is Pattern {
  const stars = text.split('*').length - 1
  return (
    text !== '' &&
    text.length <= 512 &&
    stars <= MAX_STARS &&
    !text.includes('**') &&
    /^[\x21-\x7e]+$/.test(text) &&
    !/^\*+$/.test(text)
  )
}

/** Whether all of `value` is what `pattern` says. Case counts. */
export function matchesPattern(pattern: Pattern, value: string): boolean {
  const [head = '', ...rest] = pattern.split('*')
  if (rest.length === 0) return value === head
  const tail = rest.pop() ?? ''
  if (!value.startsWith(head) || !value.endsWith(tail) || value.length < head.length + tail.length)
    return false
  return matchesParts(rest, value.slice(head.length, value.length - tail.length))
}

/** Each gap before, between and after `parts` must be free of `/`. Leftmost matches suffice only without that rule, so all are tried. */
function matchesParts(parts: readonly string[], value: string): boolean {
  const [part, ...rest] = parts
  if (part === undefined) return !value.includes('/')
  for (let at = value.indexOf(part); at !== -1; at = value.indexOf(part, at + 1)) {
    if (value.slice(0, at).includes('/')) return false
    if (matchesParts(rest, value.slice(at + part.length))) return true
  }
  return false
}
