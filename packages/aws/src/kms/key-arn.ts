// Checks which key answered. Keys are pinned by ARN: an alias can be pointed to another key at any time.
import { ClawError } from '@open-claw/core'
import type { AwsKeyName } from '../key-uri.ts'
import { KMS_PLACE } from '../regions.ts'

interface KeyArn {
  readonly arn: string
  /** `arn:PARTITION:kms:REGION:ACCOUNT:` */
  readonly place: string
  readonly region: string
  readonly id: string
}

const KEY_ARN = new RegExp(`^(?<place>${KMS_PLACE})key/(?<id>[0-9a-f-]{36}|mrk-[0-9a-f]{32})$`)

function parseKeyArn(text: unknown): KeyArn | undefined {
  const groups = typeof text === 'string' ? KEY_ARN.exec(text)?.groups : undefined
  if (groups === undefined || typeof text !== 'string') return undefined
  const { place = '', region = '', id = '' } = groups
  return { arn: text, place, region, id }
}

/** Says whether the URI, as far as it is specific, can mean the key of the ARN. */
function canMean({ key }: AwsKeyName, { arn, place, id }: KeyArn): boolean {
  if (key.startsWith('arn:')) return key.includes(':alias/') ? key.startsWith(`${place}alias/`) : key === arn
  return key.startsWith('alias/') || key === id
}

/** Returns the ARN in an answer if the URI can mean it in `region`. Throws KEY_CHANGED. */
export function checkedArn(answered: unknown, name: AwsKeyName, region: string): string {
  const arn = parseKeyArn(answered)
  if (arn !== undefined && arn.region === region && canMean(name, arn)) return arn.arn
  throw new ClawError('KEY_CHANGED', `${name.key}: the answer is about another key, account or region.`)
}
