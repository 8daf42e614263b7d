// The process of a step (ProcessInvoker.cs): its lines in the order of their arrival, and how it is ended.
import { spawn, type ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import { StringDecoder } from 'node:string_decoder'
import type { Readable } from 'node:stream'

/** Milliseconds that a cancelled step has after SIGINT, and then after SIGTERM. */
export const CANCEL_GRACE: readonly [number, number] = [7500, 2500]

/** How a test interferes with a running step. */
export interface StepControl {
  kill(signal: NodeJS.Signals): void
  /** As a person cancels the run: SIGINT, SIGTERM, SIGKILL. */
  cancel(): void
}

export interface StepProcessOptions {
  readonly script: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly grace?: readonly [number, number] | undefined
  readonly onStart?: ((control: StepControl) => void) | undefined
  /** Called with all that was printed so far. */
  readonly onOutput?: ((output: string, control: StepControl) => void) | undefined
}

export interface StepProcessResult {
  /** 128 and the signal number where a signal ended it. */
  readonly exitCode: number
  readonly cancelled: boolean
  readonly output: string
  readonly lines: readonly string[]
}

/** Whole lines of one stream. A carriage return ends a line too, as for .NET: what follows can be a command. */
function readLines(stream: Readable, put: (line: string) => void): void {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  stream.on('data', (chunk: Buffer) => {
    const parts = (rest + decoder.write(chunk)).split(/\r\n|\n|\r(?=[^\n])/)
    rest = parts.pop() ?? ''
    for (const line of parts) put(line)
  })
  stream.on('end', () => {
    const last = (rest + decoder.end()).replace(/\r$/, '')
    if (last !== '') put(last)
  })
}

function controlOf(
  child: ChildProcess,
  grace: readonly [number, number],
): StepControl & { cancelled: boolean } {
  return {
    cancelled: false,
    kill: (signal) => {
      child.kill(signal)
    },
    cancel() {
      if (this.cancelled) return
      this.cancelled = true
      child.kill('SIGINT')
      const timers = [
        setTimeout(() => child.kill('SIGTERM'), grace[0]),
        setTimeout(() => child.kill('SIGKILL'), grace[0] + grace[1]),
      ]
      child.once('exit', () => timers.forEach(clearTimeout))
    },
  }
}

/** Runs `script` with Node, without a shell and with its input closed. */
export function runStepProcess(options: StepProcessOptions): Promise<StepProcessResult> {
  const { script, cwd, env, grace = CANCEL_GRACE, onStart, onOutput } = options
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const control = controlOf(child, grace)
    const chunks: Buffer[] = []
    const lines: string[] = []
    for (const stream of [child.stdout, child.stderr]) {
      readLines(stream, (line) => lines.push(line))
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        onOutput?.(Buffer.concat(chunks).toString('utf8'), control)
      })
    }
    child.on('error', fail)
    // The runner waits five seconds for a process that was left behind with the streams, and goes on.
    child.on('exit', () => {
      const timer = setTimeout(() => [child.stdout, child.stderr].forEach((stream) => stream.destroy()), 5000)
      child.on('close', () => clearTimeout(timer))
    })
    child.on('close', (code, signal) =>
      done({
        exitCode: code ?? 128 + (signal === null ? 0 : constants.signals[signal]),
        cancelled: control.cancelled,
        output: Buffer.concat(chunks).toString('utf8'),
        lines,
      }),
    )
    onStart?.(control)
  })
}
