// The files that a step writes for the runner, parsed as actions/runner does (FileCommandManager.cs).
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'

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

const OCI = /^(.+)@(sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/i

function parseArtifact(line: string, workspace: string): ParsedArtifact {
  if (line.includes('=')) throw new Error("'=' is not allowed")
  const text = line.replace(/^oci:\/\//i, '')
  const image = OCI.exec(text)
  if (image?.[1] !== undefined && image[2] !== undefined)
    return { name: image[1], digest: image[2].toLowerCase(), kind: 'oci' }
  if (text !== line) throw new Error('an OCI reference needs a digest')
  if (/^[a-z]+:\/\//i.test(line) && !line.startsWith('file://')) throw new Error('unsupported URI scheme')
  const path = resolve(workspace, line.replace(/^file:\/\//, ''))
  if (!existsSync(path)) throw new Error('the file does not exist')
  const digest = createHash('sha256').update(readFileSync(path)).digest('hex')
  return {
    name: isAbsolute(line) ? relative(workspace, path) : line,
    digest: `sha256:${digest}`,
    kind: 'file',
  }
}

/** GITHUB_ARTIFACTS of a step, checked against what the job announced before. Throws with the number of the line. */
export function parseArtifacts(
  content: string,
  workspace: string,
  announced: ReadonlyMap<string, ParsedArtifact> = new Map(),
): Map<string, ParsedArtifact> {
  if (Buffer.byteLength(content) > MAX_ARTIFACTS_BYTES) throw new Error('GITHUB_ARTIFACTS is too large')
  const found = new Map<string, ParsedArtifact>()
  const add = (artifact: ParsedArtifact): void => {
    const known = found.get(artifact.name) ?? announced.get(artifact.name)
    if (known !== undefined && known.digest !== artifact.digest)
      throw new Error(`Conflicting digest for ${artifact.name}`)
    found.set(artifact.name, artifact)
  }
  for (const [index, raw] of content.split('\n').entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    try {
      add(parseArtifact(line, workspace))
    } catch (error) {
      throw new Error(`line ${index + 1}: ${error instanceof Error ? error.message : ''}`, { cause: error })
    }
  }
  if (new Set([...announced.keys(), ...found.keys()]).size > MAX_ARTIFACTS)
    throw new Error('too many artifacts')
  return found
}

/** Folders of GITHUB_PATH, one a line. */
export const parsePaths = (content: string): string[] =>
  content.split(/\r\n|\n|\r/).filter((line) => line !== '')

export const readIfSmall = (folder: string, name: string, limit: number): string => {
  const path = join(folder, name)
  if (statSync(path).size > limit) throw new Error(`${name} is over ${limit} bytes`)
  return readFileSync(path, 'utf8')
}
