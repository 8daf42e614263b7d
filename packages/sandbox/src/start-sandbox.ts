// Starts the sandbox as a child process, for tests and the demo.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { ClawError, printable } from '@open-claw/core'
import * as v from 'valibot'
import {
  answerSchema,
  endpointsSchema,
  type ControlAnswer,
  type ControlRequest,
  type Endpoints,
} from './control-request.ts'

/** A running sandbox: its endpoints and its control channel. */
export interface Sandbox extends Omit<Endpoints, 'controlUrl' | 'controlToken'> {
  readonly pid: number
  /** Sends a control request. Throws INTERNAL if the sandbox does not accept it. */
  control(request: ControlRequest): Promise<ControlAnswer>
  /** Stops the process and waits for its end. */
  stop(): Promise<void>
}

/** How to start it. */
export interface SandboxOptions {
  /** Milliseconds until the sandbox must be ready; 30,000 by default. */
  readonly startTimeout?: number
}

const START_TIMEOUT_MS = 30_000
const STOP_TIMEOUT_MS = 5_000
const CONTROL_TIMEOUT_MS = 30_000

async function firstLine(output: Readable, timeout: number): Promise<string> {
  const lines = createInterface({ input: output })
  const ended = once(lines, 'close').then(() => '')
  const signal = AbortSignal.timeout(timeout)
  const [line] = await Promise.race([once(lines, 'line', { signal }), ended])
  return String(line)
}

function parseEndpoints(line: string): Endpoints {
  try {
    const parsed: unknown = JSON.parse(line)
    return v.parse(endpointsSchema, parsed)
  } catch {
    // The line holds tokens, so it is not shown.
    throw new ClawError('INTERNAL', 'The sandbox did not print its endpoints; its error output says why.')
  }
}

async function sendControl(url: string, token: string, request: ControlRequest): Promise<ControlAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(CONTROL_TIMEOUT_MS),
  })
  if (!response.ok)
    throw new ClawError(
      'INTERNAL',
      `The sandbox refused "${request.op}": ${printable(await response.text())}`,
    )
  return v.parse(answerSchema, await response.json())
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  const kill = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
  child.stdin?.end()
  await ended
  clearTimeout(kill)
}

/** Starts the sandbox and waits until it is ready. It ends with this process at the latest. Throws INTERNAL. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const program = fileURLToPath(new URL('server.ts', import.meta.url))
  // An empty environment: the sandbox needs nothing of it, and cannot come to depend on it.
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'], env: {} })
  const line = await firstLine(child.stdout, options.startTimeout ?? START_TIMEOUT_MS).catch(() => '')
  try {
    const { controlUrl, controlToken, ...endpoints } = parseEndpoints(line)
    return {
      ...endpoints,
      pid: child.pid ?? 0,
      control: (request) => sendControl(controlUrl, controlToken, request),
      stop: () => stopChild(child),
    }
  } catch (error) {
    await stopChild(child)
    throw error
  }
}
