// Running a command of the user. @actions/exec splits the command line, finds the tool and knows the
// quoting of Windows; no shell is involved.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import { ClawError, printable } from '@open-claw/core'

/** How a step is cancelled: the runner signals our process only, so the child has to be told. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The channel speaks before the process has an id: only what is there by then can be asked for. */
const isChild = (value: unknown): value is ChildProcess =>
  typeof value === 'object' && value !== null && 'kill' in value

/** 128 + n where signal n ended the child, as shells report it. */
function exitCodeOf(code: number, child: ChildProcess | undefined): number {
  const signal = child?.signalCode
  return signal === null || signal === undefined ? code : 128 + constants.signals[signal]
}

/** What @actions/exec says of a program that it cannot find or start; it quotes the program, nothing of the environment. */
const notStarted = (error: unknown): ClawError =>
  new ClawError(
    'COMMAND_FAILED',
    `The command could not be started: ${printable(error instanceof Error ? error.message : 'unknown')}`,
  )

/** Runs `commandLine` with exactly `env`; every byte it prints goes to the callbacks and nowhere else. Resolves with its exit code. Throws COMMAND_FAILED where it cannot be started. */
export async function runCommand(options: {
  commandLine: string
  env: { readonly [name: string]: string }
  onStdout: (chunk: Buffer) => void
  onStderr: (chunk: Buffer) => void
}): Promise<number> {
  const { exec } = await import('@actions/exec')
  let child: ChildProcess | undefined
  /** A signal that came while the program was still looked for. */
  let early: NodeJS.Signals | undefined
  const started = (): void => {
    // A command that ends without reading its input breaks the pipe, which is no failure of ours.
    child?.stdin?.on('error', () => {})
    // @actions/exec would keep an unfinished line as well, without bound, and search all of it again with each chunk.
    child?.stdout?.removeAllListeners('data').on('data', options.onStdout)
    child?.stderr?.removeAllListeners('data').on('data', options.onStderr)
    if (early !== undefined) child?.kill(early)
  }
  // @actions/exec does not give the child away; Node's own channel announces it.
  const seen = (message: unknown): void => {
    if (child !== undefined || typeof message !== 'object' || message === null) return
    if (!('process' in message) || !isChild(message.process)) return
    child = message.process
    process.nextTick(started)
  }
  const forward = (signal: NodeJS.Signals): void => {
    if (child === undefined) early = signal
    else child.kill(signal)
  }
  subscribe('child_process', seen)
  for (const signal of SIGNALS) process.on(signal, forward)
  try {
    const code = await exec(options.commandLine, undefined, {
      env: { ...options.env },
      silent: true,
      ignoreReturnCode: true,
      input: Buffer.alloc(0),
      listeners: { stdout: options.onStdout, stderr: options.onStderr },
    }).catch((error: unknown) => {
      throw notStarted(error)
    })
    return exitCodeOf(code, child)
  } finally {
    unsubscribe('child_process', seen)
    for (const signal of SIGNALS) process.off(signal, forward)
  }
}
