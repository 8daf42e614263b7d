// PEM as logs and certificate authorities exchange it (RFC 7468 §2).

/** 64 characters a line, as Rekor writes it again: what it holds must equal what was sent. */
export function encodePem(label: 'CERTIFICATE' | 'PUBLIC KEY', der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
