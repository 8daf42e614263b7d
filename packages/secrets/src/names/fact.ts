/** Variables of one tool that a secret must not be delivered as. */
export interface NameFact {
  /** Separated by spaces, in upper case, because Windows ignores case; `*` stands for any characters. */
  readonly names: string
  /** What an attacker achieves by setting the variable. */
  readonly reason: string
  /** Documentation of the tool. */
  readonly source: string
}
