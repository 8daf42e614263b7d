// Checks URIs that only name things (RFC 3986) and are not resolved.

/** Scheme, then characters and escapes of a URI, one fragment at most. */
const URI =
  /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w.~:/?[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?$/
const MAX_LENGTH = 2048

/** Whether `text` is a URI with a scheme: `https://…`, `urn:…`, `tag:…`. A host and path alone are not. */
export const isUri = (text: string): boolean => text.length <= MAX_LENGTH && URI.test(text)
