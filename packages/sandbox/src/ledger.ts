// Counts calls and holds the faults to come. One per sandbox.
import type { FaultRequest } from './control-request.ts'
import { SERVICE_NAMES, SERVICES, type Service } from './services.ts'

/** Counts of calls, and faults that are due. */
export interface Ledger {
  /** Counts the call and takes the fault that is due for it, if any. */
  enter(service: Service, method: string): FaultRequest | undefined
  add(fault: FaultRequest): void
  calls(): Record<string, number>
  reset(): void
}

const zeros = (): Map<string, number> =>
  new Map(
    SERVICE_NAMES.flatMap((service) =>
      SERVICES[service].methods.map((method): [string, number] => [`${service}.${method}`, 0]),
    ),
  )

/** Creates a ledger without calls and faults. */
export function createLedger(): Ledger {
  let counts = zeros()
  let due: { readonly fault: FaultRequest; left: number }[] = []
  return {
    enter(service, method) {
      const name = `${service}.${method}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
      const next = due.find(
        ({ fault }) => fault.service === service && (fault.method === undefined || fault.method === method),
      )
      if (next === undefined) return undefined
      next.left -= 1
      due = due.filter(({ left }) => left > 0)
      return next.fault
    },
    add(fault) {
      due.push({ fault, left: fault.times ?? Infinity })
    },
    calls: () => Object.fromEntries(counts),
    reset() {
      counts = zeros()
      due = []
    },
  }
}
