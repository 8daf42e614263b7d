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

const UTF8_MARK = '\u00ef\u00bb\u00bf'

/** In UTF-16 every ASCII character has a zero byte beside it, with or without a mark in front. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isMarked || (bytes.length > 1 && (first === 0) !== (second === 0))
}

/** Bytes as characters: where a line ends does not depend on what is in it. */
const linesOf = (bytes: Uint8Array): readonly (readonly [number: number, line: string])[] =>
  Buffer.from(bytes)
    .toString('latin1')
    .split('\n')
    .map((line, index) => [index + 1, (index === 0 ? line.replace(UTF8_MARK, '') : line).trim()] as const)
    .filter(([, line]) => line !== '')

/**
 * Whether the lines are documents of their own. In one JSON document no line that ends an object is followed
 * by a line that begins one: only a comma could stand between, and text has no line breaks. Two documents of
 * several lines each are not meant.
 */
const isOnePerLine = (lines: ReturnType<typeof linesOf>): boolean =>
  lines.some(([, line], index) => {
    const before = lines[index - 1]?.[1] ?? ''
    const isBoundary = before.endsWith('}') && line.startsWith('{')
    return isBoundary && (before.startsWith('{') || line.endsWith('}'))
  })

/** What other tools print around bundles, by what their documents have, and how to get at the bundles. */
const WRAPPERS: readonly { readonly what: string; readonly path: string; readonly has: readonly string[] }[] =
  [
    { what: 'the answer of an attestations API', path: '.attestations[].bundle', has: ['attestations'] },
    { what: 'an attestation of that API', path: '.bundle', has: ['bundle'] },
    { what: 'the output of `gh attestation verify`', path: '.attestation.bundle', has: ['attestation'] },
  ]

const OTHERS: readonly { readonly what: string; readonly has: readonly string[] }[] = [
  { what: 'an in-toto statement without a signature', has: ['_type', 'predicateType'] },
  { what: 'a PEP 740 attestation of a Python package', has: ['verification_material', 'envelope'] },
  { what: "cosign's older format", has: ['base64Signature'] },
  { what: "in-toto's older link format", has: ['signed', 'signatures'] },
]

const WANTED = 'A Sigstore bundle or a DSSE envelope is wanted, or one of them on each line'

function otherForm(json: unknown): string {
  const [first] = Array.isArray(json) ? json : []
  const item: unknown = Array.isArray(json) ? first : json
  const isLike = ({ has }: { readonly has: readonly string[] }): boolean =>
    isJsonObject(item) && has.every((field) => Object.hasOwn(item, field))
  const prefix = Array.isArray(json) ? '.[]' : ''
  const wrapper = WRAPPERS.find(isLike)
  if (wrapper !== undefined)
    return `is ${wrapper.what}. ${WANTED}: jq -c '${prefix}${wrapper.path}' makes them`
  if (Array.isArray(json)) return `is an array. ${WANTED}: jq -c '.[]' makes them`
  return `is ${OTHERS.find(isLike)?.what ?? 'something else'}. ${WANTED}`
}

/** The bundles that one JSON document holds: one, or one for each signature of an envelope. */
function bundlesOf(document: Uint8Array, name: string): readonly SigstoreBundle[] {
  const json = parseJson(document, `The bundle "${name}"`, BUNDLE_LIMITS)
  if (isJsonObject(json) && Object.hasOwn(json, BUNDLE_FORM)) return [bundleFromJson(json, document, name)]
  if (isEnvelope(json)) return envelopesFromJson(json, document, name)
  throw new ClawError('BUNDLE_INVALID', `"${printable(name)}" ${otherForm(json)}.`)
}

function read(document: Uint8Array, name: string): readonly ReadBundle[] {
  try {
    return bundlesOf(document, name).map((bundle) => ({ name, bundle }))
  } catch (error) {
    if (error instanceof ClawError) return [{ name, refused: error }]
    throw error
  }
}

const refused = (name: string, why: string): readonly ReadBundle[] => [
  { name, refused: new ClawError('BUNDLE_INVALID', `"${printable(name)}" ${why}.`) },
]

/** Reads a file of evidence, at least one of which is given back; `name` is its path. */
export function parseBundles(document: Uint8Array, name: string): readonly ReadBundle[] {
  if (isUtf16(document))
    return refused(name, 'is in UTF-16. JSON is UTF-8: in PowerShell write it with -Encoding utf8')
  const lines = linesOf(document)
  if (!isOnePerLine(lines)) return read(document, name)
  if (lines.length > MAX_BUNDLES_PER_FILE)
    return refused(name, `has ${lines.length} lines; the limit is ${MAX_BUNDLES_PER_FILE}. Split the file`)
  return lines.flatMap(([number, line]) => read(Buffer.from(line, 'latin1'), `${name}:${number}`))
}
