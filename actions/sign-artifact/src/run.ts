import { SIGNATURE_PREDICATE_TYPE, type Predicate } from '@open-claw/core'
import { jobIdentity } from '@open-claw/cloud'
import { reportSigning, signEachArtifact, signPredicate } from '@open-claw/signing'
import type { Inputs } from './inputs.ts'

/** A signature claims nothing but that the key was used on these artifacts. */
const SIGNATURE: Predicate = { type: SIGNATURE_PREDICATE_TYPE, body: {} }

export async function run(inputs: Inputs): Promise<void> {
  const identity = jobIdentity(inputs.cloud)
  const result =
    inputs.mode === 'statement'
      ? await signPredicate(inputs, identity, () => Promise.resolve(SIGNATURE))
      : await signEachArtifact(inputs, identity)
  await reportSigning('Signed artifacts', result)
}
