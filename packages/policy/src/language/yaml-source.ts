// Plain YAML: what a reviewer reads is what the parser sees. Directives change the version and with it the
// meaning of words (`no`), tags change types, and anchors and aliases move content elsewhere.
import { ClawError, isPrintable, printable } from '@open-claw/core'
import type { Document, Node, Pair } from 'yaml'

type Yaml = typeof import('yaml')

/** The value of a policy, and its places in the text. */
export interface YamlSource {
  readonly value: unknown
  /** Returns ` (line 3, column 5)` for the value at the path, or for the nearest one that holds it. */
  readonly showPlace: (path: readonly string[]) => string
}

/** Refused syntax, by the parser's names of tokens. */
const REFUSED_TOKENS: ReadonlyMap<string, string> = new Map([
  ['directive-line', 'a directive'],
  ['anchor', 'an anchor'],
  ['alias', 'an alias'],
  ['tag', 'a tag'],
])

export const policyInvalid = (message: string): ClawError => new ClawError('POLICY_INVALID', message)

function placeAt(text: string, offset: number): string {
  const lines = text.slice(0, offset).split('\n')
  return ` (line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1})`
}

/** A policy has seven levels. The parser recurses, and takes long over brackets that are never closed. */
const MAX_FLOW_DEPTH = 32
const DEPTH: ReadonlyMap<string | null, number> = new Map([
  ['flow-seq-start', 1],
  ['flow-map-start', 1],
  ['flow-seq-end', -1],
  ['flow-map-end', -1],
])

/** Marks between documents and before plain text take no room in the source. */
const MARKS: ReadonlySet<string> = new Set(['\u{2}', '\u{18}', '\u{1f}'])

function checkTokens({ Lexer, CST }: Yaml, text: string): void {
  let offset = 0
  let previous = ''
  let depth = 0
  for (const token of new Lexer().lex(text)) {
    // Everything after the mark is text, whatever it begins with.
    const type = previous === '\u{1f}' ? null : CST.tokenType(token)
    const kind = REFUSED_TOKENS.get(type ?? '')
    depth += DEPTH.get(type) ?? 0
    if (depth > MAX_FLOW_DEPTH)
      throw policyInvalid(`The policy is nested too deeply${placeAt(text, offset)}.`)
    if (kind !== undefined)
      throw policyInvalid(
        `The policy is not plain YAML: ${kind}, "${printable(token.trim())}", is not allowed${placeAt(text, offset)}.`,
      )
    if (!MARKS.has(token)) offset += token.length
    previous = token
  }
}

function checkCharacters(text: string): void {
  const lines = text.replace(/^\u{feff}/u, '').split(/\r?\n/)
  const at = lines.findIndex((line) => !isPrintable(line.replaceAll('\t', '')))
  if (at !== -1)
    throw policyInvalid(
      `The policy has a character that does not show, in "${printable(lines[at] ?? '')}" (line ${at + 1}): write it as an escape in double quotes, or leave it out.`,
    )
}

/** Such a name would return what every JavaScript object inherits, not what the policy says. */
const isInherited = (name: string): boolean => name in Object.prototype

const fieldName = (pair: Pair): unknown =>
  typeof pair.key === 'object' && pair.key !== null && 'value' in pair.key ? pair.key.value : undefined

function checkKeys({ visit }: Yaml, document: Document, text: string): void {
  visit(document, {
    Pair: (_, pair) => {
      const key = fieldName(pair)
      const place = placeAt(text, startOffset(pair.key))
      if (typeof key !== 'string')
        throw policyInvalid(`The policy has a field whose name is not text${place}.`)
      if (isInherited(key))
        throw policyInvalid(`The policy has a field named "${key}", which no policy has${place}.`)
    },
  })
}

function startOffset(node: unknown): number {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return 0
  const [start] = node.range
  return typeof start === 'number' ? start : 0
}

/** Returns the part of `node` that `step` leads to, and the offset of its name or value. */
function stepInto(yaml: Yaml, node: unknown, step: string): { next: unknown; start: number } | undefined {
  if (yaml.isMap(node)) {
    const pair = node.items.find((one) => fieldName(one) === step)
    return pair && { next: pair.value, start: startOffset(pair.key) }
  }
  if (!yaml.isSeq(node)) return undefined
  const item = node.items[Number(step)]
  return item === undefined ? undefined : { next: item, start: startOffset(item) }
}

function pathOffset(yaml: Yaml, root: Node | null, path: readonly string[]): number {
  let node: unknown = root
  let offset = startOffset(root)
  for (const step of path) {
    const reached = stepInto(yaml, node, step)
    if (reached === undefined) break
    node = reached.next
    offset = reached.start
  }
  return offset
}

function parse(yaml: Yaml, text: string): YamlSource {
  checkTokens(yaml, text)
  // Core schema of YAML 1.2: `no` stays a string.
  const document = yaml.parseDocument(text, {
    schema: 'core',
    version: '1.2',
    merge: false,
    uniqueKeys: true,
    strict: true,
  })
  const [problem] = [...document.errors, ...document.warnings]
  if (problem !== undefined) {
    // The parser's own message is advice for its caller.
    const [message = ''] =
      problem.code === 'MULTIPLE_DOCS' ? ['has a second document'] : problem.message.split(/ at line |\n/)
    throw policyInvalid(
      `The policy is not plain YAML: ${printable(message)}${placeAt(text, problem.pos[0])}.`,
    )
  }
  checkKeys(yaml, document, text)
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    showPlace: (path) => placeAt(text, pathOffset(yaml, document.contents, path)),
  }
}

/** Reads one plain document. Throws POLICY_INVALID with the line and column of what is not plain. */
export async function readYaml(text: string): Promise<YamlSource> {
  checkCharacters(text)
  const yaml = await import('yaml')
  try {
    return parse(yaml, text)
  } catch (error) {
    // The parser recurses, so a document of brackets exhausts its stack.
    if (error instanceof RangeError) throw policyInvalid('The policy is nested too deeply.')
    throw error
  }
}
