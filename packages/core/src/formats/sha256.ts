import { ClawError } from '../errors/claw-error.ts'
import { isHexDigest, type HexDigest } from './digest-set.ts'
import { printable } from './printable.ts'

/** 64 lower-case hexadecimal digits. */
export type Sha256 = HexDigest<'sha256'>

export const isSha256 = (text: string): text is Sha256 => isHexDigest('sha256', text)

/** The digest in `sha256:<hex>`. Upper case, other algorithms and other lengths throw DIGEST_INVALID. */
export function parseSha256(text: string, input: string): Sha256 {
  const hex = text.startsWith('sha256:') ? text.slice('sha256:'.length) : ''
  if (isSha256(hex)) return hex
  const meant = text.replace(/^sha256:/i, '').toLowerCase()
  throw new ClawError(
    'DIGEST_INVALID',
    `${input}: "${printable(text)}" does not have the form of a SHA-256 digest.`,
    { remedy: isSha256(meant) ? `Write "sha256:${meant}".` : undefined },
  )
}

/** The hexadecimal form of the 32 bytes of a SHA-256 digest. */
export function sha256FromBytes(bytes: Uint8Array): Sha256 {
  const hex = Buffer.from(bytes).toString('hex')
  if (isSha256(hex)) return hex
  throw new ClawError('INTERNAL', 'A SHA-256 digest does not have 32 bytes.')
}
