// The files that a step writes for the runner, parsed as actions/runner does (FileCommandManager.cs).
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

const MAX_ARTIFACTS_BYTES = 1024 * 1024
const MAX_ARTIFACTS = 500

interface Line {
  readonly text: string
  /** The line break that ended it; empty at the end of the file. */
  readonly end: string
}

function* linesOf(content: string): Generator<Line> {
  for (const match of content.matchAll(/([^\n]*)(\n|$)/g)) {
    if (match[0] === '') return
    yield { text: match[1] ?? '', end: match[2] ?? '' }
  }
}

/**
 * The pairs of GITHUB_OUTPUT, GITHUB_STATE or GITHUB_ENV: `NAME=value` lines and `NAME<<DELIMITER` blocks.
 * Throws as the runner words it; pairs before the malformed line hold, as for the runner.
 */
export function* keyValues(content: string): Generator<readonly [name: string, value: string]> {
  const lines = linesOf(content)
  for (let next = lines.next(); next.done !== true; next = lines.next()) {
    const { text } = next.value
    if (text === '') continue
    const equals = text.indexOf('=')
    const heredoc = text.indexOf('<<')
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) throw new Error(`Invalid format '${text}'. Name must not be empty`)
      yield [text.slice(0, equals), text.slice(equals + 1)]
    } else if (heredoc >= 0) {
      const [name, delimiter] = [text.slice(0, heredoc), text.slice(heredoc + 2)]
      if (name === '' || delimiter === '')
        throw new Error(`Invalid format '${text}'. Name and delimiter must not be empty`)
      yield [name, readBlock(lines, delimiter)]
    } else {
      throw new Error(`Invalid format '${text}'`)
    }
  }
}

function readBlock(lines: Iterator<Line>, delimiter: string): string {
  const block: Line[] = []
  for (let next = lines.next(); next.done !== true; next = lines.next()) {
    if (next.value.text === delimiter)
      return block.map(({ text, end }, index) => (index === block.length - 1 ? text : text + end)).join('')
    if (next.value.end === '') throw new Error(`Invalid value. EOF marker missing new line. '${delimiter}'`)
    block.push(next.value)
  }
  throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`)
}

export interface ParsedArtifact {
  readonly name: string
  readonly digest: string
  readonly kind: 'file' | 'oci'
}

/** An artifact with the number of its line, counted from 1. */
export interface DeclaredArtifact {
  readonly line: number
  readonly artifact: ParsedArtifact
}

/** SHA-256 of a file of any size, in pieces: a whole one of 2 GiB cannot be read. */
function digestOf(path: string): string {
  const hash = createHash('sha256')
  const buffer = Buffer.alloc(4 * 1024 * 1024)
  const file = openSync(path, 'r')
  for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
    hash.update(buffer.subarray(0, length))
  }
  closeSync(file)
  return hash.digest('hex')
}

const OCI = /^(.+)@(sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/i
const isScheme = (text: string, scheme: string): boolean => text.toLowerCase().startsWith(scheme)
const lineError = (line: number, why: string): Error => new Error(`line ${line}: ${why}`)

/** The name of a file is the last part of its path alone, so that two folders can be in conflict. */
function fileArtifact(declared: string, workspace: string): ParsedArtifact {
  const path = resolve(workspace, declared)
  if (!existsSync(path) || !statSync(path).isFile()) throw new Error(`file '${declared}' does not exist`)
  const digest = digestOf(path)
  return { name: basename(path), digest: `sha256:${digest}`, kind: 'file' }
}

function imageArtifact(text: string): ParsedArtifact | undefined {
  const [, name, digest] = OCI.exec(text) ?? []
  if (name === undefined || digest === undefined) return undefined
  return { name, digest: digest.toLowerCase(), kind: 'oci' }
}

function parseArtifact(line: string, workspace: string): ParsedArtifact {
  if (line.includes('=')) throw new Error("'=' is not allowed")
  if (isScheme(line, 'file://')) return fileArtifact(line.slice('file://'.length), workspace)
  if (isScheme(line, 'oci://')) {
    const image = imageArtifact(line.slice('oci://'.length))
    if (image === undefined) throw new Error('an OCI reference needs a digest')
    return image
  }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(line)) throw new Error('unsupported URI scheme')
  return imageArtifact(line) ?? fileArtifact(line, workspace)
}

/** GITHUB_ARTIFACTS of a step (CreateArtifactsFileCommand.cs): one malformed line refuses the whole file. */
export function parseArtifacts(content: string, workspace: string): DeclaredArtifact[] {
  if (Buffer.byteLength(content) > MAX_ARTIFACTS_BYTES) throw new Error('GITHUB_ARTIFACTS is too large')
  return content.split('\n').flatMap((raw, index) => {
    const text = raw.trim()
    if (text === '' || text.startsWith('#')) return []
    try {
      return [{ line: index + 1, artifact: parseArtifact(text, workspace) }]
    } catch (error) {
      throw lineError(index + 1, error instanceof Error ? error.message : '')
    }
  })
}

/** Adds to what the job declared, by name. A conflict or the limit throws, and what was added before stays. */
export function declareArtifacts(
  declared: readonly DeclaredArtifact[],
  job: Map<string, ParsedArtifact>,
): void {
  for (const { line, artifact } of declared) {
    const known = job.get(artifact.name)
    if (known === undefined && job.size >= MAX_ARTIFACTS)
      throw lineError(line, `a job declares at most ${MAX_ARTIFACTS} artifacts`)
    if (known !== undefined && known.digest !== artifact.digest)
      throw lineError(line, `Conflicting digest for ${artifact.name}`)
    job.set(artifact.name, artifact)
  }
}

/** Folders of GITHUB_PATH, one a line. */
export const parsePaths = (content: string): string[] =>
  content.split(/\r\n|\n|\r/).filter((line) => line !== '')

export const readIfSmall = (folder: string, name: string, limit: number): string => {
  const path = join(folder, name)
  if (statSync(path).size > limit) throw new Error(`${name} is over ${limit} bytes`)
  return readFileSync(path, 'utf8')
}
