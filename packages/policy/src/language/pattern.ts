// Exact values and globs. A policy never holds regular expressions: unanchored ones have let look-alikes
// through in several verifiers, and some never return.
import { isPrintable } from '@open-claw/core'

declare const brand: unique symbol

/** An exact value, or a glob in which `*` stands for any characters but `/`. */
export type Pattern = string & { readonly [brand]: 'Pattern' }

/** With more stars, no person can tell what a pattern matches. */
const MAX_STARS = 4
const MAX_LENGTH = 512

/** A character that a value must have besides separators, which every value has. */
const LITERAL = /[\p{L}\p{N}\p{Extended_Pictographic}]/u

export const isGlob = (text: string): boolean => text.includes('*')

export function isPattern(text: string): text is Pattern {
  const stars = text.split('*').length - 1
  return (
    text.trim() === text &&
    text !== '' &&
    text.length <= MAX_LENGTH &&
    stars <= MAX_STARS &&
    !text.includes('**') &&
    isPrintable(text) &&
    (stars === 0 || LITERAL.test(text))
  )
}

/** Checks whether `glob` matches all of `segment`, which holds no `/`. Leftmost matches suffice, so no text takes long. */
function matchesSegment(glob: string, segment: string): boolean {
  const [head = '', ...parts] = glob.split('*')
  const tail = parts.pop()
  if (tail === undefined) return segment === head
  if (!segment.startsWith(head)) return false
  let at = head.length
  for (const part of parts) {
    const found = segment.indexOf(part, at)
    if (found === -1) return false
    at = found + part.length
  }
  return segment.length >= at + tail.length && segment.endsWith(tail)
}

/** Checks whether `pattern` matches all of `value`. Case counts. */
export function matchesPattern(pattern: Pattern, value: string): boolean {
  const globs = pattern.split('/')
  const segments = value.split('/')
  return (
    globs.length === segments.length &&
    globs.every((glob, index) => matchesSegment(glob, segments[index] ?? ''))
  )
}

/** On a host that many share, the first part of the path tells its owners apart. */
const URL_FORM = /^[a-z][a-z0-9+.-]*:\/\/(?<host>[^/]*)(?:\/(?<owner>[^/]*).*)?$/s
/** `urn:acme:*`; an address has no colon. */
const URN_FORM = /^[a-z][a-z0-9+.-]*:[^*/@]*[\p{L}\p{N}][^*/@]*\*[^/]*$/u

const isDomain = (domain: string): boolean => !isGlob(domain) && LITERAL.test(domain)

/**
 * Checks whether only the owner of something can match `pattern`: an exact value, a URL with host and first
 * part, an address at one domain, or a URN with a fixed beginning.
 */
export function namesSomebody(pattern: Pattern): boolean {
  if (!isGlob(pattern)) return true
  const url = URL_FORM.exec(pattern)?.groups
  if (url !== undefined) return isDomain(url['host'] ?? '') && LITERAL.test(url['owner'] ?? '')
  if (pattern.includes('/')) return false
  return pattern.includes('@')
    ? isDomain(pattern.slice(pattern.lastIndexOf('@') + 1))
    : URN_FORM.test(pattern)
}

/** Git writes a branch as refs/heads/NAME and a tag as refs/tags/NAME; these words are mistakes. */
const NO_KINDS: ReadonlySet<string> = new Set(['branch', 'branches', 'head', 'tag'])

/** Checks whether `pattern` can match a git ref: `refs/`, a kind and a name. */
export function canBeRef(pattern: Pattern): boolean {
  const [refs = '', kind = '', ...name] = pattern.split('/')
  return matchesSegment(refs, 'refs') && !NO_KINDS.has(kind) && name.length > 0 && !name.includes('')
}

/** Checks whether `pattern` can match a workflow identity: a URL, an @ and a ref. */
export function canBeWorkflow(pattern: Pattern): boolean {
  const [repository = '', file] = pattern.split('/.github/workflows/')
  return file === undefined || (repository.includes('://') && (file.includes('@') || isGlob(file)))
}
