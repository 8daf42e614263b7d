// A script of the user, as a use-case hands it to a host to be run.

/** A program that reads scripts. */
export interface Shell {
  /** Absolute. */
  readonly file: string
  readonly extension: string
  /** Whether Windows gets its arguments unquoted. */
  readonly verbatim: boolean
  /** The arguments for the script at `path`. */
  readonly argumentsFor: (path: string) => string[]
  /** The text of the file that holds the script. */
  readonly fileText: (script: string) => string
}

/** Takes the output of a script. Returns a promise where it can take no more until that is fulfilled. */
export type TakeOutput = (chunk: Buffer) => Promise<unknown> | undefined

export interface Script {
  readonly shell: Shell
  readonly script: string
  /** The environment, whole. */
  readonly env: Readonly<Record<string, string>>
  readonly onStdout: TakeOutput
  readonly onStderr: TakeOutput
}

/** Runs a script and returns its exit code. Throws COMMAND_FAILED or RUNNER_CONTRACT. */
export type RunScript = (script: Script) => Promise<number>
