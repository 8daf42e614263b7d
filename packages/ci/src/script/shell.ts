// Which program runs a script, and with which arguments: the table of the runner (ScriptHandlerHelpers), with
// one difference. The runner looks a shell up in PATH, which an earlier step can prepend to; here a shell is at
// a fixed place, or is named by its absolute path.
import { existsSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import { ClawError, printable, type Shell } from '@open-claw/core'

type System = 'posix' | 'win32'

interface ShellFact {
  /** As in a template: spaces separate words, `"` keeps a word together, `{0}` is the script. */
  readonly arguments: string
  readonly extension: string
  /** What the runner puts around the script. */
  readonly before?: string
  readonly after?: string
  /** Passed to Windows unchanged: cmd has quoting rules of its own. */
  readonly verbatim?: true
  /** The first that exists is taken. */
  readonly places: Readonly<Record<System, readonly string[]>>
}

const POWERSHELL = {
  arguments: `-command ". '{0}'"`,
  extension: '.ps1',
  before: `$ErrorActionPreference = 'stop'`,
  after: 'if ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }',
} as const

const unixPlaces = (name: string): string[] =>
  ['/bin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', '/run/current-system/sw/bin'].map(
    (folder) => `${folder}/${name}`,
  )

const SHELLS: ReadonlyMap<string, ShellFact> = new Map<string, ShellFact>([
  [
    'bash',
    {
      arguments: '--noprofile --norc -e -o pipefail {0}',
      extension: '.sh',
      places: { posix: unixPlaces('bash'), win32: [String.raw`C:\Program Files\Git\bin\bash.exe`] },
    },
  ],
  [
    'sh',
    {
      arguments: '-e {0}',
      extension: '.sh',
      places: { posix: unixPlaces('sh'), win32: [String.raw`C:\Program Files\Git\bin\sh.exe`] },
    },
  ],
  [
    'python',
    {
      arguments: '{0}',
      extension: '.py',
      places: {
        posix: [...unixPlaces('python3'), ...unixPlaces('python')],
        win32: [String.raw`C:\Windows\py.exe`],
      },
    },
  ],
  [
    'pwsh',
    {
      ...POWERSHELL,
      places: {
        posix: [...unixPlaces('pwsh'), '/opt/microsoft/powershell/7/pwsh', '/snap/bin/pwsh'],
        win32: [String.raw`C:\Program Files\PowerShell\7\pwsh.exe`],
      },
    },
  ],
  [
    'powershell',
    {
      ...POWERSHELL,
      places: {
        posix: [],
        win32: [String.raw`C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`],
      },
    },
  ],
  [
    'cmd',
    {
      arguments: '/D /E:ON /V:OFF /S /C "CALL "{0}""',
      extension: '.cmd',
      before: '@echo off',
      verbatim: true,
      places: { posix: [], win32: [String.raw`C:\Windows\System32\cmd.exe`] },
    },
  ],
])

/** Tried in this order if no shell is named. The runner falls back to sh, which has no pipefail: a pipe with a failed first half would pass. */
const DEFAULTS: Readonly<Record<System, readonly string[]>> = {
  posix: ['bash'],
  win32: ['pwsh', 'powershell'],
}

/** The machine on which a shell is looked for. */
export interface Machine {
  readonly system: System
  readonly exists: (path: string) => boolean
}

const THIS_MACHINE: Machine = {
  system: process.platform === 'win32' ? 'win32' : 'posix',
  exists: existsSync,
}

const invalid = (problem: string, remedy?: string): ClawError =>
  new ClawError('INPUT_INVALID', `Input shell: ${problem}`, { remedy })

/** Splits at spaces; double quotes keep a word together, and there are no escapes. */
function splitWords(text: string): string[] {
  if (text.split('"').length % 2 === 0) throw invalid('a double quote is not closed.')
  return [...text.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''))
}

/** Returns the name of a program, in any folder, by which the table has its facts. */
const shellName = (program: string, { system }: Machine): string =>
  (system === 'win32' ? win32 : posix)
    .basename(program)
    .toLowerCase()
    .replace(/\.exe$/, '')

function locate(name: string, { system, exists }: Machine): string | undefined {
  return SHELLS.get(name)?.places[system].find(exists)
}

/** Returns the program that a shell input names: a name in the table, or an absolute path. */
function findProgram(program: string, machine: Machine): string {
  const shown = printable(program)
  if ((machine.system === 'win32' ? win32 : posix).isAbsolute(program)) {
    if (machine.exists(program)) return program
    throw invalid(`there is no program ${shown}.`)
  }
  const found = locate(program, machine)
  if (found !== undefined) return found
  const places = SHELLS.get(program)?.places[machine.system] ?? []
  throw invalid(
    places.length === 0
      ? `"${shown}" is no shell of this system, and PATH is not searched.`
      : `"${shown}" is at none of ${places.join(', ')}, and PATH is not searched.`,
    `Write its absolute path, as in /path/to/${shown} {0}.`,
  )
}

function shellWith(program: string, template: string, machine: Machine): Shell {
  const file = findProgram(program, machine)
  const fact = SHELLS.get(shellName(program, machine))
  const verbatim = machine.system === 'win32' && fact?.verbatim === true
  const lineEnd = machine.system === 'win32' ? '\r\n' : '\n'
  // Two apostrophes are one inside the single quotes of PowerShell.
  const quoted = (path: string): string =>
    fact?.extension === POWERSHELL.extension ? path.replaceAll("'", "''") : path
  const words = verbatim ? [template] : splitWords(template)
  return {
    file,
    extension: fact?.extension ?? '',
    verbatim,
    argumentsFor: (path) => words.map((word) => word.replaceAll('{0}', () => quoted(path))),
    fileText: (script) => {
      const whole = [fact?.before, script, fact?.after].filter((part) => part !== undefined).join('\n')
      return `${whole}\n`.replaceAll('\r\n', '\n').replaceAll('\n', lineEnd)
    },
  }
}

function defaultShell(machine: Machine): string {
  const names = DEFAULTS[machine.system]
  const name = names.find((candidate) => locate(candidate, machine) !== undefined)
  if (name !== undefined) return name
  throw invalid(
    `there is no ${names.join(' and no ')} here.`,
    'Name another: sh, python, or a template with {0}.',
  )
}

/**
 * Returns the shell that `text` names, as `shell` of a workflow's `run` does: a name, or a program and
 * arguments with `{0}` for the script. Without `text` it is the default of the system. Throws INPUT_INVALID.
 */
export function parseShell(text: string | undefined, machine: Machine = THIS_MACHINE): Shell {
  const named = text ?? defaultShell(machine)
  const [, first = '', rest] = /^("[^"]*"|\S+)\s*(\S.*)?$/s.exec(named.trim()) ?? []
  const program = first.replaceAll('"', '')
  const template = rest ?? SHELLS.get(shellName(program, machine))?.arguments ?? ''
  if (template.includes('{0}')) return shellWith(program, template, machine)
  throw invalid(
    `"${printable(named)}" does not say where the script goes.`,
    `Write ${[...SHELLS.keys()].join(', ')}, or a template with {0}.`,
  )
}
