// The protobuf JSON mapping, as far as the sandbox needs it.

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Accepts only decimals: the runner's token endpoint also answers `value`. */
const isInt64Value = (value: Readonly<Record<string, unknown>>): boolean =>
  typeof value['value'] === 'string' && /^\d+$/.test(value['value']) && Object.keys(value).length === 1

/** Maps bytes to base64, Int64Value to a decimal string, Timestamp to RFC 3339; the rest stays. */
export function toProtoJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(toProtoJson)
  if (!isRecord(value)) return value
  if (isInt64Value(value)) return value['value']
  if (typeof value['seconds'] === 'number') return new Date(value['seconds'] * 1000).toISOString()
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toProtoJson(item)]))
}

/** Makes a google.protobuf.Int64Value of an unsigned 32-bit number. */
export const int64Value = (value: number): { readonly value: string } => ({ value: String(value) })

/** Makes a Timestamp of `time`, in milliseconds since the epoch; whole seconds are enough here. */
export const timestamp = (time: number): { readonly seconds: number } => ({
  seconds: Math.floor(time / 1000),
})
