// Lists what the runner must hide to keep a secret out of the log. The runner replaces exact strings line by line.
// It knows nothing of structure and little of encodings, so each form is registered.
import { encodedForms, wrapped, wrappedBase64 } from './encodings.ts'
import { compactJson } from './documents.ts'
import { visible } from './invisible.ts'
import { findLeaves, type Leaves } from './leaves.ts'
import { Meter } from './meter.ts'
import { readPem } from './pem.ts'

/** Shorter strings would blank out half of the log, and people would switch masking off. */
export const MIN_MASK = 6
/** Each mask slows down every line of the job's log; a value that needs more counts as unmaskable. */
export const MAX_MASKS = 300

/** The strings to hide for a value; `unmaskable` says why the log may fail to hide it. */
export interface Masks {
  /** Single lines of at least 6 characters, without duplicates; complete even if there are over 300. */
  readonly masks: readonly string[]
  readonly unmaskable: string | undefined
  /** Why some part of the value may show even though the whole is hidden. */
  readonly partial: string | undefined
}

const STOP_WORDS: ReadonlySet<string> = new Set(
  `undefined localhost 127.0.0.1 0.0.0.0 default production staging development testing sandbox preview
   release debug master branch github actions runner ubuntu windows darwin docker string number boolean
   object function password secret username postgres postgresql mysql mongodb redis service_account
   bearer public private internal enabled disabled require required prefer verify-full verify-ca
   service admin administrator application/json googleapis.com https:// http://
   https://accounts.google.com/o/oauth2/auth https://oauth2.googleapis.com/token
   https://www.googleapis.com/oauth2/v1/certs`.split(/\s+/),
)

/** Recognises digits up to the length of a Unix time, decimals, booleans and words that appear in every log. */
const isCommon = (text: string): boolean =>
  STOP_WORDS.has(text.toLowerCase()) ||
  /^[-+]?\d{1,10}(?:\.\d{1,10})?$/.test(text) ||
  // Public certificates of service accounts, which each of their key files names.
  text.startsWith('https://www.googleapis.com/robot/v1/metadata/x509/') ||
  /^-----(?:BEGIN|END) [A-Z0-9 ]+-----$/.test(text) ||
  /^(.)\1*$/su.test(text)

const isMask = (text: string): boolean => text.length >= MIN_MASK && !isCommon(text)

const trimmedLines = (text: string): string[] => text.split(/[\r\n]+/).map((line) => line.trim())

/**
 * Returns the text as it is, as a terminal shows it, and with Unix line ends. All are trimmed, because each form
 * of the trimmed text is a part of the same form of the whole; only the white space around it stays visible.
 */
function textForms(value: string): string[] {
  const trimmed = value.trim()
  const forms = [trimmed, visible(trimmed).trim()]
  return [...new Set(forms.flatMap((form) => [form, form.replaceAll('\r\n', '\n')]))]
}

function partMasks(text: string, meter: Meter): string[] {
  return textForms(text).flatMap((form) => {
    meter.count(form.length)
    return [
      ...trimmedLines(form),
      form.replace(/[\r\n]+/g, ''),
      form.replace(/[\r\n]+/g, ' ').trim(),
      ...readPem(form, meter).bodies.flatMap((body) => [body, ...wrapped(body)]),
      ...encodedForms(form),
      ...wrappedBase64(form),
    ]
  })
}

/** Recognises placeholders for a missing value. */
const isNothing = (text: string): boolean => /^(?:true|false|null|none|nil|undefined|~|\*+)?$/i.test(text)

function partial({ parts, cut, unread }: Leaves): string | undefined {
  const short = parts.some(({ text, named }) => named && !isNothing(text.trim()) && !isMask(text.trim()))
  if (short) return 'a part of it that is named like a credential is too short or too common to be hidden'
  if (cut) return 'it has more parts than are examined'
  return unread ? 'it has several words or lines, and none of them is recognised as a credential' : undefined
}

function unmaskable(value: string, count: number): string | undefined {
  const lines = trimmedLines(value).filter((line) => line !== '')
  if (value.trim().length < MIN_MASK) return `it has fewer than ${MIN_MASK} characters`
  if (isCommon(value.trim())) return 'it is a word or a number that appears in every log'
  if (!lines.some(isMask)) return `no line of it has ${MIN_MASK} characters`
  return count > MAX_MASKS ? `hiding it takes ${count} masks and the limit is ${MAX_MASKS}` : undefined
}

/**
 * Returns everything to hide for `value`: its lines, its parts if it is a document of a known kind, and the
 * encodings of all these. No mask holds a line break: the runner would register each of its lines, down to a
 * lone brace.
 */
export function masksFor(value: string, meter: Meter = new Meter()): Masks {
  const leaves = findLeaves(value, meter)
  // Parts named like a credential come first: if there are too many, the runner gets the first ones.
  const parts = leaves.parts.toSorted((a, b) => Number(b.named) - Number(a.named))
  const texts = [value, ...parts.map(({ text }) => text)].filter((text) => isMask(text.trim()))
  const compact = compactJson(value)
  const candidates = [
    ...texts.flatMap((text) => partMasks(text, meter)),
    ...(compact === undefined ? [] : [compact, ...encodedForms(compact)]),
  ]
  const masks = new Set(candidates.filter((mask) => isMask(mask) && !/[\r\n]/.test(mask)))
  return { masks: [...masks], unmaskable: unmaskable(value, masks.size), partial: partial(leaves) }
}
