// Node's decoder skips what it does not know and ignores trailing bits, so that many strings give the
// same bytes. A signed document must have one encoding only.

/** Bytes of canonical, padded base64 in the standard or the URL-safe alphabet; undefined for anything else. */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  const standard = bytes.toString('base64')
  const urlSafe = standard.replaceAll('+', '-').replaceAll('/', '_')
  return text === standard || text === urlSafe ? bytes : undefined
}
