// Runs JavaScript actions as GitHub's runner 2.336 does: environment, file commands, masks, state, post.
import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { inputVariables, isPostDue, readManifest, type JobStatus } from './action-manifest.ts'
import {
  declareArtifacts,
  keyValues,
  parseArtifacts,
  parsePaths,
  readIfSmall,
  type ParsedArtifact,
} from './file-commands.ts'
import { PUSH_PAYLOAD } from './events.ts'
import { createRunnerMasker, type RunnerMasker } from './runner-masker.ts'
import { readStepOutput, type Annotation } from './stdout-commands.ts'
import { platformVariables, stepEnvironment } from './step-environment.ts'
import { runStepProcess, type StepControl, type StepProcessResult } from './step-process.ts'
import { temporaryFolder } from './temporary-folder.ts'

const REPOSITORY_ROOT = resolve(import.meta.dirname, '../..')
const MAX_SUMMARY_BYTES = 1024 * 1024
const FILES = {
  GITHUB_OUTPUT: 'set_output_',
  GITHUB_STATE: 'save_state_',
  GITHUB_ENV: 'set_env_',
  GITHUB_PATH: 'add_path_',
  GITHUB_STEP_SUMMARY: 'step_summary_',
  GITHUB_ARTIFACTS: 'artifacts_',
  GITHUB_ARTIFACTS_LIST: 'artifacts_list_',
} as const
type CommandFile = keyof typeof FILES

export interface JobOptions {
  readonly workspace: string
  /** OIDC request of a job with `id-token: write`; left out, the job has none. */
  readonly oidc?: { readonly url: string; readonly token: string } | undefined
  readonly event?: unknown
  /** Replaces anything, also what the platform says of the job, which no workflow can. */
  readonly env?: Readonly<Record<string, string>>
  /** `github.token` where an action.yml names it. */
  readonly token?: string
  readonly debug?: boolean
  /** Whether GITHUB_ARTIFACTS is obeyed, offered and ignored (a feature flag), or unknown to an old runner. */
  readonly artifacts?: 'enabled' | 'disabled' | 'absent'
  /** Milliseconds between the signals of a cancellation. */
  readonly grace?: readonly [number, number]
}

export interface StepOptions {
  /** Folder with action.yml, from the root of the repository. */
  readonly action: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** Called once the process runs: to kill it at a chosen moment. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void, control: StepControl) => void
  /** Called with all that was printed so far, whenever there is more. */
  readonly onOutput?: (output: string, control: StepControl) => void
}

export interface StepResult {
  readonly conclusion: JobStatus
  /** 128 and the signal number where a signal ended it. */
  readonly exitCode: number
  /** Masked, as a person sees it. */
  readonly log: string
  /** What was printed, unmasked. */
  readonly rawLog: string
  readonly annotations: readonly Annotation[]
  /** Values that the step asked to mask. */
  readonly masks: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  /** Outputs that a mask touches: the runner drops them where a job hands them on. */
  readonly hiddenOutputs: readonly string[]
  readonly state: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  readonly path: readonly string[]
  readonly summary: string
  readonly rawSummary: string
  readonly artifacts: readonly ParsedArtifact[]
}

interface Stage extends Pick<StepOptions, 'env' | 'onStart' | 'onOutput'> {
  readonly script: string
  /** INPUT_… */
  readonly inputs: Readonly<Record<string, string>>
  readonly unexpected: readonly string[]
  readonly state: Map<string, string>
}

/** One job: steps share its workspace, its masks and the variables that they export. */
export class RunnerJob {
  readonly temp: string = temporaryFolder('runner')
  readonly masker: RunnerMasker = createRunnerMasker()
  status: JobStatus = 'success'
  readonly #options: JobOptions
  readonly #exported: Record<string, string> = {}
  #path: readonly string[] = []
  readonly #artifacts = new Map<string, ParsedArtifact>()
  readonly #posts: (Stage & { readonly postIf: string })[] = []

  constructor(options: JobOptions) {
    this.#options = options
    mkdirSync(join(this.temp, '_runner_file_commands'))
    writeFileSync(join(this.temp, 'event.json'), JSON.stringify(options.event ?? PUSH_PAYLOAD))
    if (options.token !== undefined) this.masker.add(options.token)
  }

  /** Runs the main stage of an action; its post waits for `finish`. */
  async step({ action, inputs = {}, ...options }: StepOptions): Promise<StepResult> {
    const manifest = readManifest(resolve(REPOSITORY_ROOT, action))
    const { variables, unexpected } = inputVariables(manifest, inputs, this.#contexts())
    const stage = { inputs: variables, state: new Map<string, string>() }
    // The post is noted before main begins, so that it runs even if main is killed.
    if (manifest.post !== undefined)
      this.#posts.push({
        ...stage,
        script: manifest.post,
        postIf: manifest.postIf,
        unexpected: [],
        ...(options.env === undefined ? {} : { env: options.env }),
      })
    return this.#stage({ ...stage, script: manifest.main, unexpected, ...options })
  }

  /** Runs what is left to run after the last step, last first. */
  async finish(): Promise<StepResult[]> {
    const results: StepResult[] = []
    for (const post of this.#posts.splice(0).toReversed())
      if (isPostDue(post.postIf, this.status)) results.push(await this.#stage(post))
    return results
  }

  /** Values of expressions by their names, as in `github.server_url`. */
  #contexts(): Record<string, string> {
    const variables = platformVariables(this.#options.workspace, this.temp)
    const named = Object.entries(variables).map(([name, value]): [string, string] => {
      const [context = '', ...rest] = name.toLowerCase().split('_')
      return [`${context}.${rest.join('_')}`, value]
    })
    return { ...Object.fromEntries(named), 'github.token': this.#options.token ?? '' }
  }

  async #stage(stage: Stage): Promise<StepResult> {
    const id = randomUUID()
    const { workspace, oidc, debug = false, artifacts = 'enabled', env, grace } = this.#options
    const offered = Object.entries(FILES).filter(
      ([name]) => artifacts !== 'absent' || !name.startsWith('GITHUB_ARTIFACTS'),
    )
    const files = Object.fromEntries(
      offered.map(([name, prefix]) => [name, join(this.temp, '_runner_file_commands', prefix + id)]),
    )
    for (const path of Object.values(files)) writeFileSync(path, '')
    if (artifacts === 'enabled') writeFileSync(files['GITHUB_ARTIFACTS_LIST'] ?? '', this.#artifactsList())
    const result = await runStepProcess({
      script: stage.script,
      cwd: workspace,
      env: {
        ...stepEnvironment({
          workspace,
          temp: this.temp,
          oidc,
          debug,
          files,
          exported: this.#exported,
          path: this.#path,
          step: stage.env ?? {},
          state: stage.state,
          inputs: stage.inputs,
        }),
        ...env,
      },
      grace,
      onStart: (control) => stage.onStart?.((signal) => control.kill(signal), control),
      onOutput: stage.onOutput,
    })
    return this.#collect(result, id, stage)
  }

  #collect(result: StepProcessResult, id: string, stage: Stage): StepResult {
    const collected = new StepCollection((name, limit) =>
      readIfSmall(join(this.temp, '_runner_file_commands'), FILES[name] + id, limit),
    )
    if (stage.unexpected.length > 0)
      collected.note('warning', `Unexpected input(s) '${stage.unexpected.join("', '")}'`)
    const printed = readStepOutput(result.lines, this.masker, this.#options.debug)
    const outputs = collected.pairs('GITHUB_OUTPUT', printed.outputs)
    const env = collected.pairs('GITHUB_ENV', new Map())
    for (const name of Object.keys(env).filter((key) => key.toUpperCase() === 'NODE_OPTIONS')) {
      delete env[name]
      collected.note('error', "Can't store NODE_OPTIONS output parameter using '$GITHUB_ENV' command.")
    }
    Object.assign(this.#exported, env)
    const state = collected.pairs('GITHUB_STATE', printed.state)
    for (const [name, value] of Object.entries(state)) stage.state.set(name, value)
    const path = collected.read(() => parsePaths(collected.text('GITHUB_PATH')), [])
    this.#path = [...this.#path.filter((folder) => !path.includes(folder)), ...path]
    const artifacts = this.#announced(collected)
    const rawSummary = collected.summary()
    const failed = result.exitCode !== 0 || printed.failed || collected.failed
    const conclusion = result.cancelled ? 'cancelled' : failed ? 'failure' : 'success'
    if (this.status === 'success') this.status = conclusion
    const notes = collected.notes.map((note) => ({ ...note, message: this.masker.mask(note.message) }))
    return {
      conclusion,
      exitCode: result.exitCode,
      rawLog: result.output,
      masks: printed.masks,
      log: [printed.log, ...notes.map(({ level, message }) => `##[${level}]${message}`)].join('\n'),
      annotations: [...printed.annotations, ...notes],
      outputs,
      state,
      env,
      path,
      artifacts,
      rawSummary,
      hiddenOutputs: Object.keys(outputs).filter(
        (name) => this.masker.mask(outputs[name] ?? '') !== outputs[name],
      ),
      summary: rawSummary
        .split('\n')
        .map((line) => this.masker.mask(line))
        .join('\n'),
    }
  }

  /** ArtifactsListFileCommand.cs: sorted by name, and a list even where it is empty. */
  #artifactsList(): string {
    const subjects = [...this.#artifacts.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
    return JSON.stringify({ version: 1, subjects })
  }

  #announced(collected: StepCollection): ParsedArtifact[] {
    const { workspace, artifacts = 'enabled' } = this.#options
    if (artifacts !== 'enabled') return []
    const before = new Set(this.#artifacts.keys())
    collected.read(
      () => declareArtifacts(parseArtifacts(collected.text('GITHUB_ARTIFACTS'), workspace), this.#artifacts),
      undefined,
    )
    return [...this.#artifacts.values()].filter(({ name }) => !before.has(name))
  }
}

/** Reads the files of one step after its process has ended; a malformed one fails the step, not the reading. */
class StepCollection {
  readonly notes: Annotation[] = []
  failed = false
  readonly #file: (name: CommandFile, limit: number) => string

  constructor(file: (name: CommandFile, limit: number) => string) {
    this.#file = file
  }

  note(level: Annotation['level'], message: string): void {
    this.notes.push({ level, title: '', message })
  }

  text(name: CommandFile): string {
    return this.#file(name, Infinity)
  }

  read<T>(how: () => T, fallback: T): T {
    try {
      return how()
    } catch (error) {
      this.failed = true
      this.note('error', error instanceof Error ? error.message : 'unknown')
      return fallback
    }
  }

  pairs(name: CommandFile, printed: ReadonlyMap<string, string>): Record<string, string> {
    const values = new Map(printed)
    this.read(() => {
      for (const [key, value] of keyValues(this.text(name))) values.set(key, value)
    }, undefined)
    return Object.fromEntries(values)
  }

  /** A summary over the limit is an error in the log and is dropped; the step stands. */
  summary(): string {
    try {
      return this.#file('GITHUB_STEP_SUMMARY', MAX_SUMMARY_BYTES)
    } catch {
      this.note('error', '$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k.')
      return ''
    }
  }
}
