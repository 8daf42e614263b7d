// JSON as logs sign it (RFC 8785), for the one flat object that they sign.

/** Writes members in the order of their UTF-16 code units, without blanks. Integers are passed as bigint. */
export function canonicalJson(members: Readonly<Record<string, string | bigint>>): string {
  const written = Object.keys(members)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => {
      const value = members[name]
      return `${JSON.stringify(name)}:${typeof value === 'bigint' ? value.toString() : JSON.stringify(value)}`
    })
  return `{${written.join(',')}}`
}
