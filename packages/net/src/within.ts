// Bounds waits that a library does not bound itself.

/** The time for credentials of the machine: libraries try several places in turn, some of them repeatedly. */
export const MACHINE_MS = 30_000

/** Returns the result of `work`, or throws the error of `late` after `milliseconds`. Any later result is ignored. */
export async function within<T>(milliseconds: number, work: Promise<T>, late: () => Error): Promise<T> {
  const over = Promise.withResolvers<never>()
  const timer = setTimeout(() => over.reject(late()), milliseconds)
  try {
    return await Promise.race([work, over.promise])
  } finally {
    clearTimeout(timer)
  }
}
