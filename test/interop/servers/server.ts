// A server of somebody else as a child process: started on loopback, awaited, stopped by its id.
import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** Whoever starts a server stops it. */
export interface Server {
  stop(): Promise<void>
}

export interface ServerCommand {
  readonly program: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Where its log goes, and the home that it sees. */
  readonly folder: string
  /** Answers with a status under 500 once the server is ready. */
  readonly readyUrl: string
}

/** Far above what any of them takes; a server that has ended is not waited for. */
const READY_MS = 120_000
const POLL_MS = 50
const STOP_MS = 10_000

/** Below what systems give to outgoing connections, which could take a port between our look and its use. */
const [FIRST_PORT, END_OF_PORTS] = [10_240, 32_768]

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  await once(server.close(), 'close')
  return true
}

/** Ports of loopback that were free a moment ago, each another one. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) {
    const port = randomInt(FIRST_PORT, END_OF_PORTS)
    if (!ports.has(port) && (await isFree(port))) ports.add(port)
  }
  return [...ports]
}

/** What a peer sees of our environment: nothing that could lead it to a configuration or a service of this machine. */
export const peerEnvironment = (
  home: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: home,
  TMPDIR: home,
  ...more,
})

async function isReady(url: string): Promise<boolean> {
  try {
    const { status, body } = await fetch(url, { signal: AbortSignal.timeout(READY_MS) })
    await body?.cancel()
    return status < 500
  } catch {
    return false
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

async function stopChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const ended = once(child, 'exit')
  const kill = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  child.kill('SIGTERM')
  await ended
  clearTimeout(kill)
}

async function waitUntilReady(child: ChildProcess, url: string): Promise<boolean> {
  const deadline = Date.now() + READY_MS
  while (Date.now() < deadline && !hasEnded(child)) {
    if (await isReady(url)) return true
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  return false
}

/** Starts the command and waits until `readyUrl` answers. Throws with the end of its log where it does not. */
export async function startServer({ program, args, env, folder, readyUrl }: ServerCommand): Promise<Server> {
  const log = join(folder, 'server.log')
  const output = openSync(log, 'a')
  const child = spawn(program, args, { stdio: ['ignore', output, output], env: peerEnvironment(folder, env) })
  closeSync(output)
  // A test run that is broken off must leave no server behind.
  const abandon = (): void => void child.kill('SIGKILL')
  process.once('exit', abandon)
  const stop = async (): Promise<void> => {
    process.removeListener('exit', abandon)
    await stopChild(child)
  }
  await once(child, 'spawn')
  if (await waitUntilReady(child, readyUrl)) return { stop }
  const end = readFileSync(log, 'utf8').slice(-2000)
  await stop()
  throw new Error(`${program} did not become ready:\n${end}`)
}
