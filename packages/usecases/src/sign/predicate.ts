// Makes the predicate of a statement.
import {
  customPredicate,
  MAX_JSON_BYTES,
  SIGNATURE_PREDICATE_TYPE,
  slsaProvenance,
  type ClaimSource,
  type Predicate,
} from '@open-claw/core'
import { readDocument, selectFile } from '@open-claw/files'
import type { SigningPorts } from './ports.ts'
import type { PredicateChoice } from './request.ts'

/** The sources of a predicate. */
export interface PredicateSources extends Pick<SigningPorts, 'run'> {
  readonly workspace: string
  readonly claims: ClaimSource
  readonly host: Pick<SigningPorts['host'], 'runner'>
}

/** Describes the build of the job with its verified claims. */
async function jobProvenance({ claims: source, run, host }: PredicateSources): Promise<Predicate> {
  const claims = await source()
  const inputs = run.dispatchInputs(claims)
  return slsaProvenance({
    claims,
    runner: host.runner(),
    isolation: 'shared-job',
    inputs,
    run: await run.details(claims),
  })
}

async function filePredicate(workspace: string, type: string, path: string): Promise<Predicate> {
  const file = await selectFile(workspace, path, 'predicate-path')
  return customPredicate(type, await readDocument(file, { limit: MAX_JSON_BYTES, code: 'PREDICATE_INVALID' }))
}

/** Makes the chosen predicate. Throws PREDICATE_INVALID, JSON_INVALID, OIDC_*, EVENT_MISMATCH, GITHUB_*, and as `selectFile`. */
export async function makePredicate(choice: PredicateChoice, sources: PredicateSources): Promise<Predicate> {
  if (choice.kind === 'provenance') return jobProvenance(sources)
  if (choice.kind === 'file') return filePredicate(sources.workspace, choice.type, choice.path)
  return { type: SIGNATURE_PREDICATE_TYPE, body: {} }
}
