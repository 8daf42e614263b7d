import { customPredicate, MAX_JSON_BYTES, type Predicate } from '@open-claw/core'
import { readDocument, selectFile } from '@open-claw/files'
import { jobProvenance, sign } from '@open-claw/usecases'
import { reportSigning } from '@open-claw/reports'
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
