// The environment of our own process: only variables known to be harmless stay in it, and the user's home is
// not one. This happens before any client is loaded, so that a variable which the next version of a client
// begins to read is gone as well. What the job set is kept separately, for the user's command.
import http from 'node:http'
import { devNull } from 'node:os'
import type { ClientReads, HostProcess, Variables } from '@open-claw/core'
import { COMMON_CLIENT_READS } from './common-client-reads.ts'

/**
 * Variables that stay, in upper case: what the runner and the workflow tell an action, what the operating system
 * and Node.js need, and how this machine reaches the network. Not `ACTIONS_*`: their holder can request the
 * identity of the job, so no program that a client starts may inherit them.
 */
const KEPT = [
  ['GITHUB_*', 'RUNNER_*', 'INPUT_*', 'STATE_*', 'CI'],
  ['PATH', 'PATHEXT', 'COMSPEC', 'SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'TEMP', 'TMP', 'TMPDIR'],
  ['LANG', 'LANGUAGE', 'LC_*', 'TZ', 'TERM', 'COLORTERM', 'COLUMNS', 'LINES'],
  ['UV_THREADPOOL_SIZE'],
  // Only the common ones: no vendor extends this list.
  COMMON_CLIENT_READS.variables.flatMap(({ names, fate }) => (fate === 'heeded' ? names : [])),
].flat()

/** Matches without case: Windows ignores it, and some clients read two spellings. */
const matches = (name: string, patterns: readonly string[]): boolean => {
  const folded = name.toUpperCase()
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? folded.startsWith(pattern.slice(0, -1)) : folded === pattern,
  )
}

/** A device, below which no file can exist. */
const NO_HOME = { HOME: devNull, USERPROFILE: devNull } as const

const without = (variables: Variables, patterns: readonly string[]): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !matches(name, patterns)))

/** Node.js reads it at its start, and then sends `fetch` and requests of clients without an agent through a proxy. */
const ENV_PROXY = 'NODE_USE_ENV_PROXY'

/** Removes that proxy again. Node.js does so only if it is given a proxy that every host bypasses. */
function forgetStartProxy(): void {
  const none = 'http://127.0.0.1'
  http.setGlobalProxyFromEnv({ http_proxy: none, https_proxy: none, no_proxy: '*' })
}

/** Inputs, which may hold a key; all are read before a client could start a program. */
const READ_BY_NOW = ['INPUT_*', 'STATE_*']

/** Restores variables. The credential chains of AWS and Azure start programs, which inherit what is left. */
function restore(job: Variables, names: readonly string[]): void {
  for (const name of Object.keys(process.env)) if (matches(name, READ_BY_NOW)) delete process.env[name]
  for (const name of Object.keys(NO_HOME)) delete process.env[name]
  for (const [name, value] of Object.entries(job)) if (matches(name, names)) process.env[name] = value
}

/**
 * Removes from our process what is not known to be harmless; once, and before any client is loaded. `clients`
 * says what may be restored if `credentials: ambient` asks for the machine's credentials.
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
  return { environment: job, admitMachineCredentials: () => restore(job, ambient) }
}
