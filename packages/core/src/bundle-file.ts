// Files of evidence as tools write them: one bundle, or one on each line. What a line is does not depend on
// its neighbours, so that one which cannot be read takes nothing away from the others ("Consumers MUST
// ignore unrecognized lines", in-toto/attestation spec/v1/bundle.md).
import { BUNDLE_FORM, BUNDLE_LIMITS, bundleFromJson, type SigstoreBundle } from './bundle.ts'
import { envelopesFromJson, isEnvelope } from './dsse-envelope.ts'
import { ClawError } from './errors.ts'
import { isJsonObject, parseJson } from './json.ts'
import { printable } from './printable.ts'

/** More than any tool downloads at once; a file with more is refused, never read in part. */
export const MAX_BUNDLES_PER_FILE = 1024

/** One bundle of a file, by the name of the file and, where there are several, its line; or why there is none. */
export type ReadBundle =
  | { readonly name: string; readonly bundle: SigstoreBundle }
  | { readonly name: string; readonly refused: ClawError }

/** In UTF-16 every ASCII character has a zero byte beside it, with or without a mark in front. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isMarked || (bytes.length > 1 && (first === 0) !== (second === 0))
}

/** A line that begins an object after one that ends an object. Files that were joined keep their byte order marks. */
const BOUNDARY = /\}[ \t\r]*\n\s*(?:\xef\xbb\xbf)?\{/
const OBJECT = /^\s*(?:\xef\xbb\xbf)?\{/

/**
 * Whether the lines are documents of their own. In one JSON document nothing but a comma could stand at such
 * a boundary, and text has no line breaks. One of the two lines must be whole: two documents of several lines
 * each are not meant.
 */
function isOnePerLine(text: string): boolean {
  const boundary = BOUNDARY.exec(text)
  if (boundary === null) return false
  const start = text.lastIndexOf('\n', boundary.index) + 1
  const last = boundary.index + boundary[0].length
  const end = text.indexOf('\n', last)
  const line = text.slice(last, end < 0 ? undefined : end).trimEnd()
  return OBJECT.test(text.slice(start, boundary.index)) || line.endsWith('}')
}

/** The lines with something on them, by their numbers. One after the other: a file may be nothing but line breaks. */
function* linesOf(text: string): Generator<readonly [number: number, line: string]> {
  let number = 1
  let counted = 0
  for (const { 0: line, index } of text.matchAll(/\S[^\n]*/g)) {
    for (let at = text.indexOf('\n', counted); at >= 0 && at < index; at = text.indexOf('\n', counted)) {
      number += 1
      counted = at + 1
    }
    yield [number, line.trimEnd()]
  }
}

interface OtherForm {
  readonly what: string
  /** Fields that its documents have. */
  readonly has: readonly string[]
  /** Where its bundles are, in the words of jq. */
  readonly path?: string
}

/** What other tools write. */
const OTHER_FORMS: readonly OtherForm[] = [
  { what: 'the answer of an attestations API', has: ['attestations'], path: '.attestations[].bundle' },
  { what: 'an attestation of an attestations API', has: ['bundle'], path: '.bundle' },
  { what: 'the output of `gh attestation verify`', has: ['attestation'], path: '.attestation.bundle' },
  { what: 'an in-toto statement without a signature', has: ['_type', 'predicateType'] },
  { what: 'a PEP 740 attestation of a Python package', has: ['verification_material', 'envelope'] },
  { what: "cosign's older format", has: ['base64Signature'] },
  { what: "in-toto's older link format", has: ['signed', 'signatures'] },
]

const WANTED = 'Give a Sigstore bundle or a DSSE envelope, or one of them on each line'

const formOf = (json: unknown, otherwise: OtherForm): OtherForm =>
  OTHER_FORMS.find(({ has }) => isJsonObject(json) && has.every((field) => Object.hasOwn(json, field))) ??
  otherwise

/** What a document is instead of a bundle, and what would be one. */
function refusalOf(json: unknown, name: string): ClawError {
  const { what, path } = Array.isArray(json)
    ? formOf(json[0], { what: 'an array', has: [], path: '' })
    : formOf(json, { what: 'something else', has: [] })
  const filter = `${Array.isArray(json) ? '.[]' : ''}${path ?? ''}`
  return new ClawError('BUNDLE_INVALID', `"${printable(name)}" is ${what}.`, {
    remedy: path === undefined ? `${WANTED}.` : `${WANTED}: jq -c '${filter}' makes them.`,
  })
}

/** The bundles that one JSON document holds: one, or one for each signature of an envelope. */
function bundlesOf(document: Uint8Array, name: string): readonly SigstoreBundle[] {
  const json = parseJson(document, `The bundle "${name}"`, BUNDLE_LIMITS)
  if (isJsonObject(json) && Object.hasOwn(json, BUNDLE_FORM)) return [bundleFromJson(json, document, name)]
  if (isEnvelope(json)) return envelopesFromJson(json, document, name)
  throw refusalOf(json, name)
}

function read(document: Uint8Array, name: string): readonly ReadBundle[] {
  try {
    return bundlesOf(document, name).map((bundle) => ({ name, bundle }))
  } catch (error) {
    if (error instanceof ClawError) return [{ name, refused: error }]
    throw error
  }
}

const refused = (name: string, why: string, remedy: string): readonly ReadBundle[] => [
  { name, refused: new ClawError('BUNDLE_INVALID', `"${printable(name)}" ${why}.`, { remedy }) },
]

function readLines(text: string, name: string): readonly ReadBundle[] {
  const found: ReadBundle[] = []
  let count = 0
  for (const [number, line] of linesOf(text)) {
    count += 1
    if (count > MAX_BUNDLES_PER_FILE)
      return refused(name, `has more than ${MAX_BUNDLES_PER_FILE} bundles`, 'Split the file.')
    found.push(...read(Buffer.from(line, 'latin1'), `${name}:${number}`))
  }
  return found
}

/** Reads a file of evidence, at least one of which is given back; `name` is its path. */
export function parseBundles(document: Uint8Array, name: string): readonly ReadBundle[] {
  if (isUtf16(document))
    return refused(name, 'is in UTF-16', 'Write it in UTF-8: in PowerShell, with -Encoding utf8.')
  // Bytes as characters: where a line ends does not depend on what is in it.
  const text = Buffer.from(document).toString('latin1')
  return isOnePerLine(text) ? readLines(text, name) : read(document, name)
}
