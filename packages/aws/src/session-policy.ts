// The policy that narrows the session of a job to one key. A session may do what
// the role and the policy both allow: what else the role is granted does not count.
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
  /** The key has to bear this alias. */
  readonly alias?: string
}

/**
 * What a URI says of its key. A key ARN names it whole. A key id is one of the account of the role: one of
 * another account has to be named by its ARN. An alias is no resource that a policy could name, so any key
 * of the account will do that bears the alias. kms:RequestAlias would not: we sign by the ARN that the
 * alias meant at first, and a request by ARN has no request alias.
 */
function scopeOf(key: string, region: string, { partition, account }: AwsRole): Scope {
  const place = `arn:${partition}:kms:${region}:${account}`
  if (key.startsWith('alias/')) return { resource: `${place}:key/*`, alias: key }
  if (!key.startsWith('arn:')) return { resource: `${place}:key/${key}` }
  const at = key.indexOf(':alias/')
  return at === -1 ? { resource: key } : { resource: `${key.slice(0, at)}:key/*`, alias: key.slice(at + 1) }
}

/** The session policy for the one key, JSON. */
export function keyPolicy(uri: KeyUri, region: string, role: AwsRole, use: KeyUse): string {
  const { resource, alias } = scopeOf(awsKeyName(uri).key, region, role)
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
