// DSSE v1 (https://github.com/secure-systems-lab/dsse/blob/master/protocol.md).

/** How every encoding begins: the version of the protocol and a space. */
export const PAE_PREFIX = 'DSSEv1 '

/** Pre-authentication encoding: "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body; lengths in bytes, ASCII decimal. */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Buffer {
  const type = Buffer.from(payloadType)
  return Buffer.concat([
    Buffer.from(`${PAE_PREFIX}${type.length} `),
    type,
    Buffer.from(` ${payload.length} `),
    payload,
  ])
}
