// What bundled clients read by themselves: every variable and every file that their sources name. None of
// it may decide where a request goes, as whom, whom it trusts, how it travels, or run a program: an earlier
// step writes variables with a line in GITHUB_ENV, and files into the home of the user that all steps share.

/** What a variable or a file would decide. */
export type Decides = 'host' | 'identity' | 'trust' | 'transport' | 'program' | 'log' | 'nothing of these'

/**
 * `never` is taken away before a client is loaded. `ambient` is given back where `credentials: ambient` asks
 * for what the machine has. `heeded` stays: whoever runs the machine sets it.
 */
export type Fate = 'never' | 'ambient' | 'heeded'

export interface ClientVariables<F extends Fate = Fate> {
  /** Who reads them, as one knows it. */
  readonly reader: string
  /** In upper case; a name that ends in `*` stands for all that begin so. */
  readonly names: readonly string[]
  readonly decides: readonly Decides[]
  readonly fate: F
}

/** What lies in the home of the user is out of reach while the process has none. */
export interface ClientFile {
  /** Below the home of the user, or from the root. */
  readonly path: string
  readonly reader: string
  readonly decides: readonly Decides[]
  /** `heeded`: an earlier step without the rights of an administrator cannot write it. */
  readonly fate: Fate
}

/** What the clients of one room read. */
export interface ClientReads<F extends Fate = Fate> {
  readonly variables: readonly ClientVariables<F>[]
  readonly files: readonly ClientFile[]
  /** Variables that a command of the user does not get either, in upper case. */
  readonly takenFromCommands?: readonly string[]
}

/** The same of a vendor, which cannot make the process heed a variable that it otherwise would not. */
export type VendorClientReads = ClientReads<Exclude<Fate, 'heeded'>>
