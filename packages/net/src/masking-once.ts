// Masks the credentials of a machine like those of a job: a job may switch on tracing for its own programs, and
// the clients of the clouds then print the headers of their requests.
import type { Mask } from '@open-claw/core'

/** Returns `mask`, called once for each value: clients give the same token with each call. */
export function maskingOnce(mask: Mask | undefined): Mask {
  const known = new Set<string>()
  return (value) => {
    if (known.has(value)) return
    known.add(value)
    mask?.(value)
  }
}
