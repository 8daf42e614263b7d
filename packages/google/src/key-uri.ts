// Key URIs of Google Cloud KMS.
import { keyUriParts, keyUris, type KeyUri, type KeyUriGrammar, type PinnedKeyUri } from '@open-claw/core'

const SEGMENT = '[A-Za-z0-9_-]{1,63}'
/** Google project ids may carry a domain prefix, as in `example.com:project`. */
const PROJECT = '[a-z0-9.:-]{1,100}'

export const GOOGLE_KEY_URI: KeyUriGrammar = {
  scheme: 'gcpkms',
  pattern: new RegExp(
    `^gcpkms://(?<key>projects/${PROJECT}/locations/${SEGMENT}/keyRings/${SEGMENT}/cryptoKeys/${SEGMENT})(?:/(?:cryptoKeyVersions|versions)/(?<version>[1-9][0-9]{0,9}))?$`,
  ),
  form: 'gcpkms://projects/P/locations/L/keyRings/R/cryptoKeys/K[/cryptoKeyVersions/N]',
  near: [
    // gcloud prints the resource name; the API's URL ends in it.
    [/^(?:.*?[:/]{1,3})?(projects\/.+)$/, ([, name = '']) => `gcpkms://${name}`],
  ],
  isPinned: ({ version }) => version !== undefined,
  examples: [
    'gcpkms://projects/acme-release/locations/europe-west1/keyRings/release/cryptoKeys/release/cryptoKeyVersions/1',
    'gcpkms://projects/acme/locations/europe-west1/keyRings/release/cryptoKeys/release/cryptoKeyVersions/1',
  ],
}

export interface GoogleKeyName {
  /** `projects/…/cryptoKeys/K` */
  readonly key: string
  /** Decimal version; undefined if the URI pins none. */
  readonly version: string | undefined
}

/** Returns the resource name inside a `gcpkms://` URI. Throws KEY_URI_INVALID. */
export function googleKeyName(uri: KeyUri): GoogleKeyName {
  const { key = '', version } = keyUriParts(uri, GOOGLE_KEY_URI)
  return { key, version }
}

/** Returns the URI of a resource, `projects/…/cryptoKeyVersions/N`. Throws KEY_URI_INVALID. */
export const googleKeyUri = (resource: string): PinnedKeyUri =>
  keyUris([GOOGLE_KEY_URI]).parsePinned(`gcpkms://${resource}`, 'key')
