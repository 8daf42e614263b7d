// The keys that the policy trusts: written in it, or asked of their service by URI and version.
import {
  ALGORITHMS,
  ClawError,
  isExampleKey,
  keyScheme,
  trustedKey,
  type HashName,
  type KeyScheme,
  type KeyUri,
  type TrustedKey,
  type PublicKeySource,
} from '@open-claw/core'
import type { CloudSession } from '@open-claw/wiring'
import { awsPublicKey } from '@open-claw/aws'
import { azurePublicKey } from '@open-claw/azure'
import { googlePublicKey } from '@open-claw/google'
import { vaultPublicKey } from '@open-claw/vault'
import type { ArtifactPolicy, PolicyKey } from '@open-claw/policy'

/** One row for each scheme of key URIs. */
const SOURCES: Readonly<Record<KeyScheme, (session: CloudSession, uri: KeyUri) => PublicKeySource>> = {
  gcpkms: (session) => googlePublicKey(session.google()),
  awskms: (session, uri) => awsPublicKey(session.aws(uri)),
  azurekms: (session, uri) => azurePublicKey(session.azure(uri)),
  hashivault: (session) => vaultPublicKey(session.vault()),
}

async function policyKey(session: CloudSession, name: string, key: PolicyKey): Promise<TrustedKey> {
  if ('publicKey' in key) return trustedKey(name, key.publicKey, { algorithm: key.algorithm })
  if (isExampleKey(key.uri))
    throw new ClawError(
      'POLICY_INVALID',
      `The policy gives the attestor "${name}" the key of the documentation, ${key.uri}.`,
      {
        remedy:
          'Put the URI of your own key in its place, then review and pin the digest of the policy again.',
      },
    )
  const source = SOURCES[keyScheme(key.uri)](session, key.uri)
  const { publicKey, algorithm, uri } = await source(key.uri, key.algorithm)
  return trustedKey(name, publicKey, { algorithm, uri })
}

/**
 * The keys of all attestors that have one, fetched in parallel. Throws POLICY_INVALID where two attestors
 * have one key: its signatures would count for the first of them only.
 */
export async function policyKeys(session: CloudSession, policy: ArtifactPolicy): Promise<TrustedKey[]> {
  const keys = await Promise.all(
    policy.attestors.flatMap((one) => ('key' in one ? [policyKey(session, one.name, one.key)] : [])),
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

/** Hashes that the trusted signers sign files by, beside SHA-256. */
export function hashesOf(keys: readonly TrustedKey[], policy: ArtifactPolicy): HashName[] {
  const ofKeys = keys.flatMap(({ algorithm }) => ALGORITHMS[algorithm].hash ?? [])
  // A certificate may hold a key of any curve.
  const ofCertificates: HashName[] = policy.attestors.some((one) => 'certificate' in one)
    ? ['sha256', 'sha384', 'sha512']
    : []
  return [...new Set([...ofKeys, ...ofCertificates])]
}
