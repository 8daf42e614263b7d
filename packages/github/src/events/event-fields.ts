// Reads the payload of an event, which an earlier step may have rewritten: own members, plain types.

/** Returns an own member of `value`, or undefined. */
export const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined

/** Returns the value at `path`, or undefined. */
export const valueAt = (value: unknown, ...path: readonly string[]): unknown => path.reduce(member, value)

/** Returns the text or the whole number at `path`: a payload has ids as numbers, a token as text. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path)
  if (typeof found === 'string') return found === '' ? undefined : found
  return Number.isSafeInteger(found) ? String(found) : undefined
}
