import { customPredicate, MAX_JSON_BYTES, readDocument, selectFile, type Predicate } from '@open-claw/core'
import { jobProvenance, reportSigning, sign } from '@open-claw/signing'
import type { Inputs } from './inputs.ts'

async function readPredicate(
  workspace: string,
  { type, path }: { type: string; path: string },
): Promise<Predicate> {
  const file = await selectFile(workspace, path, 'predicate-path')
  return customPredicate(type, await readDocument(file, { limit: MAX_JSON_BYTES, code: 'PREDICATE_INVALID' }))
}

export async function run(inputs: Inputs): Promise<void> {
  const { predicate } = inputs
  const result = await sign(inputs, {
    predicate: (job) =>
      predicate === undefined
        ? jobProvenance(inputs.provenance, job)
        : readPredicate(inputs.workspace, predicate),
  })
  await reportSigning(predicate === undefined ? 'Provenance attached' : 'Statement attached', result)
}
