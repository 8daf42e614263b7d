/** Exit codes of the command line: 1 denied, 2 wrong use or configuration, 3 a service failed and may answer later. */
export type Exit = 1 | 2 | 3

export interface ErrorFact {
  readonly exit: Exit
  readonly meaning: string
  readonly remedy: string
}
