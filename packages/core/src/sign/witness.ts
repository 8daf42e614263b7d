import type { Witness } from '../ports.ts'

/** Nobody: the bundle carries the signature alone, and a policy can tell. */
export const NO_WITNESS: Witness = { attest: () => Promise.resolve({ timestamps: [], logEntries: [] }) }
