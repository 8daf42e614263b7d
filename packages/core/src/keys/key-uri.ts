// Reads key URIs in the grammar of cosign, so that keys move over unchanged. Each vendor brings the grammar of its
// scheme; `keyUris` makes one language of them.
import { ClawError } from '../errors/claw-error.ts'
import { meantKeyUris, placeholdersIn, type Rewriting } from './near-key-uri.ts'
import type { Branded } from '../formats/brand.ts'
import { printable } from '../formats/printable.ts'

/** A key URI that follows the grammar of its scheme. Made by `keyUris` alone. */
export type KeyUri = Branded<'KeyUri'>

/** One that can mean a single key version, today and tomorrow. */
export type PinnedKeyUri = Branded<'KeyUri' | 'PinnedKeyUri'>

/** The groups of a pattern, by their names. */
export type KeyUriParts = Readonly<Record<string, string | undefined>>

/** The grammar of one vendor's key URIs. */
export interface KeyUriGrammar {
  /** The part before `://`. */
  readonly scheme: string
  /** The whole URI. Its group `key` names the key, and `host`, where there is one, the host to ask. */
  readonly pattern: RegExp
  /** The form in words, for errors. */
  readonly form: string
  /** Rewrites names of keys that consoles, command lines and other tools give. */
  readonly near: readonly Rewriting[]
  /** Whether a URI of these parts can mean one key version alone, today and tomorrow. */
  readonly isPinned: (parts: KeyUriParts) => boolean
  /** Keys of nobody in the documentation. Readers put their own in their place. */
  readonly examples: readonly string[]
}

/** The operations on key URIs. */
export interface KeyUris {
  /** The schemes, in the order for readers. */
  readonly schemes: readonly string[]
  /** Parses `text`; `input` is the name of the input it came from. Throws KEY_URI_INVALID. */
  readonly parse: (text: string, input: string) => KeyUri
  /** Returns the key URI that `text` was most likely meant to be, if any. */
  readonly near: (text: string) => KeyUri | undefined
  /** Parses the URI of a key version. Throws KEY_URI_INVALID, also for a URI that pins none. */
  readonly parsePinned: (text: string, input: string) => PinnedKeyUri
  readonly isPinned: (uri: KeyUri) => uri is PinnedKeyUri
  /** Whether `text` is an example of the documentation. */
  readonly isExample: (text: string) => boolean
}

/** The part of a key URI before `://`. */
export const keyScheme = (uri: KeyUri): string => uri.split('://', 1)[0] ?? ''

function follows(text: string, { scheme, pattern }: KeyUriGrammar): boolean {
  if (!text.startsWith(`${scheme}://`)) return false
  const match = pattern.exec(text)
  // A port above 65535 would look like a service that does not answer.
  return match !== null && URL.canParse(`https://${match.groups?.['host'] ?? 'none'}`)
}

/** The parts of `uri`, which has to follow `grammar`. Throws KEY_URI_INVALID. */
export function keyUriParts(uri: KeyUri, { scheme, pattern }: KeyUriGrammar): KeyUriParts {
  const groups = pattern.exec(uri)?.groups
  if (groups === undefined) throw new ClawError('KEY_URI_INVALID', `Not a ${scheme}:// key URI.`)
  return groups
}

/** Schemes for a reader: `a://, b:// or c://`. */
export function listedSchemes(schemes: readonly string[]): string {
  const shown = schemes.map((scheme) => `${scheme}://`)
  const last = shown.at(-1) ?? ''
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} or ${last}`
}

/** Whether `text` looks like a private key, which belongs in no message. */
const isPrivateKey = (text: string): boolean => text.includes('PRIVATE KEY')

/** Throws KEY_URI_INVALID for a copy of the form that is not filled in. Beside the form itself nobody would see what is wrong. */
function checkFilledIn(text: string, input: string, isKeyUri: (text: string) => boolean): void {
  const { words, filled } = placeholdersIn(text)
  if (words.length === 0 || !filled.some(isKeyUri)) return
  const [first = ''] = words
  throw new ClawError(
    'KEY_URI_INVALID',
    `Input ${input}: "${printable(text)}" still holds "${printable(first)}", which stands for a name of yours.`,
    { remedy: 'Put the names of your own key in their places, as docs/keys.md shows for your service.' },
  )
}

/** Makes the language of all key URIs that follow one of `grammars`. */
export function keyUris(grammars: readonly KeyUriGrammar[]): KeyUris {
  const schemes = grammars.map(({ scheme }) => scheme)
  const isKeyUri = (text: string): text is KeyUri => grammars.some((grammar) => follows(text, grammar))
  const near = (text: string): KeyUri | undefined =>
    isPrivateKey(text)
      ? undefined
      : meantKeyUris(
          text,
          grammars.flatMap((grammar) => grammar.near),
        ).find(isKeyUri)
  const anyForm = `Write ${listedSchemes(schemes)} and the key as docs/keys.md has it, or keyless.`
  const parse = (text: string, input: string): KeyUri => {
    if (isKeyUri(text)) return text
    if (isPrivateKey(text))
      throw new ClawError(
        'KEY_URI_INVALID',
        `Input ${input}: it looks like a private key, which no option accepts: keys stay in the KMS.`,
        { remedy: anyForm },
      )
    checkFilledIn(text, input, isKeyUri)
    const own = grammars.filter(({ scheme }) => text.startsWith(`${scheme}://`))
    const forms = own.length > 0 ? own : grammars
    const meant = near(text)
    throw new ClawError(
      'KEY_URI_INVALID',
      `Input ${input}: "${printable(text)}" is not ${forms.map(({ form }) => form).join(', ')}.`,
      { remedy: meant === undefined ? anyForm : `Write "${meant}".` },
    )
  }
  const isPinned = (uri: KeyUri): uri is PinnedKeyUri =>
    grammars.some((grammar) => follows(uri, grammar) && grammar.isPinned(keyUriParts(uri, grammar)))
  const parsePinned = (text: string, input: string): PinnedKeyUri => {
    const uri = parse(text, input)
    if (isPinned(uri)) return uri
    throw new ClawError('KEY_URI_INVALID', `Input ${input}: "${printable(text)}" names no version of a key.`)
  }
  return {
    schemes,
    parse,
    near,
    parsePinned,
    isPinned,
    isExample: (text) => grammars.some(({ examples }) => examples.includes(text)),
  }
}
