// The environment of our own process: only what is known to be harmless stays in it, and the home of the user
// is none. This happens before any client is loaded, so that a variable which the next version of a client
// begins to read is gone as well. What the job set is kept beside it, for the command of the user.
import http from 'node:http'
import { devNull } from 'node:os'
import type { ClientReads, HostProcess, Variables } from '@open-claw/core'
import { COMMON_CLIENT_READS } from './common-client-reads.ts'

/**
 * What stays, in upper case: what the runner and the workflow tell an action, what the operating system and
 * Node.js need, and how this machine reaches the world. Not `ACTIONS_*`: who holds these can ask for the
 * identity of the job, so no program that a client starts is to inherit them.
 */
const KEPT = [
  ['GITHUB_*', 'RUNNER_*', 'INPUT_*', 'STATE_*', 'CI'],
  ['PATH', 'PATHEXT', 'COMSPEC', 'SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'TEMP', 'TMP', 'TMPDIR'],
  ['LANG', 'LANGUAGE', 'LC_*', 'TZ', 'TERM', 'COLORTERM', 'COLUMNS', 'LINES'],
  ['UV_THREADPOOL_SIZE'],
  // Of the common ones alone: no vendor lengthens this list.
  COMMON_CLIENT_READS.variables.flatMap(({ names, fate }) => (fate === 'heeded' ? names : [])),
].flat()

/** Without case: Windows knows none, and some clients read two spellings. */
const matches = (name: string, patterns: readonly string[]): boolean => {
  const folded = name.toUpperCase()
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? folded.startsWith(pattern.slice(0, -1)) : folded === pattern,
  )
}

/** A device, below which no file can be. */
const NO_HOME = { HOME: devNull, USERPROFILE: devNull } as const

const without = (variables: Variables, patterns: readonly string[]): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !matches(name, patterns)))

/** Node.js reads it when it starts, and gives `fetch` and the requests of clients without an agent a proxy. */
const ENV_PROXY = 'NODE_USE_ENV_PROXY'

/** Takes that proxy away again. Node.js does so for a proxy alone past which every host goes. */
function forgetStartProxy(): void {
  const none = 'http://127.0.0.1'
  http.setGlobalProxyFromEnv({ http_proxy: none, https_proxy: none, no_proxy: '*' })
}

/** Inputs, which may hold a key, are read by the time that a client could start a program. */
const READ_BY_NOW = ['INPUT_*', 'STATE_*']

/** Chains of AWS and Azure start programs, which inherit what is left. */
function giveBack(job: Variables, names: readonly string[]): void {
  for (const name of Object.keys(process.env)) if (matches(name, READ_BY_NOW)) delete process.env[name]
  for (const name of Object.keys(NO_HOME)) delete process.env[name]
  for (const [name, value] of Object.entries(job)) if (matches(name, names)) process.env[name] = value
}

/**
 * Takes from our process what is not known to be harmless. Once, and before any client is loaded. `clients`
 * says what may be given back where `credentials: ambient` asks for what the machine has.
 */
export function isolateEnvironment(clients: readonly ClientReads[]): HostProcess {
  const job = without(
    process.env,
    clients.flatMap(({ takenFromCommands = [] }) => takenFromCommands),
  )
  const ambient = clients
    .flatMap(({ variables }) => variables)
    .flatMap(({ names, fate }) => (fate === 'ambient' ? names : []))
  if (process.env[ENV_PROXY] !== undefined) forgetStartProxy()
  for (const name of Object.keys(process.env)) if (!matches(name, KEPT)) delete process.env[name]
  Object.assign(process.env, NO_HOME)
  return { environment: job, admitMachineCredentials: () => giveBack(job, ambient) }
}
