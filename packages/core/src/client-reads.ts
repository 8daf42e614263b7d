// The variables and files that bundled clients read by themselves: all that their sources name. None of them may
// decide where a request goes, as whom, whom it trusts or how it travels, nor run a program: an earlier step can
// write variables with a line in GITHUB_ENV, and files into the home of the user that all steps share.

/** What a variable or a file decides where a client reads it. */
export type Decides = 'host' | 'identity' | 'trust' | 'transport' | 'program' | 'log' | 'nothing of these'

/**
 * `never` is removed before a client is loaded. `ambient` is given back where `credentials: ambient` asks for
 * the credentials of the machine. `heeded` stays: the operator of the machine sets it.
 */
export type Fate = 'never' | 'ambient' | 'heeded'

export interface ClientVariables<F extends Fate = Fate> {
  /** The client that reads them, by its usual name. */
  readonly reader: string
  /** In upper case; a name that ends in `*` stands for all that begin so. */
  readonly names: readonly string[]
  readonly decides: readonly Decides[]
  readonly fate: F
}

/** A file that a client reads. Those in the home of the user are out of reach while the process has no home. */
export interface ClientFile {
  /** Below the home of the user, or from the root. */
  readonly path: string
  readonly reader: string
  readonly decides: readonly Decides[]
  /** `heeded`: an earlier step without the rights of an administrator cannot write it. */
  readonly fate: Fate
}

/** The variables and files that the clients of one room read. */
export interface ClientReads<F extends Fate = Fate> {
  readonly variables: readonly ClientVariables<F>[]
  readonly files: readonly ClientFile[]
  /** Variables that a command of the user does not get either, in upper case. */
  readonly takenFromCommands?: readonly string[]
}

/** The variables and files of a vendor's clients. No vendor can make the process heed a variable that it would not heed otherwise. */
export type VendorClientReads = ClientReads<Exclude<Fate, 'heeded'>>
