// Reads checksums files as sha256sum, shasum, openssl, the BSDs, PowerShell and goreleaser write them.
import { isHexDigest, type FileHash, type HexDigest } from './digest-set.ts'
import { ClawError } from '../errors/claw-error.ts'
import { printable } from './printable.ts'
import { checkSubjectName } from './subject.ts'

/** One line: a file and its digest. */
export interface ListedDigest {
  /** The name in the list, without a leading ./ */
  readonly name: string
  readonly hash: FileHash
  readonly digest: HexDigest
  /** File and line, for messages. */
  readonly place: string
}

/** By length, where no tag names the hash. BLAKE2 and SHA-3 of these lengths have no form of their own and never match. */
const HASH_BY_LENGTH: Readonly<Record<number, FileHash>> = { 64: 'sha256', 96: 'sha384', 128: 'sha512' }

/** By tag, as the BSDs and openssl 1 and 3 write them. */
const HASH_BY_TAG: Readonly<Record<string, FileHash>> = {
  SHA256: 'sha256',
  'SHA2-256': 'sha256',
  SHA384: 'sha384',
  'SHA2-384': 'sha384',
  SHA512: 'sha512',
  'SHA2-512': 'sha512',
  'SHA3-256': 'sha3_256',
  'SHA3-384': 'sha3_384',
  'SHA3-512': 'sha3_512',
}

const LINES = [
  // sha256sum: two spaces, or a space and a star; BSD's -r: one space; sha256sum -c reads a tab too.
  /^(?<digest>[0-9A-Fa-f]+)(?: [ *]|[ \t])(?<name>.+)$/,
  // sha256sum --tag and the BSDs: "SHA256 (name) = digest"; openssl leaves out two of the spaces.
  /^(?<tag>[A-Z][A-Za-z0-9-]*) ?\((?<name>.+)\) ?= (?<digest>[0-9A-Fa-f]+)$/,
] as const

const ENCODINGS = [
  { mark: [0xff, 0xfe], name: 'utf-16le' },
  { mark: [0xfe, 0xff], name: 'utf-16be' },
] as const

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Returns the text of a checksums file. Windows PowerShell writes UTF-16 with a byte order mark; everything else
 * must be UTF-8. Throws CHECKSUMS_INVALID.
 */
export function checksumsText(bytes: Uint8Array, file: string): string {
  const marked = ENCODINGS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))
  const text = decoded(bytes, marked?.name ?? 'utf-8')
  if (text !== undefined) return text
  const lines = Buffer.from(bytes).toString('latin1').split('\n')
  const line = lines.findIndex((one) => decoded(Buffer.from(one, 'latin1'), 'utf-8') === undefined)
  // Read otherwise, a name that no file has would be signed.
  throw new ClawError(
    'CHECKSUMS_INVALID',
    marked === undefined
      ? `"${printable(file)}" line ${line + 1}: the name is not UTF-8.`
      : `"${printable(file)}" is not UTF-16, as its byte order mark says.`,
  )
}

const ESCAPES: Readonly<Record<string, string>> = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' }

interface Fields {
  readonly tag: string | undefined
  readonly name: string
  readonly digest: string
}

function readFields(line: string): Fields | undefined {
  // sha256sum marks a line whose name it had to escape.
  const isEscaped = line.startsWith('\\')
  const text = isEscaped ? line.slice(1) : line
  const { tag, name, digest } = LINES.map((form) => form.exec(text)?.groups).find(Boolean) ?? {}
  if (name === undefined || digest === undefined) return undefined
  const real = isEscaped ? name.replaceAll(/\\[\\nr]/g, (pair) => ESCAPES[pair] ?? pair) : name
  return { tag, name: real.replace(/^(?:\.\/)+/, ''), digest: digest.toLowerCase() }
}

function parseLine(line: string, place: string): ListedDigest {
  const fields = readFields(line)
  if (fields === undefined)
    throw new ClawError('CHECKSUMS_INVALID', `${place}: "${printable(line)}" is not a checksum line.`)
  const { tag, name, digest } = fields
  const hash = tag === undefined ? HASH_BY_LENGTH[digest.length] : HASH_BY_TAG[tag]
  if (hash === undefined || !isHexDigest(hash, digest)) {
    throw new ClawError(
      'DIGEST_INVALID',
      `${place}: ${tag === undefined ? `${digest.length} hexadecimal digits are` : `${printable(tag)} with ${digest.length} hexadecimal digits is`} no digest of SHA-2 or SHA-3 of 256 bits or more.`,
    )
  }
  return { name: checkSubjectName(name, place), hash, digest, place }
}

/** Comments and empty lines are skipped as sha256sum -c skips them: neither can name a file. */
const holdsNothing = (line: string): boolean => line === '' || line.startsWith('#')

/** Merges equal lines. Throws SUBJECT_DUPLICATE where one name has two digests by one hash. */
function merged(entries: readonly ListedDigest[]): ListedDigest[] {
  const known = new Map<string, ListedDigest>()
  for (const entry of entries) {
    const key = `${entry.hash} ${entry.name}`
    const other = known.get(key)
    if (other !== undefined && other.digest !== entry.digest) {
      throw new ClawError(
        'SUBJECT_DUPLICATE',
        `${entry.place}: "${printable(entry.name)}" has another digest in ${other.place}.`,
      )
    }
    if (other === undefined) known.set(key, entry)
  }
  return [...known.values()]
}

/**
 * Parses the text of a checksums file. A line that is neither a checksum nor a comment is an error: were it
 * skipped, a mistyped file would end in a signature over nothing. Throws CHECKSUMS_INVALID,
 * DIGEST_INVALID, ARTIFACT_REFUSED or SUBJECT_DUPLICATE, with the line.
 */
export function parseChecksums(text: string, file: string): ListedDigest[] {
  const entries = text
    .split(/\r?\n/)
    .flatMap((line, index) =>
      holdsNothing(line) ? [] : [parseLine(line, `"${printable(file)}" line ${index + 1}`)],
    )
  if (entries.length === 0)
    throw new ClawError('CHECKSUMS_INVALID', `"${printable(file)}" holds no checksum.`)
  return merged(entries)
}
