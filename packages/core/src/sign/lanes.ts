// Makes several signatures at once, within bounds.

/** Enough to hide the latency of a key service, far below any provider's quota. */
const PARALLEL = 8

/** Runs `work` on each of `items` and returns the results in their order. After a failure no further one is begun: its result would not be published. */
export async function inLanes<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const queue = items.entries()
  let hasFailed = false
  const lane = async (): Promise<void> => {
    for (const [index, item] of queue) {
      try {
        results[index] = await work(item)
      } catch (error) {
        hasFailed = true
        throw error
      }
      if (hasFailed) return
    }
  }
  await Promise.all(Array.from({ length: Math.min(PARALLEL, items.length) }, lane))
  return results
}
