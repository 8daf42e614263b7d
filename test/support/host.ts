// Hosts for tests: those of the programs, in a process that is not isolated, and one that only remembers.
import { githubHost } from '@open-claw/ci'
import type { AnnotationLevel, NamedTexts } from '../../packages/core/src/host.ts'
import type { Host, HostProcess } from '@open-claw/core'
import { githubIdentity } from '@open-claw/github'
import { commandLineHost } from '../../packages/wiring/src/host.ts'
import { testClock } from './clock.ts'
import { PUSH } from './events.ts'

const openProcess = (): HostProcess => ({
  environment: process.env,
  admitMachineCredentials: () => undefined,
})

/** The host of a step, as the environment of this process describes it. */
export const stepHost = (): Host => githubHost(openProcess(), githubIdentity)

/** The host of the command line in `folder`. */
export const toolHost = (folder: string, err: (text: string) => void = () => undefined): Host =>
  commandLineHost(openProcess(), { folder: () => folder, err })

/** What a step told its host. */
export interface Told {
  readonly outputs: Record<string, string>
  readonly variables: Record<string, string>
  readonly state: Record<string, string>
  readonly summaries: string[]
  readonly masks: string[]
  readonly lines: string[]
  readonly annotations: { level: AnnotationLevel; title: string; message: string }[]
}

/** A host that has nothing and remembers everything. `own` replaces what a test is about. */
export function rememberingHost(own: Partial<Host> = {}): Host & { readonly told: Told } {
  const told: Told = {
    outputs: {},
    variables: {},
    state: {},
    summaries: [],
    masks: [],
    lines: [],
    annotations: [],
  }
  const keep = (place: Record<string, string>) => (values: NamedTexts) => void Object.assign(place, values)
  const print = (line: string): void => void told.lines.push(line)
  return {
    told,
    input: () => '',
    workspace: () => process.cwd(),
    announced: () => [],
    savedState: (name) => told.state[name],
    checkAnswers: () => undefined,
    setOutputs: keep(told.outputs),
    exportVariables: keep(told.variables),
    saveState: (name, value) => void (told.state[name] = value),
    writeSummary: (markdown) => void told.summaries.push(markdown),
    announce: () => false,
    watchAnswers: () => () => [],
    mask: (value) => void told.masks.push(value),
    log: print,
    progress: print,
    debug: print,
    annotate: (level, title, message) => void told.annotations.push({ level, title, message }),
    runId: () => '0',
    runner: () => ({
      os: 'Linux',
      arch: 'X64',
      image: undefined,
      imageVersion: undefined,
      uid: undefined,
      dockerSocket: false,
    }),
    event: () => PUSH,
    withheld: [],
    admitEvent: (allowed) => ({ name: 'push', widened: false, allowed }),
    identity: () => ({ mint: () => Promise.reject(new Error('no identity')) }),
    claims: () => () => Promise.reject(new Error('no identity')),
    environment: {},
    admitMachineCredentials: () => undefined,
    clock: testClock(),
    ...own,
  }
}
