// The runner's facts about the run: its id, its machine, its event.
import { existsSync, readFileSync, statSync } from 'node:fs'
import {
  ClawError,
  isJsonObject,
  parseJson,
  type RunEvent,
  type RunFacts,
  type RunnerFacts,
  type HostRun,
  type Variables,
} from '@open-claw/core'
import { variable } from './environment.ts'
import { WITHHELD_VARIABLES } from './withheld.ts'

const MAX_EVENT_BYTES = 32 * 1024 * 1024

/** Returns the id of the run, for names in the logs of others; `0` if there is none. Never trusted. */
function runId(): string {
  const id = process.env['GITHUB_RUN_ID'] ?? ''
  return /^[0-9]{1,20}$/.test(id) ? id : '0'
}

/** Returns what the environment says about the machine. Never trusted: see RunnerFacts. */
export function runnerFacts(environment: Variables): RunnerFacts {
  const text = (name: string): string | undefined => {
    const value = environment[name]
    return value === undefined || !/^[\w.+-]{1,64}$/.test(value) ? undefined : value
  }
  return {
    os: text('RUNNER_OS') ?? process.platform,
    arch: text('RUNNER_ARCH') ?? process.arch,
    image: text('ImageOS'),
    imageVersion: text('ImageVersion'),
    uid: process.geteuid?.(),
    dockerSocket: existsSync('/var/run/docker.sock'),
  }
}

/** Reads the event that started the workflow. Throws RUNNER_CONTRACT or JSON_INVALID. */
function eventPayload(): { readonly [key: string]: unknown } {
  const path = variable('GITHUB_EVENT_PATH')
  if (!existsSync(path) || statSync(path).size > MAX_EVENT_BYTES) {
    throw new ClawError('RUNNER_CONTRACT', 'The event file of the runner is absent or too large.')
  }
  const event = parseJson(readFileSync(path), 'The event file of the runner')
  if (!isJsonObject(event))
    throw new ClawError('RUNNER_CONTRACT', 'The event file of the runner is not a JSON object.')
  return event
}

/** Returns the platform's facts about the run; it sets these last, over those of a workflow or an earlier step. Throws RUNNER_CONTRACT. */
function runVariables(): RunFacts {
  return {
    eventName: variable('GITHUB_EVENT_NAME'),
    repositoryId: variable('GITHUB_REPOSITORY_ID'),
    sha: variable('GITHUB_SHA'),
    ref: process.env['GITHUB_REF'] ?? '',
    headRef: process.env['GITHUB_HEAD_REF'] ?? '',
    baseRef: process.env['GITHUB_BASE_REF'] ?? '',
  }
}

/** Reads the event that started the run. Throws RUNNER_CONTRACT or JSON_INVALID. */
export const runEvent = (): RunEvent => ({ facts: runVariables(), payload: eventPayload() })

/** Says whether an event started this process; at a keyboard none did. */
const hasEvent = (): boolean => (process.env['GITHUB_EVENT_NAME'] ?? '') !== ''

/** Returns the run around a step of an action. */
export const stepRun = (environment: Variables): HostRun => ({
  runId,
  runner: () => runnerFacts(environment),
  event: runEvent,
  withheld: WITHHELD_VARIABLES,
})

/** Returns the run around a command line, which may also have been started at a keyboard. */
export const surroundingRun = (environment: Variables): HostRun => ({
  ...stepRun(environment),
  event: () => (hasEvent() ? runEvent() : undefined),
})
