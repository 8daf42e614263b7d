// Credentials that are fetched when they are needed, and again before they end.
import type { Clock } from '@open-claw/core'

const RENEW_BEFORE_MS = 60_000

/** One exchange serves concurrent callers; what it gave is renewed a minute before its end. A failure is not kept: the next caller tries again. */
export function renewing<T extends { readonly expires: number }>(
  exchange: () => Promise<T>,
  clock: Clock,
): { mint(): Promise<T> } {
  let known: T | undefined
  let pending: Promise<T> | undefined
  const renew = async (): Promise<T> => {
    try {
      known = await exchange()
      return known
    } finally {
      pending = undefined
    }
  }
  return {
    mint: async () => {
      if (known !== undefined && known.expires - clock.now() > RENEW_BEFORE_MS) return known
      pending ??= renew()
      return pending
    },
  }
}
