// Evidence in files, examined as the gate does, with what the log says of it.
import type { Trust } from '@open-claw/core'
import { folderStore } from '@open-claw/files'
import type { Artifact, Evidence } from '@open-claw/policy'
import type { VerifyRequest } from '@open-claw/usecases'
import { examine } from '../../../../packages/usecases/src/verify/examination.ts'
import { expenseLine } from '../../../../packages/usecases/src/verify/expense.ts'

export async function readEvidence(
  { workspace, bundles }: Pick<VerifyRequest, 'workspace' | 'bundles'>,
  trust: Trust,
  artifacts: readonly Artifact[],
): Promise<{ readonly evidence: readonly Evidence[]; readonly expense: string }> {
  const documents = await folderStore({ workspace, folder: undefined }, bundles).find([])
  const { evidence, expense } = await examine(documents, { artifacts, trust })
  return { evidence, expense: expenseLine(expense) }
}
