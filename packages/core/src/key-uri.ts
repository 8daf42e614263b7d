// Key URIs in the grammar of cosign, so that keys move over unchanged.
import { ClawError } from './errors.ts'
import { printable } from './printable.ts'

declare const brand: unique symbol

/** A key URI that follows the grammar of its scheme. Made by `parseKeyUri` alone. */
export type KeyUri = string & { readonly [brand]: 'KeyUri' }

const SEGMENT = '[A-Za-z0-9_-]{1,63}'
/** Google project ids may carry a domain prefix, as in `example.com:project`. */
const PROJECT = '[a-z0-9.:-]{1,100}'
const GCP_KEY: RegExp = new RegExp(
  `^gcpkms://(projects/${PROJECT}/locations/${SEGMENT}/keyRings/${SEGMENT}/cryptoKeys/${SEGMENT})(?:/(?:cryptoKeyVersions|versions)/([1-9][0-9]{0,9}))?$`,
)

const isKeyUri = (text: string): text is KeyUri => GCP_KEY.test(text)

/** Parses `text`; `input` is the name of the input it came from. Throws KEY_URI_INVALID. */
export function parseKeyUri(text: string, input: string): KeyUri {
  if (isKeyUri(text)) return text
  const hint = text.includes('PRIVATE KEY')
    ? 'it looks like a private key, which no option accepts: keys stay in the KMS'
    : `"${printable(text)}" is not gcpkms://projects/P/locations/L/keyRings/R/cryptoKeys/K[/cryptoKeyVersions/N]`
  throw new ClawError('KEY_URI_INVALID', `Input ${input}: ${hint}`)
}

export interface GcpKeyName {
  /** `projects/…/cryptoKeys/K` */
  readonly key: string
  /** Decimal version, or undefined where the URI pins none. */
  readonly version: string | undefined
}

/** The resource name inside a `gcpkms://` URI. */
export function gcpKeyName(uri: KeyUri): GcpKeyName {
  const match = GCP_KEY.exec(uri)
  if (match?.[1] === undefined) throw new ClawError('KEY_URI_INVALID', 'Not a gcpkms:// key URI.')
  return { key: match[1], version: match[2] }
}
