// Reads files of evidence as tools write them: one bundle, or one on each line. Each line is read by itself, so
// that an unreadable one takes nothing away from the others ("Consumers MUST ignore unrecognized lines",
// in-toto/attestation spec/v1/bundle.md).
import { BUNDLE_FORM, BUNDLE_LIMITS, bundleFromJson, type SigstoreBundle } from './bundle.ts'
import { envelopesFromJson, isEnvelope } from './dsse-envelope.ts'
import { ClawError } from '../errors/claw-error.ts'
import { isJsonObject, parseJson } from './json.ts'
import { jsonLines, type JsonLine } from './json-lines.ts'
import { printable } from './printable.ts'
import { isUtf16 } from './utf16.ts'

/** More than any tool downloads at once; a file with more is refused, never read in part. */
export const MAX_BUNDLES_PER_FILE = 1024

/** A bundle of a file, or the reason why there is none. It is named by its file and, where there are several, its line. */
export type ReadBundle =
  | { readonly name: string; readonly bundle: SigstoreBundle }
  | { readonly name: string; readonly refused: ClawError }

interface OtherForm {
  readonly what: string
  /** Fields that its documents have. */
  readonly has: readonly string[]
  /** The place of its bundles, as a filter of jq. */
  readonly path?: string
}

/** Forms that other tools write. */
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

const otherForm = (json: unknown, otherwise: OtherForm): OtherForm =>
  OTHER_FORMS.find(({ has }) => isJsonObject(json) && has.every((field) => Object.hasOwn(json, field))) ??
  otherwise

/** Makes the error for a document that is no bundle: what it is instead, and what would be one. */
function otherFormError(json: unknown, name: string): ClawError {
  const { what, path } = Array.isArray(json)
    ? otherForm(json[0], { what: 'an array', has: [], path: '' })
    : otherForm(json, { what: 'something else', has: [] })
  const filter = `${Array.isArray(json) ? '.[]' : ''}${path ?? ''}`
  return new ClawError('BUNDLE_INVALID', `"${printable(name)}" is ${what}.`, {
    remedy: path === undefined ? `${WANTED}.` : `${WANTED}: jq -c '${filter}' makes them.`,
  })
}

/** Reads the bundles of one JSON document: one, or one for each signature of an envelope. */
function readBundles(document: Uint8Array, name: string): readonly SigstoreBundle[] {
  const json = parseJson(document, `The bundle "${name}"`, BUNDLE_LIMITS)
  if (isJsonObject(json) && Object.hasOwn(json, BUNDLE_FORM)) return [bundleFromJson(json, document, name)]
  if (isEnvelope(json)) return envelopesFromJson(json, document, name)
  throw otherFormError(json, name)
}

function read(document: Uint8Array, name: string): readonly ReadBundle[] {
  try {
    return readBundles(document, name).map((bundle) => ({ name, bundle }))
  } catch (error) {
    if (error instanceof ClawError) return [{ name, refused: error }]
    throw error
  }
}

const refused = (name: string, why: string, remedy: string): readonly ReadBundle[] => [
  { name, refused: new ClawError('BUNDLE_INVALID', `"${printable(name)}" ${why}.`, { remedy }) },
]

function readLines(lines: Iterable<JsonLine>, name: string): readonly ReadBundle[] {
  const found: ReadBundle[] = []
  let count = 0
  for (const { number, document } of lines) {
    count += 1
    if (count > MAX_BUNDLES_PER_FILE)
      return refused(name, `has more than ${MAX_BUNDLES_PER_FILE} bundles`, 'Split the file.')
    found.push(...read(document, `${name}:${number}`))
  }
  return found
}

/** Reads a file of evidence; `name` is its path. Returns at least one bundle or refusal. */
export function parseBundles(document: Uint8Array, name: string): readonly ReadBundle[] {
  if (isUtf16(document))
    return refused(name, 'is in UTF-16', 'Write it in UTF-8: in PowerShell, with -Encoding utf8.')
  const lines = jsonLines(document)
  return lines === undefined ? read(document, name) : readLines(lines, name)
}
