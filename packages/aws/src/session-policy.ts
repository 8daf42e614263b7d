// The policy that narrows the session of a job to one key. A session may do only what both the role and the
// policy allow: other grants of the role do not count.
import type { KeyUri, KeyUse } from '@open-claw/core'
import { awsKeyName } from './key-uri.ts'
import { AWS_PERMISSIONS } from './permissions.ts'
import type { AwsRole } from './role.ts'

const READ = [AWS_PERMISSIONS.getPublicKey.name, AWS_PERMISSIONS.describeKey.name] as const
const ACTIONS = { sign: [AWS_PERMISSIONS.sign.name, ...READ], verify: READ } as const satisfies Record<
  KeyUse,
  readonly string[]
>

interface Scope {
  readonly resource: string
  /** The alias that the key must have. */
  readonly alias?: string
}

/**
 * Returns the key that a URI names. A key ARN names it fully. A key id belongs to the account of the role: a
 * key of another account must be named by its ARN. A policy cannot name an alias as a resource, so any key of
 * the account that has the alias is allowed. kms:RequestAlias does not work: we sign by the ARN to which the
 * alias first resolved, and a request by ARN has no request alias.
 */
function keyScope(key: string, region: string, { partition, account }: AwsRole): Scope {
  const place = `arn:${partition}:kms:${region}:${account}`
  if (key.startsWith('alias/')) return { resource: `${place}:key/*`, alias: key }
  if (!key.startsWith('arn:')) return { resource: `${place}:key/${key}` }
  const at = key.indexOf(':alias/')
  return at === -1 ? { resource: key } : { resource: `${key.slice(0, at)}:key/*`, alias: key.slice(at + 1) }
}

/** Returns the session policy for the one key, as JSON. */
export function keyPolicy(uri: KeyUri, region: string, role: AwsRole, use: KeyUse): string {
  const { resource, alias } = keyScope(awsKeyName(uri).key, region, role)
  // A key has several aliases. ForAllValues would be true for a key that has none.
  const condition =
    alias === undefined
      ? {}
      : { Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': [alias] } } }
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: ACTIONS[use], Resource: [resource], ...condition }],
  })
}
