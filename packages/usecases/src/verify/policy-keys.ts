// Collects the keys that the policy trusts: written in it, or fetched from their service by URI and version.
import { ALGORITHMS, ClawError, trustedKey, type HashName, type TrustedKey } from '@open-claw/core'
import type { ArtifactPolicy, PolicyKey } from '@open-claw/policy'
import type { PublicKeySession, VerifyPorts } from './ports.ts'

/** The source of keys that the policy names by URI. */
export interface KeySource extends Pick<VerifyPorts, 'keyUris'> {
  readonly session: PublicKeySession
}

async function policyKey(name: string, key: PolicyKey, { session, keyUris }: KeySource): Promise<TrustedKey> {
  if ('publicKey' in key) return trustedKey(name, key.publicKey, { algorithm: key.algorithm })
  if (keyUris.isExample(key.uri))
    throw new ClawError(
      'POLICY_INVALID',
      `The policy gives the attestor "${name}" the key of the documentation, ${key.uri}.`,
      {
        remedy:
          'Put the URI of your own key in its place, then review and pin the digest of the policy again.',
      },
    )
  const { publicKey, algorithm, uri } = await session.publicKey(key.uri, key.algorithm)
  return trustedKey(name, publicKey, { algorithm, uri })
}

/**
 * Returns the keys of all attestors that have one, fetched in parallel. Throws POLICY_INVALID if two attestors
 * have one key: its signatures would count for the first of them only.
 */
export async function policyKeys(policy: ArtifactPolicy, source: KeySource): Promise<TrustedKey[]> {
  const keys = await Promise.all(
    policy.attestors.flatMap((one) => ('key' in one ? [policyKey(one.name, one.key, source)] : [])),
  )
  const owners = new Map(keys.map(({ keyId, name }) => [keyId, name]))
  const second = keys.find(({ keyId, name }) => owners.get(keyId) !== name)
  if (second !== undefined) {
    throw new ClawError(
      'POLICY_INVALID',
      `The attestors "${second.name}" and "${owners.get(second.keyId) ?? ''}" have the same key.`,
      { remedy: 'Define one of them, and name it in each entry.' },
    )
  }
  return keys
}

/** Returns the hashes that the trusted signers may use for files, besides SHA-256. */
export function signedHashes(policy: ArtifactPolicy, keys: readonly TrustedKey[]): HashName[] {
  const keyHashes = keys.flatMap(({ algorithm }) => ALGORITHMS[algorithm].hash ?? [])
  // A certificate may hold a key of any curve.
  const certificateHashes: HashName[] = policy.attestors.some((one) => 'certificate' in one)
    ? ['sha256', 'sha384', 'sha512']
    : []
  return [...new Set([...keyHashes, ...certificateHashes])]
}
