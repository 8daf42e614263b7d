// Running a command of the user. @actions/exec splits the command line, finds the tool and knows the
// quoting of Windows; no shell is involved.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:os'

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

/** Runs `commandLine` with exactly `env`; every byte it prints goes to the callbacks and nowhere else. Resolves with its exit code. */
export async function runCommand(options: {
  commandLine: string
  env: { readonly [name: string]: string }
  onStdout: (chunk: Buffer) => void
  onStderr: (chunk: Buffer) => void
}): Promise<number> {
  const { exec } = await import('@actions/exec')
  let child: ChildProcess | undefined
  // @actions/exec does not give the child away; Node's own channel announces it.
  const seen = (message: unknown): void => {
    if (typeof message === 'object' && message !== null && 'process' in message && isChild(message.process))
      child ??= message.process
  }
  const forward = (signal: NodeJS.Signals): void => {
    child?.kill(signal)
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
    })
    return exitCodeOf(code, child)
  } finally {
    unsubscribe('child_process', seen)
    for (const signal of SIGNALS) process.off(signal, forward)
  }
}
