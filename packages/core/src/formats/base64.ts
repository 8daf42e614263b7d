// Decodes base64 strictly: Node's decoder skips unknown characters and ignores trailing bits, so that many strings
// give the same bytes. A signed document must have one encoding alone.

/** Returns the bytes of canonical, padded base64 in the standard or the URL-safe alphabet; undefined for anything else. */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  const standard = bytes.toString('base64')
  const urlSafe = standard.replaceAll('+', '-').replaceAll('/', '_')
  return text === standard || text === urlSafe ? bytes : undefined
}
