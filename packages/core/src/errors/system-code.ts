const CODE = /^[A-Z0-9_]{1,64}$/

/** The code of an error of Node.js, the operating system or OpenSSL, such as `ECONNREFUSED`; undefined where it has none. */
export function systemCode(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' && CODE.test(code) ? code : undefined
}
