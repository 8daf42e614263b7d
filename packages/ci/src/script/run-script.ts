// Runs the user's script, as the runner runs the `run` of a workflow.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { ClawError, systemCode, type Script, type TakeOutput } from '@open-claw/core'

/** Signals that cancel a step. The runner sends them only to our process, so they are passed on. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** How long processes that the script left behind may go on printing; the runner waits as long. */
const DRAIN_MS = 5_000

/** `drainMs` replaces DRAIN_MS, for tests. */
interface Timed extends Script {
  readonly drainMs?: number
}

/** Signals the whole process group: a shell does not pass a signal on to the program that it waits for. */
function signalAll(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // The group is gone.
  }
}

/** Returns ` (ENOENT)`, or nothing. */
function codeClause(error: unknown): string {
  const code = systemCode(error)
  return code === undefined ? '' : ` (${code})`
}

/** Makes a new error: Node's own quotes the path of the program; its code says why it did not start. */
const notStarted = (error: unknown, file: string): ClawError => {
  const code = codeClause(error)
  return systemCode(error) === 'E2BIG'
    ? new ClawError(
        'COMMAND_FAILED',
        `The shell ${file} could not be started${code}: the environment is larger than the system allows.`,
        { remedy: 'Inject fewer or shorter secrets, or set fewer variables.' },
      )
    : new ClawError('COMMAND_FAILED', `The shell ${file} could not be started${code}.`)
}

function start({ shell, env }: Script, path: string): ChildProcess {
  try {
    return spawn(shell.file, shell.argumentsFor(path), {
      env: { ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
      windowsVerbatimArguments: shell.verbatim,
    })
  } catch (error) {
    // Node reports some reasons by an event, and throws others such as E2BIG.
    throw notStarted(error, shell.file)
  }
}

/** Reads no faster than `take` can: a script must not fill our memory if the log is read slowly. */
function read(stream: Readable | null, take: TakeOutput): void {
  stream?.on('data', (chunk: Buffer) => {
    const full = take(chunk)
    if (full === undefined) return
    stream.pause()
    // A log that is gone takes nothing more; reading on lets the script finish.
    const goOn = (): unknown => stream.resume()
    void full.then(goOn, goOn)
  })
}

const isWaiting = ({ stdout, stderr }: ChildProcess): boolean =>
  [stdout, stderr].some((stream) => stream?.isPaused() === true)

/** Resolves with the exit code of the shell, once its output has ended. */
function ended(child: ChildProcess, file: string, drainMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let drain: NodeJS.Timeout | undefined
    const cutOff = (): void => {
      // Then the reader of the log is slow, and no program keeps the output open.
      if (isWaiting(child)) {
        drain = setTimeout(cutOff, drainMs)
        return
      }
      signalAll(child, 'SIGKILL')
      child.stdout?.destroy()
      child.stderr?.destroy()
    }
    child.on('error', (error) => reject(notStarted(error, file)))
    // A background program may keep the output open forever.
    child.on('exit', () => {
      drain = setTimeout(cutOff, drainMs)
    })
    child.on('close', (code, signal) => {
      clearTimeout(drain)
      // 128 + n if signal n ended it, as shells report it.
      resolve(signal === null ? (code ?? Number.NaN) : 128 + constants.signals[signal])
    })
  })
}

async function runFile(script: Timed, path: string): Promise<number> {
  let child: ChildProcess | undefined
  const forward = (signal: NodeJS.Signals): void => {
    if (child !== undefined) signalAll(child, signal)
  }
  for (const signal of SIGNALS) process.on(signal, forward)
  try {
    child = start(script, path)
    read(child.stdout, script.onStdout)
    read(child.stderr, script.onStderr)
    return await ended(child, script.shell.file, script.drainMs ?? DRAIN_MS)
  } finally {
    // Secrets were for this step: processes left running in its group must not keep them.
    if (child !== undefined && process.platform !== 'win32') signalAll(child, 'SIGKILL')
    for (const signal of SIGNALS) process.off(signal, forward)
  }
}

/** Makes a folder that only its owner can read, as mkdtemp does. */
function privateFolder(): string {
  const temporary = process.env['RUNNER_TEMP'] ?? ''
  try {
    return mkdtempSync(join(temporary === '' ? tmpdir() : temporary, 'open-claw-'))
  } catch (error) {
    const place = temporary === '' ? 'the folder for temporary files' : 'RUNNER_TEMP'
    throw new ClawError('RUNNER_CONTRACT', `The script could not be written to ${place}${codeClause(error)}.`)
  }
}

/**
 * Runs `script` from a private file with exactly `env`; every byte it prints goes to the callbacks and
 * nowhere else. Resolves with its exit code. The rest of its process group is killed. Throws COMMAND_FAILED if
 * the shell cannot be started, and RUNNER_CONTRACT if no file can be written.
 */
export async function runScript(script: Timed): Promise<number> {
  const folder = privateFolder()
  try {
    const path = join(folder, `script${script.shell.extension}`)
    writeFileSync(path, script.shell.fileText(script.script), { mode: 0o600, flag: 'wx' })
    return await runFile(script, path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
