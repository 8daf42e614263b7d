// URIs as names of things (RFC 3986), which nobody resolves.

/** Scheme, then characters and escapes of a URI, one fragment at most. */
const URI =
  /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w.~:/?[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?$/
const MAX_LENGTH = 2048

/** Whether `text` is a URI with a scheme: `https://…`, `urn:…`, `tag:…`. A host and path alone are none. */
export const isUri = (text: string): boolean => text.length <= MAX_LENGTH && URI.test(text)
