import { SIGNATURE_PREDICATE_TYPE, type Predicate } from '@open-claw/core'
import { reportSigning } from '@open-claw/reports'
import { sign } from '@open-claw/usecases'
import type { Inputs } from './inputs.ts'

/** A signature claims nothing but that the key was used on these artifacts. */
const SIGNATURE: Predicate = { type: SIGNATURE_PREDICATE_TYPE, body: {} }

export async function run(inputs: Inputs): Promise<void> {
  const work =
    inputs.mode === 'statement' ? { predicate: () => Promise.resolve(SIGNATURE) } : ('each-artifact' as const)
  await reportSigning('Signed', await sign(inputs, work))
}
