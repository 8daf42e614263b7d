/** Variables of one tool that a secret must not be delivered as. */
export interface NameFact {
  /** Separated by spaces, in upper case, because Windows ignores case; `*` stands for any characters. */
  readonly names: string
  /** What whoever writes the variable gets done. */
  readonly reason: string
  /** Where the tool documents it. */
  readonly source: string
}
