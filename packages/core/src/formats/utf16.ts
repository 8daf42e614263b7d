// Recognizes UTF-16, which Windows PowerShell writes unasked.

/** Whether a document of mostly ASCII is in UTF-16: it has a byte order mark, or a zero beside its first character. */
export const isUtf16 = ([first = 1, second = 1]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  (first === 0) !== (second === 0)
