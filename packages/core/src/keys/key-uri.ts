// Key URIs in the grammar of cosign, so that keys move over unchanged.
import { ClawError } from '../errors/claw-error.ts'
import { meantKeyUris, placeholdersIn } from './near-key-uri.ts'
import { printable } from '../formats/printable.ts'

declare const brand: unique symbol

/** A key URI that follows the grammar of its scheme. Made by `parseKeyUri` alone. */
export type KeyUri = string & { readonly [brand]: 'KeyUri' }

const SEGMENT = '[A-Za-z0-9_-]{1,63}'
/** Google project ids may carry a domain prefix, as in `example.com:project`. */
const PROJECT = '[a-z0-9.:-]{1,100}'
const HOST = '[a-z0-9.-]{1,253}(?::[0-9]{1,5})?'
/** A key id, that of a multi-region key, or an alias. */
const AWS_KEY =
  '(?:key/(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})|alias/[A-Za-z0-9/_-]{1,250})'

/** Each scheme once: its grammar, and the form to show where a URI does not follow it. */
const SCHEMES = {
  gcpkms: {
    pattern: new RegExp(
      `^gcpkms://(?<key>projects/${PROJECT}/locations/${SEGMENT}/keyRings/${SEGMENT}/cryptoKeys/${SEGMENT})(?:/(?:cryptoKeyVersions|versions)/(?<version>[1-9][0-9]{0,9}))?$`,
    ),
    form: 'gcpkms://projects/P/locations/L/keyRings/R/cryptoKeys/K[/cryptoKeyVersions/N]',
  },
  awskms: {
    pattern: new RegExp(
      `^awskms://(?<host>${HOST})?/(?<key>arn:aws[a-z-]{0,20}:kms:(?<region>[a-z0-9-]{1,32}):[0-9]{12}:${AWS_KEY}|${AWS_KEY.replace('key/', '')})$`,
    ),
    form: 'awskms://[ENDPOINT]/ARN, alias/NAME or key id',
  },
  azurekms: {
    pattern: new RegExp(
      `^azurekms://(?<host>[a-z0-9-]{3,64}(?:\\.[a-z0-9-]{1,63}){2,4})/(?<key>[0-9A-Za-z-]{1,127})(?:/(?<version>[0-9a-f]{32}))?$`,
    ),
    form: 'azurekms://VAULT.vault.azure.net/KEY[/VERSION]',
  },
  hashivault: {
    pattern: /^hashivault:\/\/(?<key>\w(?:[\w.-]{0,126}\w)?)(?:\/versions\/(?<version>[1-9][0-9]{0,8}))?$/,
    form: 'hashivault://KEY[/versions/N]',
  },
} as const

/** The part of a key URI before `://`. */
export type KeyScheme = keyof typeof SCHEMES

const isScheme = (text: string): text is KeyScheme => Object.hasOwn(SCHEMES, text)

function matchUri(text: string): RegExpExecArray | null {
  const scheme = text.split('://', 1)[0] ?? ''
  return isScheme(scheme) ? SCHEMES[scheme].pattern.exec(text) : null
}

function isKeyUri(text: string): text is KeyUri {
  const match = matchUri(text)
  // A port above 65535 would look like a service that does not answer.
  return match !== null && URL.canParse(`https://${match.groups?.['host'] ?? 'none'}`)
}

/** The key URI that `text` was most likely meant to be, where it is none. */
export const nearKeyUri = (text: string): KeyUri | undefined =>
  text.includes('PRIVATE KEY') ? undefined : meantKeyUris(text).find(isKeyUri)

/** Shown the form beside a copy of the form, nobody would see what is wrong. */
function checkFilledIn(text: string, input: string): void {
  const { words, filled } = placeholdersIn(text)
  if (words.length === 0 || !filled.some(isKeyUri)) return
  const [first = ''] = words
  throw new ClawError(
    'KEY_URI_INVALID',
    `Input ${input}: "${printable(text)}" still holds "${printable(first)}", which stands for a name of yours.`,
    { remedy: 'Put the names of your own key in their places, as docs/keys.md shows for your service.' },
  )
}

/** Parses `text`; `input` is the name of the input it came from. Throws KEY_URI_INVALID. */
export function parseKeyUri(text: string, input: string): KeyUri {
  if (isKeyUri(text)) return text
  if (text.includes('PRIVATE KEY'))
    throw new ClawError(
      'KEY_URI_INVALID',
      `Input ${input}: it looks like a private key, which no option accepts: keys stay in the KMS.`,
    )
  checkFilledIn(text, input)
  const scheme = text.split('://', 1)[0] ?? ''
  const forms = isScheme(scheme) ? [SCHEMES[scheme]] : Object.values(SCHEMES)
  const near = nearKeyUri(text)
  throw new ClawError(
    'KEY_URI_INVALID',
    `Input ${input}: "${printable(text)}" is not ${forms.map(({ form }) => form).join(', ')}.`,
    { remedy: near === undefined ? undefined : `Write "${near}".` },
  )
}

/** The scheme of a URI, which decides who is asked. */
export function keyScheme(uri: KeyUri): KeyScheme {
  const scheme = uri.split('://', 1)[0] ?? ''
  if (isScheme(scheme)) return scheme
  throw new ClawError('KEY_URI_INVALID', 'Not a key URI.')
}

function parts(uri: KeyUri, scheme: KeyScheme): { readonly [name: string]: string | undefined } {
  const match = SCHEMES[scheme].pattern.exec(uri)
  if (match?.groups?.['key'] === undefined)
    throw new ClawError('KEY_URI_INVALID', `Not a ${scheme}:// key URI.`)
  return match.groups
}

export interface GcpKeyName {
  /** `projects/…/cryptoKeys/K` */
  readonly key: string
  /** Decimal version, or undefined where the URI pins none. */
  readonly version: string | undefined
}

/** The resource name inside a `gcpkms://` URI. */
export function gcpKeyName(uri: KeyUri): GcpKeyName {
  const { key = '', version } = parts(uri, 'gcpkms')
  return { key, version }
}

export interface AwsKeyName {
  /** `host[:port]` of an endpoint of its own, reached over https. */
  readonly host: string | undefined
  /** An ARN, an alias (`alias/…`) or a key id. */
  readonly key: string
  /** From the ARN; undefined for an alias or an id alone. */
  readonly region: string | undefined
}

/** The key inside an `awskms://` URI. */
export function awsKeyName(uri: KeyUri): AwsKeyName {
  const { host, key = '', region } = parts(uri, 'awskms')
  return { host, key, region }
}

export interface AzureKeyName {
  /** Host of the vault or the managed HSM. */
  readonly host: string
  readonly key: string
  /** 32 hexadecimal digits, or undefined where the URI pins none. */
  readonly version: string | undefined
}

/** The key inside an `azurekms://` URI. */
export function azureKeyName(uri: KeyUri): AzureKeyName {
  const { host = '', key = '', version } = parts(uri, 'azurekms')
  return { host, key, version }
}

export interface VaultKeyName {
  readonly key: string
  /** Decimal version, or undefined where the URI pins none. cosign's grammar has none: it is ours. */
  readonly version: string | undefined
}

/** The key inside a `hashivault://` URI. */
export function vaultKeyName(uri: KeyUri): VaultKeyName {
  const { key = '', version } = parts(uri, 'hashivault')
  return { key, version }
}

/** Whether the URI can mean one key version alone, today and tomorrow. A key of AWS has no versions: its ARN is enough. */
export function isPinned(uri: KeyUri): boolean {
  const scheme = keyScheme(uri)
  if (scheme === 'awskms') return /^arn:[^/]*:key\//.test(awsKeyName(uri).key)
  return parts(uri, scheme)['version'] !== undefined
}

const isKeyless = (text: string): text is KeyUri => text === 'keyless'

function keylessUri(): KeyUri {
  const text = 'keyless'
  if (isKeyless(text)) return text
  throw new ClawError('INTERNAL', 'Unreachable.')
}

/** Stands where a key URI would: the key is one of this step alone, and a certificate says whose it is. */
export const KEYLESS: KeyUri = keylessUri()
