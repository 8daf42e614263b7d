// Measures time: one round to warm up, then the contestants in turn, so that a busy moment of the machine hits all of
// them, and the median of each.

/** The times of one contestant over all rounds, in milliseconds. */
export interface Timing {
  readonly median: number
  readonly samples: readonly number[]
}

/** Does the work once and returns its time in milliseconds. */
export type Contestant = () => Promise<number>

/** Clocks `work` from outside. */
export const clocked = (work: () => unknown) => async (): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('A median needs a value.')
  return middle
}

/** Times all contestants over an odd number of rounds, by name. */
export async function race<Name extends string>(
  rounds: number,
  contestants: Readonly<Record<Name, Contestant>>,
): Promise<(name: Name) => Timing> {
  const samples = new Map<string, number[]>()
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of Object.entries<Contestant>(contestants)) {
      const time = await run()
      if (round > 0) samples.set(name, [...(samples.get(name) ?? []), time])
    }
  }
  return (name) => {
    const own = samples.get(name) ?? []
    return { median: median(own), samples: own }
  }
}
