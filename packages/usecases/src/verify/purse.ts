/** A task and its units of work. */
export interface Cost {
  readonly name: string
  readonly work: number
}

/** Units of work that one document may spend, and the tasks that they did not cover. */
export class Purse {
  #left: number
  readonly #unpaid: Cost[] = []
  spent = 0

  constructor(allowance: number) {
    this.#left = allowance
  }

  /** The tasks that the allowance did not cover. */
  get unpaid(): readonly Cost[] {
    return this.#unpaid
  }

  /** Spends the work of a task, and says whether there was enough. */
  pays({ name, work }: Cost): boolean {
    const isEnough = work <= this.#left
    if (isEnough) {
      this.#left -= work
      this.spent += work
    } else this.#unpaid.push({ name, work })
    return isEnough
  }
}
