// Reading what the gate judges: the pinned policy, its keys, and the bundles.
import {
  ALGORITHMS,
  ClawError,
  MAX_BUNDLE_BYTES,
  parseBundle,
  readDocument,
  selectFiles,
  systemClock,
  trustedKey,
  verifyBundle,
  type ArtifactFile,
  type HashName,
  type TrustedKey,
} from '@open-claw/core'
import { cloudTokens, jobIdentity } from '@open-claw/cloud'
import { googlePublicKey, KMS_SCOPE } from '@open-claw/kms'
import {
  MAX_POLICY_BYTES,
  parsePolicy,
  policyDigest,
  type ArtifactPolicy,
  type Evidence,
  type PolicyKey,
} from '@open-claw/policy'
import type { Inputs } from './inputs.ts'

/** More bundles than any release has; the rest of a flood is refused rather than skipped. */
const MAX_BUNDLES = 4096
const PARALLEL_READS = 16

/** The policy, if it is the one that the workflow pins. Throws POLICY_DIGEST_MISMATCH or POLICY_INVALID. */
export async function readPolicy(inputs: Inputs): Promise<ArtifactPolicy> {
  const [file, ...others] = await selectFiles(inputs.workspace, [inputs.policy], 'policy')
  if (file === undefined || others.length > 0)
    throw new ClawError('INPUT_INVALID', 'Input policy: name exactly one file.')
  const bytes = await readDocument(file, { limit: MAX_POLICY_BYTES, code: 'POLICY_INVALID' })
  const actual = policyDigest(bytes)
  if (actual !== inputs.policyDigest) {
    throw new ClawError(
      'POLICY_DIGEST_MISMATCH',
      `Input policy-digest: the policy in the workspace has the digest sha256:${actual}, which is not the one that is pinned. Review it, then pin that digest in the workflow.`,
    )
  }
  return parsePolicy(bytes)
}

async function policyKey(inputs: Inputs, name: string, key: PolicyKey): Promise<TrustedKey> {
  if ('publicKey' in key) return trustedKey(name, key.publicKey, { algorithm: key.algorithm })
  const tokens = cloudTokens(inputs.cloud, jobIdentity(inputs.cloud), KMS_SCOPE)
  const fetched = await googlePublicKey({ endpoint: inputs.keyEndpoint, tokens, clock: systemClock })(
    key.uri,
    key.algorithm,
  )
  return trustedKey(name, fetched.publicKey, { algorithm: fetched.algorithm, uri: fetched.uri })
}

/**
 * The keys of all attestors, fetched in parallel. Throws POLICY_INVALID where two attestors have one key:
 * its signatures would count for the first of them only.
 */
export async function policyKeys(inputs: Inputs, policy: ArtifactPolicy): Promise<TrustedKey[]> {
  const keys = await Promise.all(
    policy.attestors.flatMap((one) => ('key' in one ? [policyKey(inputs, one.name, one.key)] : [])),
  )
  const owners = new Map(keys.map(({ keyId, name }) => [keyId, name]))
  const second = keys.find(({ keyId, name }) => owners.get(keyId) !== name)
  if (second !== undefined) {
    throw new ClawError(
      'POLICY_INVALID',
      `The attestors "${second.name}" and "${owners.get(second.keyId) ?? ''}" have the same key; define one and name it in each entry.`,
    )
  }
  return keys
}

/** Hashes that the trusted keys sign files by, beside SHA-256. */
export function hashesOf(keys: readonly TrustedKey[]): HashName[] {
  return [...new Set(keys.flatMap(({ algorithm }) => ALGORITHMS[algorithm].hash ?? []))]
}

async function judge(file: ArtifactFile, keys: readonly TrustedKey[]): Promise<Evidence> {
  try {
    const bytes = await readDocument(file, { limit: MAX_BUNDLE_BYTES, code: 'BUNDLE_INVALID' })
    const bundle = parseBundle(bytes, file.name)
    return { path: file.name, facts: await verifyBundle(bundle, { keys }) }
  } catch (error) {
    // A bundle that anybody could have dropped there must not veto the good one; it just proves nothing.
    if (error instanceof ClawError)
      return { path: file.name, refused: { code: error.code, message: error.message } }
    throw error
  }
}

/** Every bundle that the patterns name, verified or refused with its reason. Throws EVIDENCE_NOT_FOUND. */
export async function readEvidence(inputs: Inputs, keys: readonly TrustedKey[]): Promise<Evidence[]> {
  const files = await selectFiles(inputs.workspace, inputs.bundles, 'bundles').catch((error: unknown) => {
    if (error instanceof ClawError && error.code === 'ARTIFACT_NOT_FOUND') {
      throw new ClawError('EVIDENCE_NOT_FOUND', error.message, { cause: error })
    }
    throw error
  })
  if (files.length > MAX_BUNDLES) {
    throw new ClawError(
      'EVIDENCE_NOT_FOUND',
      `Input bundles names ${files.length} files; the limit is ${MAX_BUNDLES}.`,
    )
  }
  const evidence: Evidence[] = []
  const lane = async (start: number): Promise<void> => {
    for (let index = start; index < files.length; index += PARALLEL_READS) {
      const file = files[index]
      if (file !== undefined) evidence[index] = await judge(file, keys)
    }
  }
  await Promise.all(Array.from({ length: PARALLEL_READS }, (_, start) => lane(start)))
  return evidence
}
