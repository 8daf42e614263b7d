// A bound on a wait that a library does not bound itself.

/** For the credentials of the machine: libraries ask several places in turn, some of them again and again. */
export const MACHINE_MS = 30_000

/** What `work` gives, or the error that `late` makes once `milliseconds` are over. What comes after that is not heard. */
export async function within<T>(milliseconds: number, work: Promise<T>, late: () => Error): Promise<T> {
  const over = Promise.withResolvers<never>()
  const timer = setTimeout(() => over.reject(late()), milliseconds)
  try {
    return await Promise.race([work, over.promise])
  } finally {
    clearTimeout(timer)
  }
}
