// The JSON of an error of Google's REST APIs as the trailers of gRPC (google.rpc.Status, AIP-193).
const CODES: Readonly<Record<string, number>> = {
  INVALID_ARGUMENT: 3,
  NOT_FOUND: 5,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  UNAVAILABLE: 14,
  UNAUTHENTICATED: 16,
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)]
}

/** A field of protobuf with a length. */
function field(number: number, content: Uint8Array | string): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...varint(bytes.length)]), bytes])
}

type Json = Readonly<Record<string, any>>

const ENCODERS: Readonly<Record<string, (detail: Json) => Buffer>> = {
  'type.googleapis.com/google.rpc.ErrorInfo': ({ reason, domain = '', metadata = {} }) =>
    Buffer.concat([
      field(1, reason),
      field(2, domain),
      ...Object.entries(metadata).map(([key, value]) =>
        field(3, Buffer.concat([field(1, key), field(2, String(value))])),
      ),
    ]),
  'type.googleapis.com/google.rpc.PreconditionFailure': ({ violations = [] }) =>
    Buffer.concat(
      violations.map(({ type = '', subject = '', description = '' }: Json) =>
        field(1, Buffer.concat([field(1, type), field(2, subject), field(3, description)])),
      ),
    ),
}

/** Trailers of a call that failed with the `error` of `body`. */
export function statusDetails(body: any): Record<string, string> {
  const { status, message, details = [] } = body.error
  const code = CODES[status] ?? 2
  const encoded = details.map((detail: Json) => {
    const type = String(detail['@type'])
    return field(3, Buffer.concat([field(1, type), field(2, ENCODERS[type]?.(detail) ?? Buffer.alloc(0))]))
  })
  const bytes = Buffer.concat([Buffer.from([8, code]), field(2, message), ...encoded])
  return {
    'grpc-status': String(code),
    'grpc-message': encodeURI(message),
    ...(details.length === 0 ? {} : { 'grpc-status-details-bin': bytes.toString('base64') }),
  }
}
