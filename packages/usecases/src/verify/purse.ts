/** Something to be done, and what it takes. */
export interface Cost {
  readonly name: string
  readonly work: number
}

/** Units of work that one document may spend, and what they were not enough for. */
export class Purse {
  #left: number
  readonly #unpaid: Cost[] = []
  spent = 0

  constructor(allowance: number) {
    this.#left = allowance
  }

  /** What there was not enough for. */
  get unpaid(): readonly Cost[] {
    return this.#unpaid
  }

  /** Takes out what it costs, and says whether there was enough. */
  pays({ name, work }: Cost): boolean {
    const isEnough = work <= this.#left
    if (isEnough) {
      this.#left -= work
      this.spent += work
    } else this.#unpaid.push({ name, work })
    return isEnough
  }
}
