// What the runner tells a step through its environment, and where it wants answers.
import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { posix } from 'node:path'
import {
  ClawError,
  isJsonObject,
  parseJson,
  type AnnouncedSubject,
  type RunEvent,
  type RunFacts,
  type RunnerFacts,
} from '@open-claw/core'
import * as v from 'valibot'
import { jobEnvironment } from '../process/process-environment.ts'

const MAX_EVENT_BYTES = 32 * 1024 * 1024
/** Limits of GITHUB_ARTIFACTS: subjects of a job, bytes of a step. */
const MAX_ANNOUNCED = 500
const MAX_ANNOUNCED_BYTES = 1024 * 1024

function variable(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') {
    throw new ClawError(
      'RUNNER_CONTRACT',
      `${name} is not set: this runs as a step of a GitHub Actions workflow.`,
    )
  }
  return value
}

/** The workspace, absolute. */
export const workspace = (): string => variable('GITHUB_WORKSPACE')

/** The path of a file command; the runner makes the file for each step. Throws RUNNER_CONTRACT. */
export function commandFile(name: string): string {
  const path = variable(name)
  if (!existsSync(path)) throw new ClawError('RUNNER_CONTRACT', `The file that ${name} names does not exist.`)
  return path
}

/** Whether the runner takes answers, to be known before there is one. Throws RUNNER_CONTRACT. */
export function checkAnswerFiles(): void {
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) commandFile(name)
}

/** The id of the run, for names in the logs of others; `0` where there is none. Never trusted. */
export function runId(): string {
  const id = process.env['GITHUB_RUN_ID'] ?? ''
  return /^[0-9]{1,20}$/.test(id) ? id : '0'
}

/** What the environment says of the machine. Never trusted: see RunnerFacts. */
export function runnerFacts(): RunnerFacts {
  const text = (name: string): string | undefined => {
    const value = jobEnvironment()[name]
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

const Announced = v.object({
  version: v.literal(1),
  subjects: v.array(
    v.object({
      name: v.pipe(v.string(), v.nonEmpty()),
      digest: v.pipe(v.string(), v.nonEmpty()),
      kind: v.picklist(['file', 'oci']),
    }),
  ),
})

/** Subjects that earlier steps announced: none where the runner does not offer the list. Throws RUNNER_CONTRACT. */
export function announcedSubjects(): AnnouncedSubject[] {
  const path = process.env['GITHUB_ARTIFACTS_LIST']
  if (path === undefined || path === '' || !existsSync(path) || statSync(path).size === 0) return []
  const result = v.safeParse(Announced, parseJson(readFileSync(path), 'GITHUB_ARTIFACTS_LIST'))
  if (!result.success) {
    throw new ClawError('RUNNER_CONTRACT', 'GITHUB_ARTIFACTS_LIST has a form that is not known.', {
      remedy: 'Name the artifacts by input.',
    })
  }
  return result.output.subjects
}

/** With its scheme, so that a file cannot be named like an image or like a comment. */
const announcement = ({ name, digest, kind }: AnnouncedSubject): string =>
  kind === 'oci' ? `oci://${name}@${digest}` : `file://${name}`

/** The runner knows a file by the last part of its path alone. */
const announcedName = ({ name, kind }: AnnouncedSubject): string =>
  kind === 'oci' ? name : posix.basename(name)

/** Whether the runner will take `subjects` beside `known`: it fails a step that goes over its limits or gives one name two digests. */
function canAnnounce(subjects: readonly AnnouncedSubject[], known: Map<string, string>): boolean {
  for (const subject of subjects) {
    const name = announcedName(subject)
    if ((known.get(name) ?? subject.digest) !== subject.digest) return false
    known.set(name, subject.digest)
  }
  const text = subjects.map(announcement).join('\n')
  return (
    known.size <= MAX_ANNOUNCED &&
    Buffer.byteLength(text) < MAX_ANNOUNCED_BYTES &&
    subjects.every((subject) => !/[\r\n=]|\s$/.test(announcement(subject)))
  )
}

/**
 * Announces what was signed to later steps, where the runner offers it: all of it or, where the runner
 * would not take all, none, since a later step would take a part for the whole. Says whether it did.
 */
export function announceSubjects(subjects: readonly AnnouncedSubject[]): boolean {
  const path = process.env['GITHUB_ARTIFACTS']
  if (path === undefined || path === '' || subjects.length === 0) return false
  const known = new Map(announcedSubjects().map((subject) => [announcedName(subject), subject.digest]))
  if (!canAnnounce(subjects, known)) return false
  appendFileSync(path, `${subjects.map(announcement).join('\n')}\n`)
  return true
}

/** The event that started the workflow. Throws RUNNER_CONTRACT or JSON_INVALID. */
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

/** What the platform says of the run; it sets these after what a workflow or an earlier step could. Throws RUNNER_CONTRACT. */
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

/** The event that started the run. Throws RUNNER_CONTRACT or JSON_INVALID. */
export const runEvent = (): RunEvent => ({ facts: runVariables(), payload: eventPayload() })

/** Whether a workflow started this process; at a keyboard no event did. */
export const hasEvent = (): boolean => (process.env['GITHUB_EVENT_NAME'] ?? '') !== ''

/** Whether somebody runs the job again with debug logging, which the runner tells every step. */
export const isDebugging = (): boolean => process.env['RUNNER_DEBUG'] === '1'
