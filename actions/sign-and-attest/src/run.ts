import { jobProvenance, sign } from '@open-claw/usecases'
import { reportSigning } from '@open-claw/reports'
import type { Inputs } from './inputs.ts'

/** The signature over the provenance statement is the signature over the artifacts: their digests are in it. */
export async function run(inputs: Inputs): Promise<void> {
  const result = await sign(inputs, { predicate: (job) => jobProvenance(inputs.provenance, job) })
  await reportSigning('Signed, with provenance', result)
}
