// What a machine gives is hidden like what a job was given: switches for tracing, which a job sets for its
// own programs, have the clients of the clouds print the headers of their requests.
import type { Mask } from '@open-claw/core'

/** `mask`, where there is one, once for each value: the same token is asked for with each call. */
export function maskingOnce(mask: Mask | undefined): Mask {
  const known = new Set<string>()
  return (value) => {
    if (known.has(value)) return
    known.add(value)
    mask?.(value)
  }
}
