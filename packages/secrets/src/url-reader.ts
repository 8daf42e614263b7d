// Credentials in URLs and in connection strings that resemble them.
import type { Meter } from './meter.ts'
import { looksRandom, namesCredential, part, wholePart, type Part } from './part.ts'
import { SPACES, splitAt } from './scan.ts'

/** Shorter segments of a path are names. */
const MIN_SEGMENT = 16
const MIN_MIXED = 20

/** Twenty letters of both cases are rarely a name. */
const isKey = (segment: string): boolean =>
  looksRandom(segment, MIN_SEGMENT) ||
  (segment.length >= MIN_MIXED && /[a-z]/.test(segment) && /[A-Z]/.test(segment))

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Returns the credentials as written, percent-decoded, and as HTTP basic authentication sends them. */
function userAndPassword(user: string, password: string): Part[] {
  const [plainUser, plainPassword] = [percentDecoded(user), percentDecoded(password)]
  const pairs = [`${plainUser}:${plainPassword}`, `${user}:${password}`]
  return [
    { ...wholePart(password), named: true },
    { ...wholePart(plainPassword), named: true },
    ...pairs.map((pair) => wholePart(Buffer.from(pair).toString('base64'))),
    ...(looksRandom(user) ? [part(user)] : []),
  ]
}

/** Reads `token@` and `user:password@`. */
function userInfo(info: string): Part[] {
  const colon = info.indexOf(':')
  if (colon !== -1) return userAndPassword(info.slice(0, colon), info.slice(colon + 1))
  return [part(info), part(percentDecoded(info)), wholePart(Buffer.from(`${info}:`).toString('base64'))]
}

/** Reads `a=b&c=d` of a query or of a fragment, where OAuth passes tokens. */
function parameters(query: string, meter: Meter): Part[] {
  return splitAt(query, '&;', meter).flatMap((pair) => {
    const at = pair.indexOf('=')
    const written = pair.slice(at + 1)
    const named = namesCredential(pair.slice(0, Math.max(0, at)))
    return at === -1 ? [] : [part(written, named), part(percentDecoded(written.replaceAll('+', ' ')), named)]
  })
}

function readUrl(url: string, meter: Meter): Part[] {
  const rest = url.slice(url.indexOf('://') + 3)
  const slash = rest.indexOf('/')
  // The last `@` before the path ends the user information: passwords hold unescaped `@` in practice.
  const at = (slash === -1 ? rest : rest.slice(0, slash)).lastIndexOf('@')
  const [path = '', ...queries] = splitAt(rest.slice(at + 1), '?#', meter)
  return [
    ...(at === -1 ? [] : userInfo(rest.slice(0, at))),
    ...queries.flatMap((query) => parameters(query, meter)),
    ...splitAt(path, '/', meter)
      .slice(1)
      .filter((segment) => isKey(segment) && /^[\w:~-]+$/.test(segment))
      .map((segment) => part(segment)),
  ]
}

/**
 * Reads `user:password@host`, as curl takes it, and Go's MySQL driver with `@tcp(host)/name`; Oracle has
 * `user/password@host`.
 */
function readBare(word: string): Part[] {
  const at = word.lastIndexOf('@')
  return [':', '/'].flatMap((sign) => {
    const end = word.indexOf(sign)
    return end < 1 || at <= end + 1 ? [] : userAndPassword(word.slice(0, end), word.slice(end + 1, at))
  })
}

export function readUrls(text: string, meter: Meter): Part[] {
  return splitAt(text, `${SPACES}"'\`<>`, meter).flatMap((word) => {
    meter.count(word.length)
    return word.includes('://') ? readUrl(word, meter) : readBare(word)
  })
}
