// Key URIs of AWS KMS.
import { keyUriParts, keyUris, type KeyUri, type KeyUriGrammar, type PinnedKeyUri } from '@open-claw/core'
import { KMS_PLACE, PARTITION } from './regions.ts'

const HOST = '[a-z0-9.-]{1,253}(?::[0-9]{1,5})?'
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const MULTI_REGION_ID = 'mrk-[0-9a-f]{32}'
const ALIAS = 'alias/[A-Za-z0-9/_-]{1,250}'

export const AWS_KEY_URI: KeyUriGrammar = {
  scheme: 'awskms',
  pattern: new RegExp(
    `^awskms://(?<host>${HOST})?/(?<key>${KMS_PLACE}(?:key/(?:${UUID}|${MULTI_REGION_ID})|${ALIAS})|${UUID}|${MULTI_REGION_ID}|${ALIAS})$`,
  ),
  form: 'awskms://[ENDPOINT]/ARN, alias/NAME or key id',
  near: [
    [new RegExp(`^(?:.*?[:/]{1,3})?(arn:${PARTITION}:kms:.+)$`), ([, arn = '']) => `awskms:///${arn}`],
    [
      new RegExp(`^(?:.*[:/]{1,3})?(alias/.+|${MULTI_REGION_ID}|${UUID})$`),
      ([, key = '']) => `awskms:///${key}`,
    ],
  ],
  // AWS keys have no versions: the ARN is enough.
  isPinned: ({ key = '' }) => /^arn:[^/]*:key\//.test(key),
  examples: ['awskms:///arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'],
}

export interface AwsKeyName {
  /** `host[:port]` of a custom endpoint, reached over https. */
  readonly host: string | undefined
  /** An ARN, an alias (`alias/…`) or a key id. */
  readonly key: string
  /** From the ARN; undefined for an alias or an id alone. */
  readonly region: string | undefined
}

/** Returns the key inside an `awskms://` URI. Throws KEY_URI_INVALID. */
export function awsKeyName(uri: KeyUri): AwsKeyName {
  const { host, key = '', region } = keyUriParts(uri, AWS_KEY_URI)
  return { host, key, region }
}

/** Returns the URI of a key by its ARN, at the given host. Throws KEY_URI_INVALID. */
export const awsKeyUri = ({ host = '' }: Pick<AwsKeyName, 'host'>, arn: string): PinnedKeyUri =>
  keyUris([AWS_KEY_URI]).parsePinned(`awskms://${host}/${arn}`, 'key')
