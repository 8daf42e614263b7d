// A script of the user, as a use-case hands it over to be run. What runs it is the business of a host.

/** A program that reads scripts. */
export interface Shell {
  /** Absolute. */
  readonly file: string
  readonly extension: string
  /** Whether its arguments are passed to Windows as they stand. */
  readonly verbatim: boolean
  /** The arguments for the script at `path`. */
  readonly argumentsFor: (path: string) => string[]
  /** The script as it is written to its file. */
  readonly fileText: (script: string) => string
}

/** Takes what a script prints. Gives a promise where no more can be taken before it is fulfilled. */
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
