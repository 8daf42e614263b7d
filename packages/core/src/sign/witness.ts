import type { Witness } from '../ports.ts'

/** No witness: the bundle carries the signature alone, which a policy can see. */
export const NO_WITNESS: Witness = { attest: () => Promise.resolve({ timestamps: [], logEntries: [] }) }
