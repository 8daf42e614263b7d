// Runs a JavaScript action as GitHub's runner 2.336 does: environment, file commands, masks, state, post.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { parseArtifacts, parseKeyValues, readIfSmall, type ParsedArtifact } from './file-commands.ts'
import { createRunnerMasker, type RunnerMasker } from './runner-masker.ts'
import { readStepOutput, type Annotation } from './stdout-commands.ts'

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

export interface JobOptions {
  readonly workspace: string
  /** OIDC request of a job with `id-token: write`; left out, the job has none. */
  readonly oidc?: { readonly url: string; readonly token: string } | undefined
  readonly event?: unknown
  readonly env?: Readonly<Record<string, string>>
}

export interface StepOptions {
  /** Folder with action.yml, from the root of the repository. */
  readonly action: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** Called with the process once it runs: to kill it at a chosen moment. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void
}

export interface StepResult {
  readonly conclusion: 'success' | 'failure'
  /** 128 and the signal number where a signal ended it. */
  readonly exitCode: number
  /** Masked, as a person sees it. */
  readonly log: string
  /** What was printed, unmasked. */
  readonly rawLog: string
  readonly annotations: readonly Annotation[]
  readonly outputs: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  readonly summary: string
  readonly rawSummary: string
  readonly artifacts: readonly ParsedArtifact[]
}

interface Manifest {
  readonly inputs?: Record<string, { readonly default?: string }>
  readonly runs: {
    readonly using: string
    readonly main: string
    readonly post?: string
    readonly 'post-if'?: string
  }
}

interface PendingPost {
  readonly script: string
  readonly inputs: Readonly<Record<string, string>>
  readonly state: Map<string, string>
}

/** One job: steps share its workspace, its masks and the variables that they export. */
export class RunnerJob {
  readonly temp: string = mkdtempSync(join(tmpdir(), 'runner-'))
  readonly masker: RunnerMasker = createRunnerMasker()
  readonly #options: JobOptions
  readonly #exported: Record<string, string> = {}
  readonly #artifacts = new Map<string, ParsedArtifact>()
  readonly #posts: PendingPost[] = []

  constructor(options: JobOptions) {
    this.#options = options
    mkdirSync(join(this.temp, '_runner_file_commands'))
    writeFileSync(join(this.temp, 'event.json'), JSON.stringify(options.event ?? {}))
  }

  /** Runs the main stage of an action; its post waits for `finish`. */
  async step(options: StepOptions): Promise<StepResult> {
    const folder = resolve(REPOSITORY_ROOT, options.action)
    const manifest: Manifest = parse(readFileSync(join(folder, 'action.yml'), 'utf8'))
    const inputs = Object.fromEntries([
      ...Object.entries(manifest.inputs ?? {}).map(([name, input]) => [name, input.default ?? '']),
      ...Object.entries(options.inputs ?? {}),
    ])
    const state = new Map<string, string>()
    // The post is noted before main begins, so that it runs even if main is killed.
    if (manifest.runs.post !== undefined)
      this.#posts.push({ script: resolve(folder, manifest.runs.post), inputs, state })
    return this.#stage({ script: resolve(folder, manifest.runs.main), inputs, state, ...options })
  }

  /** Runs what is left to run after the last step, last first. */
  async finish(): Promise<StepResult[]> {
    const results: StepResult[] = []
    for (const post of this.#posts.toReversed()) results.push(await this.#stage(post))
    this.#posts.length = 0
    return results
  }

  #environment(
    inputs: Readonly<Record<string, string>>,
    files: Readonly<Record<string, string>>,
  ): Record<string, string> {
    const { workspace, oidc, env } = this.#options
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: this.temp,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION: '__run',
      GITHUB_ACTOR: 'octocat',
      GITHUB_ACTOR_ID: '12',
      GITHUB_API_URL: 'https://api.github.com',
      GITHUB_BASE_REF: '',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: join(this.temp, 'event.json'),
      GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
      GITHUB_HEAD_REF: '',
      GITHUB_JOB: 'release',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_PROTECTED: 'true',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_REPOSITORY: 'octo-org/octo-repo',
      GITHUB_REPOSITORY_ID: '456789',
      GITHUB_REPOSITORY_OWNER: 'octo-org',
      GITHUB_REPOSITORY_OWNER_ID: '123456',
      GITHUB_RETENTION_DAYS: '90',
      GITHUB_RUN_ATTEMPT: '2',
      GITHUB_RUN_ID: '1111',
      GITHUB_RUN_NUMBER: '10',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_SHA: '6b2c5f0f4ee1d14b1b1e6b3d8dd0c1c2b4f1a7e9',
      GITHUB_TRIGGERING_ACTOR: 'octocat',
      GITHUB_WORKFLOW: 'release',
      GITHUB_WORKFLOW_REF: 'octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main',
      GITHUB_WORKFLOW_SHA: '6b2c5f0f4ee1d14b1b1e6b3d8dd0c1c2b4f1a7e9',
      GITHUB_WORKSPACE: workspace,
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: 'X64',
      RUNNER_NAME: 'runner',
      RUNNER_ENVIRONMENT: 'github-hosted',
      RUNNER_TEMP: this.temp,
      RUNNER_TOOL_CACHE: join(this.temp, 'tools'),
      RUNNER_WORKSPACE: dirname(workspace),
      ACTIONS_RUNTIME_URL: 'https://pipelines.actions.githubusercontent.com/x/',
      ACTIONS_RUNTIME_TOKEN: 'runtime-token-canary',
      ACTIONS_RESULTS_URL: 'https://results-receiver.actions.githubusercontent.com/',
      ...(oidc === undefined
        ? {}
        : { ACTIONS_ID_TOKEN_REQUEST_URL: oidc.url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidc.token }),
      ...env,
      ...this.#exported,
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [
          `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
          value,
        ]),
      ),
      ...files,
    }
  }

  async #stage(stage: PendingPost & Partial<StepOptions>): Promise<StepResult> {
    const id = randomUUID()
    const files = Object.fromEntries(
      Object.entries(FILES).map(([name, prefix]) => [
        name,
        join(this.temp, '_runner_file_commands', prefix + id),
      ]),
    )
    for (const path of Object.values(files)) writeFileSync(path, '')
    if (this.#artifacts.size > 0)
      writeFileSync(
        files['GITHUB_ARTIFACTS_LIST'] ?? '',
        JSON.stringify({ version: 1, subjects: [...this.#artifacts.values()] }),
      )
    const state = Object.fromEntries([...stage.state].map(([name, value]) => [`STATE_${name}`, value]))
    const { exitCode, output } = await this.#spawn(
      stage.script,
      { ...this.#environment(stage.inputs, files), ...state, ...stage.env },
      stage.onStart,
    )
    return this.#collect(exitCode, output, id, stage.state)
  }

  #spawn(
    script: string,
    env: Record<string, string>,
    onStart: StepOptions['onStart'],
  ): Promise<{ exitCode: number; output: string }> {
    return new Promise((done, fail) => {
      const child = spawn(process.execPath, [script], {
        cwd: this.#options.workspace,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const chunks: Buffer[] = []
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
      child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
      child.on('error', fail)
      child.on('close', (code, signal) =>
        done({
          exitCode: code ?? 128 + (signal === 'SIGKILL' ? 9 : 15),
          output: Buffer.concat(chunks).toString('utf8'),
        }),
      )
      onStart?.((signal) => child.kill(signal))
    })
  }

  #collect(exitCode: number, output: string, id: string, state: Map<string, string>): StepResult {
    const folder = join(this.temp, '_runner_file_commands')
    const text = (name: keyof typeof FILES, limit = Infinity): string =>
      readIfSmall(folder, FILES[name] + id, limit)
    const { log, annotations } = readStepOutput(output, this.masker)
    const problems: string[] = []
    const attempt = <T>(read: () => T, fallback: T): T => {
      try {
        return read()
      } catch (error) {
        problems.push(error instanceof Error ? error.message : 'unknown')
        return fallback
      }
    }
    const outputs = attempt(() => parseKeyValues(text('GITHUB_OUTPUT')), new Map<string, string>())
    const env = attempt(() => parseKeyValues(text('GITHUB_ENV')), new Map<string, string>())
    for (const [name, value] of attempt(
      () => parseKeyValues(text('GITHUB_STATE')),
      new Map<string, string>(),
    ))
      state.set(name, value)
    if (env.delete('NODE_OPTIONS')) problems.push('NODE_OPTIONS is refused')
    for (const [name, value] of env) this.#exported[name] = value
    const artifacts = attempt(
      () => parseArtifacts(text('GITHUB_ARTIFACTS'), this.#options.workspace),
      new Map<string, ParsedArtifact>(),
    )
    for (const [name, artifact] of artifacts) this.#artifacts.set(name, artifact)
    const rawSummary = attempt(() => text('GITHUB_STEP_SUMMARY', MAX_SUMMARY_BYTES), '')
    return {
      conclusion: exitCode === 0 && problems.length === 0 ? 'success' : 'failure',
      exitCode,
      log: [log, ...problems.map((problem) => `##[error]${problem}`)].join('\n'),
      rawLog: output,
      annotations,
      outputs: Object.fromEntries(outputs),
      env: Object.fromEntries(env),
      summary: rawSummary
        .split('\n')
        .map((line) => this.masker.mask(line))
        .join('\n'),
      rawSummary,
      artifacts: [...artifacts.values()],
    }
  }
}
