// Fetches credentials on first use, and again before they end.
import type { Clock } from '@open-claw/core'

const RENEW_BEFORE_MS = 60_000

/**
 * Returns credentials of `exchange`, one of which serves concurrent callers. They are renewed a minute before
 * their end, or at half of a short life. A failure is not kept: the next caller tries again.
 */
export function renewing<T extends { readonly expires: number }>(
  exchange: () => Promise<T>,
  clock: Clock,
): { mint(): Promise<T> } {
  let known: T | undefined
  let renewAt = 0
  let pending: Promise<T> | undefined
  const renew = async (): Promise<T> => {
    const asked = clock.now()
    try {
      known = await exchange()
      renewAt = known.expires - Math.min(RENEW_BEFORE_MS, (known.expires - asked) / 2)
      return known
    } finally {
      pending = undefined
    }
  }
  return {
    mint: async () => {
      if (known !== undefined && clock.now() < renewAt) return known
      pending ??= renew()
      return pending
    },
  }
}
