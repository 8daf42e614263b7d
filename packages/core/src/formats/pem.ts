// Text forms of certificates and keys (RFC 7468), as logs and envelopes carry them.
import { decodeBase64 } from './base64.ts'
import { MAX_MATERIAL_BYTES } from './limits.ts'

const BEGIN = /^-----BEGIN ([A-Z ]{1,32})-----\r?\n/

/** What kind of thing a block of text is, and its bytes. */
export interface PemBlock {
  readonly label: string
  readonly der: Buffer
}

/**
 * The one block that `text` is; undefined for anything else. The lines are taken apart and never matched as
 * a whole: a pattern for blanks around blanks takes hours for a text of them.
 */
export function decodePem(text: string): PemBlock | undefined {
  if (text.length > 2 * MAX_MATERIAL_BYTES) return undefined
  const [begin = '', label = ''] = BEGIN.exec(text) ?? []
  const rest = text.slice(begin.length).trimEnd()
  const end = `-----END ${label}-----`
  if (label === '' || !rest.endsWith(end)) return undefined
  const der = decodeBase64(rest.slice(0, -end.length).replaceAll(/[\r\n]/g, ''))
  return der === undefined || der.length === 0 ? undefined : { label, der }
}

/** Characters in a line (RFC 7468 §2). */
const LINE = /.{1,64}/g

/** PEM as logs write it again: what they hold must equal what was sent. */
export function encodePem(label: 'CERTIFICATE' | 'PUBLIC KEY', der: Uint8Array): string {
  const lines = Buffer.from(der).toString('base64').match(LINE) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
