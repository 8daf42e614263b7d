// Reading what the gate judges: the pinned policy, its keys, and the bundles.
import { open } from 'node:fs/promises'
import {
  ALGORITHMS,
  ClawError,
  parseBundle,
  printable,
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
  parsePolicy,
  policyDigest,
  type ArtifactPolicy,
  type Evidence,
  type PolicyKey,
} from '@open-claw/policy'
import type { Inputs } from './inputs.ts'

/** A bundle holds a statement of at most 16 MiB in base64. */
const MAX_BUNDLE_BYTES = 24 * 1024 * 1024
/** More bundles than any release has; the rest of a flood is refused rather than skipped. */
const MAX_BUNDLES = 4096
const PARALLEL_READS = 16

async function readCapped({ path, name }: ArtifactFile, limit: number): Promise<Buffer> {
  await using handle = await open(path)
  const { size } = await handle.stat()
  if (size > limit) throw new ClawError('BUNDLE_INVALID', `"${printable(name)}" is over ${limit} bytes.`)
  return handle.readFile()
}

/** The policy, if it is the one that the workflow pins. Throws POLICY_DIGEST_MISMATCH or POLICY_INVALID. */
export async function readPolicy(inputs: Inputs): Promise<ArtifactPolicy> {
  const [file, ...others] = await selectFiles(inputs.workspace, [inputs.policy], 'policy')
  if (file === undefined || others.length > 0)
    throw new ClawError('INPUT_INVALID', 'Input policy: name exactly one file.')
  const bytes = await readCapped(file, MAX_BUNDLE_BYTES)
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
  const fetched = await googlePublicKey({ endpoint: inputs.keyEndpoint, tokens, clock: systemClock })(key.uri)
  return trustedKey(name, fetched.publicKey, { algorithm: fetched.algorithm, uri: fetched.uri })
}

/** The keys of all attestors, fetched in parallel. */
export function policyKeys(inputs: Inputs, policy: ArtifactPolicy): Promise<TrustedKey[]> {
  return Promise.all(policy.attestors.map(({ name, key }) => policyKey(inputs, name, key)))
}

/** Hashes that the trusted keys sign files by, beside SHA-256. */
export function hashesOf(keys: readonly TrustedKey[]): HashName[] {
  return [...new Set(keys.flatMap(({ algorithm }) => ALGORITHMS[algorithm].hash ?? []))]
}

async function judge(file: ArtifactFile, keys: readonly TrustedKey[]): Promise<Evidence> {
  try {
    const bundle = parseBundle(await readCapped(file, MAX_BUNDLE_BYTES), file.name)
    return { path: file.name, facts: await verifyBundle(bundle, keys) }
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
