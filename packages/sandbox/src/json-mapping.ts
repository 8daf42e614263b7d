// The protobuf JSON mapping, as far as the answers of the sandbox need it.

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Decimal only: the runner's token endpoint answers `value` too. */
const isInt64Value = (value: Readonly<Record<string, unknown>>): boolean =>
  typeof value['value'] === 'string' && /^\d+$/.test(value['value']) && Object.keys(value).length === 1

/** Bytes become base64, Int64Value a decimal string, Timestamp RFC 3339; the rest stays. */
export function toProtoJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (Array.isArray(value)) return value.map(toProtoJson)
  if (!isRecord(value)) return value
  if (isInt64Value(value)) return value['value']
  if (typeof value['seconds'] === 'number') return new Date(value['seconds'] * 1000).toISOString()
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toProtoJson(item)]))
}

/** google.protobuf.Int64Value of an unsigned 32-bit number. */
export const int64Value = (value: number): { readonly value: string } => ({ value: String(value) })

/** `time` in milliseconds since the epoch; whole seconds are enough here. */
export const timestamp = (time: number): { readonly seconds: number } => ({
  seconds: Math.floor(time / 1000),
})
