// Resolves a JSON pointer into a secret. The document is read strictly: with a duplicate member name, two readers
// could see two different secrets. Errors name members, never values.
import { ClawError, printable } from '@open-claw/core'
import { parseTree, type Node } from 'jsonc-parser'

const MAX_DEPTH = 64

/** A JSON string, or the space between strings, which may be dropped. */
const STRING_OR_SPACE = /("(?:[^"\\]|\\.)*")|[ \t\r\n]+/g
const STRING_OR_BRACKET = /"(?:[^"\\]|\\.)*"|([[{])|([\]}])/g

const unusable = (place: string, problem: string): ClawError =>
  new ClawError('SECRET_UNUSABLE', `${place}: ${problem}`)

const invalid = (place: string, problem: string, remedy?: string): ClawError =>
  new ClawError('SECRET_REFERENCE_INVALID', `${place}: ${problem}`, { remedy })

/**
 * Reads the tokens of a JSON pointer in a URI fragment (RFC 6901 §6: percent-encoded, `~0` is `~`, `~1` is `/`).
 * Throws SECRET_REFERENCE_INVALID.
 */
export function parsePointer(fragment: string, place: string): string[] {
  if (!fragment.startsWith('/')) {
    throw invalid(
      place,
      'a JSON pointer starts with "/".',
      'Write "/" after "#", or leave out "#" to take the whole secret.',
    )
  }
  if (/~(?![01])/.test(fragment))
    throw invalid(place, 'the JSON pointer holds a "~" by itself.', 'Write "~" as "~0" and "/" as "~1".')
  // A fragment may hold `?`; characters that RFC 3986 §3.5 does not allow there must be percent-encoded.
  if (!/^(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*$/.test(fragment)) {
    throw invalid(place, 'the JSON pointer holds a character that must be percent-encoded.')
  }
  try {
    const decoded = decodeURIComponent(fragment)
    // RFC 6901 §4: ~1 first, then ~0, so that "~01" becomes "~1" and not "/".
    return decoded
      .slice(1)
      .split('/')
      .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
  } catch {
    throw invalid(place, 'the JSON pointer is not percent-encoded UTF-8.')
  }
}

/** Measures the nesting depth of valid JSON, without recursion: a deep document must not exhaust the stack. */
function nestingDepth(text: string): number {
  let depth = 0
  let deepest = 0
  for (const [, opening, closing] of text.matchAll(STRING_OR_BRACKET)) {
    if (opening !== undefined) depth += 1
    if (closing !== undefined) depth -= 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** Returns the name and the value node of each member; none if the node is not an object. */
const objectMembers = (node: Node): { readonly name: string; readonly value: Node }[] =>
  node.type !== 'object'
    ? []
    : (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
        key === undefined || value === undefined ? [] : [{ name: String(key.value), value }],
      )

function checkMembers(node: Node, place: string): void {
  const seen = new Set<string>()
  for (const { name } of objectMembers(node)) {
    // The name is a part of the secret, so the message omits it.
    if (seen.has(name)) throw unusable(place, 'a member stands twice in one object.')
    seen.add(name)
  }
  for (const child of node.children ?? []) checkMembers(child, place)
}

function parseStrict(text: string, place: string): Node {
  try {
    JSON.parse(text)
  } catch {
    // The parser's own message quotes the document, which is the secret.
    throw unusable(place, 'the secret is not JSON, so a JSON pointer cannot be used on it.')
  }
  if (nestingDepth(text) > MAX_DEPTH) throw unusable(place, `the JSON is nested over ${MAX_DEPTH} levels.`)
  const tree = parseTree(text)
  if (tree === undefined) throw unusable(place, 'the secret is not JSON.')
  checkMembers(tree, place)
  return tree
}

/** RFC 6901 §4: an array index has no leading zero; `-` names the element after the last, which never exists. */
function findMember(node: Node, token: string): Node | undefined {
  if (node.type === 'array')
    return /^(?:0|[1-9][0-9]{0,8})$/.test(token) ? node.children?.[Number(token)] : undefined
  return objectMembers(node).find(({ name }) => name === token)?.value
}

/**
 * Returns the value in the JSON document `text` that `pointer` names: a string as it is; a number or a boolean as
 * it is written, so that no digit is rounded away; an object or an array as compact JSON. Throws SECRET_NOT_FOUND
 * if there is none, and SECRET_UNUSABLE for null and for anything but strict JSON.
 */
export function pointInto(text: string, pointer: readonly string[], place: string): string {
  if (pointer.length === 0) return text
  // RFC 8259 §8.1 lets a reader ignore a byte order mark, which Windows tools write.
  const json = text.replace(/^\ufeff/, '')
  let node: Node | undefined = parseStrict(json, place)
  for (const token of pointer) {
    node = findMember(node, token)
    if (node === undefined) {
      throw new ClawError(
        'SECRET_NOT_FOUND',
        `${place}: the secret has no member "${printable(token)}" there.`,
      )
    }
  }
  if (node.type === 'null') throw unusable(place, 'the member is null.')
  if (node.type === 'string') return String(node.value)
  const written = json.slice(node.offset, node.offset + node.length)
  return written.replace(STRING_OR_SPACE, (_, string: string | undefined) => string ?? '')
}
