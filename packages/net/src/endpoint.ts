// Endpoints of one's own come from inputs alone: an earlier step could set an environment variable.
import { ClawError, printable } from '@open-claw/core'

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** The parts of an unreadable URL that may hold credentials or tokens. */
const SECRET_PARTS = /(?<=\/\/).*@|[?#].*$/gs

export const isLoopback = (url: URL): boolean => LOOPBACK.has(url.hostname)

/** An https URL, or http on loopback, without credentials, query or fragment. Throws ENDPOINT_INSECURE or INPUT_INVALID. */
export function parseEndpoint(text: string, input: string): URL {
  const url = URL.parse(text)
  if (url === null) {
    throw new ClawError(
      'INPUT_INVALID',
      `Input ${input}: "${printable(text.replaceAll(SECRET_PARTS, '…'))}" is not a URL.`,
    )
  }
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
  if (!secure || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new ClawError(
      'ENDPOINT_INSECURE',
      `Input ${input}: "${printable(`${url.protocol}//${url.host}`)}" is neither https nor loopback, or its URL has credentials, a query or a fragment.`,
    )
  }
  return url
}
