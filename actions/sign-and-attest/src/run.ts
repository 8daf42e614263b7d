import { jobIdentity } from '@open-claw/cloud'
import { jobProvenance, reportSigning, signPredicate } from '@open-claw/signing'
import type { Inputs } from './inputs.ts'

/** The signature over the provenance statement is the signature over the artifacts: their digests are in it. */
export async function run(inputs: Inputs): Promise<void> {
  const identity = jobIdentity(inputs.cloud)
  const result = await signPredicate(inputs, identity, () =>
    jobProvenance(inputs.provenance, identity, inputs.cloud.oidcIssuer),
  )
  await reportSigning('Signed artifacts and attached provenance', result)
}
