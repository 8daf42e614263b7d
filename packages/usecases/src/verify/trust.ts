import type { Trust } from '@open-claw/core'
import type { ArtifactPolicy } from '@open-claw/policy'
import { policyKeys } from './policy-keys.ts'
import { policyRoots } from './policy-roots.ts'
import type { VerifyPorts } from './ports.ts'
import type { VerifyRequest } from './request.ts'

/** Fetches the keys and roots that the policy trusts. Logins are given back before anything is judged. */
export async function establishTrust(
  policy: ArtifactPolicy,
  { workspace }: VerifyRequest,
  { openKeys, keyUris, clock }: VerifyPorts,
): Promise<Trust> {
  await using session = openKeys()
  const keys = await policyKeys(policy, { session, keyUris })
  return { keys, roots: await policyRoots(policy, { workspace, keys, clock }) }
}
