// Answers to the runner: outputs, variables, masks, annotations.
import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { debug, error as errorCommand, info, notice, setSecret, warning } from '@actions/core'
import { ClawError, printable } from '@open-claw/core'
import { harmlessLine } from '../process/harmless-line.ts'
import { maskedLines } from '../process/masked-lines.ts'
import { commandFile } from './environment.ts'

/**
 * Returns NAME<<DELIMITER blocks for one append. @actions/core appends once for each output, so a step killed
 * in between would leave some of them behind: here it is all or none.
 */
function fileCommand(values: { readonly [name: string]: string }): string {
  return Object.entries(values)
    .map(([name, value]) => {
      const delimiter = `ghadelimiter_${randomUUID()}`
      if (!/^[A-Za-z_][\w-]*$/.test(name) || value.includes(delimiter)) {
        throw new ClawError('INTERNAL', `The output "${printable(name)}" cannot be written.`)
      }
      return `${name}<<${delimiter}\n${value}\n${delimiter}\n`
    })
    .join('')
}

/** Sets all outputs at once. */
export function setOutputs(outputs: { readonly [name: string]: string }): void {
  appendFileSync(commandFile('GITHUB_OUTPUT'), fileCommand(outputs))
}

/** Sets variables for every later step of the job, at once. */
export function exportVariables(variables: { readonly [name: string]: string }): void {
  appendFileSync(commandFile('GITHUB_ENV'), fileCommand(variables))
}

/** Keeps a value for the `post` of this step. It is stored in a file of the runner: never a token or a secret. */
export function saveState(name: string, value: string): void {
  // If the runner keeps no state, nothing runs at the end of the job.
  if ((process.env['GITHUB_STATE'] ?? '') === '') return
  appendFileSync(commandFile('GITHUB_STATE'), fileCommand({ [name]: value }))
}

/** Returns what `main` of this step kept for its `post`. */
export function savedState(name: string): string | undefined {
  const value = process.env[`STATE_${name}`]
  return value === '' ? undefined : value
}

/** Hides a value from the log, line by line. */
export function maskValue(value: string): void {
  for (const line of maskedLines(value)) setSecret(line)
}

/**
 * Hides one line of a value for the command line: its stdout is for programs, and without a runner to read it,
 * a mask command would show the very value that it hides.
 */
export function maskLineOnStderr(line: string): void {
  if (process.env['GITHUB_ACTIONS'] === 'true')
    process.stderr.write(`::add-mask::${line.replaceAll('%', '%25')}\n`)
}

const ANNOTATE = { notice, warning, error: errorCommand } as const

/** Annotates the run. Titles are not masked by the runner: pass constants only. */
export function annotate(level: keyof typeof ANNOTATE, title: string, message: string): void {
  ANNOTATE[level](message, { title })
}

/** Prints one line to the log. */
export const log = (line: string): void => info(harmlessLine(line))

/** Prints one line on stderr that is not a result: the command line keeps stdout for results. */
export const logProgress = (line: string): void => {
  process.stderr.write(`${harmlessLine(line)}\n`)
}

/** Prints one line that the runner shows only with debug logging. */
export const debugLine = (line: string): void => debug(printable(line))
