/** `text` as `isOne` makes it. */
export function guarded<T extends string>(isOne: (text: string) => text is T, text: string): T {
  if (isOne(text)) return text
  throw new Error(`Not of its type: ${text}`)
}
