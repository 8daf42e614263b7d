// Workflow commands in what a step prints (ActionCommand.cs, ActionCommandManager.cs), and the log that
// a person would see.
import type { RunnerMasker } from './runner-masker.ts'

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  /** Not masked by the runner. */
  readonly title: string
  readonly message: string
}

export interface StepLog {
  /** As a person sees it. */
  readonly log: string
  readonly annotations: readonly Annotation[]
  /** What `add-mask` was given, in order. */
  readonly masks: readonly string[]
  /** Set by the deprecated commands, which still work. */
  readonly outputs: ReadonlyMap<string, string>
  readonly state: ReadonlyMap<string, string>
  /** Whether a command was refused, which fails the step. */
  readonly failed: boolean
}

interface Command {
  /** Lower case: names are compared without case. */
  readonly name: string
  readonly properties: ReadonlyMap<string, string>
  readonly data: string
}

type Escapes = readonly (readonly [escape: string, sign: string])[]
const DATA: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
]
const PROPERTY: Escapes = [['%3A', ':'], ['%2C', ','], ...DATA]
const LEGACY: Escapes = [['%3B', ';'], ['%5D', ']'], ...DATA]

const unescapeWith = (escapes: Escapes, text: string): string =>
  escapes.reduce((result, [escape, sign]) => result.replaceAll(escape, sign), text)

function propertiesOf(text: string, separator: string, escapes: Escapes): Map<string, string> {
  return new Map(
    text.split(separator).flatMap((pair) => {
      const at = pair.indexOf('=')
      if (at < 1 || at === pair.length - 1) return []
      return [[pair.slice(0, at).toLowerCase(), unescapeWith(escapes, pair.slice(at + 1))] as const]
    }),
  )
}

const KINDS = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
] as const
type Kind = (typeof KINDS)[number]
const isKind = (name: string): name is Kind => KINDS.some((kind) => kind === name)
/** Commands that `::echo::on` does not repeat. */
const SILENT: ReadonlySet<Kind> = new Set(['add-mask', 'debug', 'error', 'notice', 'warning'])

/** `::name key=value,…::data`, which must begin the line after blanks. */
function parseCurrent(line: string): Command | undefined {
  const text = line.trimStart()
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  if (end < 0) return undefined
  const [name = '', ...rest] = text.slice(2, end).split(' ')
  return {
    name: name.toLowerCase(),
    properties: propertiesOf(rest.join(' ').trim(), ',', PROPERTY),
    data: unescapeWith(DATA, text.slice(end + 2)),
  }
}

/** `##[name key=value;…]data`, the first form of commands: it is still obeyed, anywhere in a line. */
function parseLegacy(line: string): Command | undefined {
  const start = line.indexOf('##[')
  const end = start < 0 ? -1 : line.indexOf(']', start)
  if (end < 0) return undefined
  const [name = '', ...rest] = line.slice(start + 3, end).split(' ')
  return {
    name: name.toLowerCase(),
    properties: propertiesOf(rest.join(' '), ';', LEGACY),
    data: unescapeWith(LEGACY, line.slice(end + 1)),
  }
}

/** What the commands of one step do; `stop-commands` and `echo` end with the step. */
class CommandReader {
  readonly lines: string[] = []
  readonly annotations: Annotation[] = []
  readonly masks: string[] = []
  readonly outputs = new Map<string, string>()
  readonly state = new Map<string, string>()
  failed = false
  #echo = false
  #stopToken: string | undefined
  readonly #masker: RunnerMasker
  readonly #debug: boolean

  constructor(masker: RunnerMasker, debug: boolean) {
    this.#masker = masker
    this.#debug = debug
  }

  read(line: string): void {
    const known = ({ name }: Command): boolean => isKind(name) || name === this.#stopToken
    const command = [parseCurrent(line), parseLegacy(line)].find(
      (found) => found !== undefined && known(found),
    )
    if (command === undefined) return this.#print(line)
    if (this.#stopToken !== undefined) {
      if (command.name === this.#stopToken) this.#stopToken = undefined
      return this.#print(line)
    }
    if (!isKind(command.name)) return
    if (this.#echo && !SILENT.has(command.name)) this.#print(line)
    this.#obey(command.name, command)
  }

  #print(line: string): void {
    this.lines.push(this.#masker.mask(line))
  }

  #annotate(level: Annotation['level'], message: string, title = ''): void {
    const masked = this.#masker.mask(message)
    this.annotations.push({ level, title, message: masked })
    this.lines.push(`##[${level}]${masked}`)
  }

  #fail(name: string, why: string): void {
    this.failed = true
    this.#annotate('error', `Unable to process command '${name}' successfully. ${why}`)
  }

  #mask(value: string): void {
    if (this.#echo) this.#print('::add-mask::***')
    this.masks.push(value)
    if (!this.#masker.add(value))
      this.#annotate('warning', "Can't add secret mask for empty string in ##[add-mask] command.")
  }

  /** A token that the output of a tool may hold by chance is refused. */
  #stop(token: string): void {
    const name = token.toLowerCase()
    if (token === '' || name === 'pause-logging' || isKind(name))
      return this.#fail('stop-commands', 'The end token can be guessed.')
    this.#stopToken = name
  }

  #keep(values: Map<string, string>, { name, properties, data }: Command): void {
    const key = properties.get('name')
    if (key === undefined) return this.#fail(name, "Required field 'name' is missing.")
    values.set(key, data)
  }

  #setEcho(value: string): void {
    const word = value.trim().toLowerCase()
    if (word === 'on' || word === 'off') this.#echo = word === 'on'
    else this.#fail('echo', 'Invalid echo command value.')
  }

  #obey(kind: Kind, command: Command): void {
    const disabled = (): void => this.#fail(kind, 'The command is disabled.')
    const annotate = (level: Annotation['level']) => (): void =>
      this.#annotate(level, command.data, command.properties.get('title'))
    // Problem matchers are read from a file; no action of ours has one.
    const ignore = (): void => {}
    const table: Record<Kind, () => void> = {
      'add-mask': () => this.#mask(command.data),
      'add-matcher': ignore,
      'add-path': disabled,
      debug: () => (this.#debug ? this.#print(`##[debug]${command.data}`) : undefined),
      echo: () => this.#setEcho(command.data),
      endgroup: () => this.#print('##[endgroup]'),
      error: annotate('error'),
      group: () => this.#print(`##[group]${command.data}`),
      notice: annotate('notice'),
      'remove-matcher': ignore,
      'save-state': () => this.#keep(this.state, command),
      'set-env': disabled,
      'set-output': () => this.#keep(this.outputs, command),
      'stop-commands': () => this.#stop(command.data),
      warning: annotate('warning'),
    }
    table[kind]()
  }
}

/** Reads the lines of one step. Masks stay with `masker` for the steps that follow. */
export function readStepOutput(lines: readonly string[], masker: RunnerMasker, debug = false): StepLog {
  const reader = new CommandReader(masker, debug)
  for (const line of lines) reader.read(line)
  const { annotations, masks, outputs, state, failed } = reader
  return { log: reader.lines.join('\n'), annotations, masks, outputs, state, failed }
}
