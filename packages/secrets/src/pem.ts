// Reads PEM (RFC 7468). Its lines and its bodies are masked; it is not searched for anything else.
import type { Meter } from './meter.ts'

const BEGIN = '-----BEGIN '
const END = '-----END '
const DASHES = '-----'

export interface PemText {
  /** Bodies without line breaks and without the headers (`Proc-Type:`) of RFC 1421. */
  readonly bodies: readonly string[]
  /** The text around the blocks. */
  readonly rest: string
}

/** Returns the body of a block. Dotenv, and JSON that is not read as JSON, write line breaks as `\n`. */
function pemBody(block: string): string {
  const text = block.replaceAll('\\r', '\n').replaceAll('\\n', '\n')
  // OpenPGP ends with a checksum of its own (RFC 4880 §6.1).
  const lines = text.split('\n').filter((line) => !line.includes(':') && !line.startsWith('='))
  const body = lines.join('').replace(/\s+/g, '')
  return /^[A-Za-z0-9+/]+=*$/.test(body) ? body : ''
}

/** Returns every block of `text`, and the text without them. */
export function readPem(text: string, meter: Meter): PemText {
  meter.count(text.length)
  const bodies: string[] = []
  const rest: string[] = []
  let from = 0
  for (let begin = text.indexOf(BEGIN); begin !== -1; begin = text.indexOf(BEGIN, from)) {
    const label = text.indexOf(DASHES, begin + BEGIN.length)
    const end = label === -1 ? -1 : text.indexOf(END, label + DASHES.length)
    const close = end === -1 ? -1 : text.indexOf(DASHES, end + END.length)
    if (close === -1) break
    rest.push(text.slice(from, begin))
    bodies.push(pemBody(text.slice(label + DASHES.length, end)))
    from = close + DASHES.length
  }
  return { bodies: bodies.filter((body) => body !== ''), rest: [...rest, text.slice(from)].join('\n') }
}
