// How the tests reach the AWS keys of the sandbox.
import { createPublicKey } from 'node:crypto'
import type { KeyUri, SigningKey } from '@open-claw/core'
import type { SessionCredentials, SessionTokens } from '../../../packages/aws/src/session-credentials.ts'
import { parseKeyUri } from '../../support/key-uris.ts'
import {
  AWS_AUDIENCE,
  awsWebIdentity,
  type AwsIdentityOptions,
} from '../../../packages/aws/src/web-identity.ts'
import { awsKeyService } from '../../../packages/aws/src/kms/signing.ts'
import type { AwsKeyOptions } from '../../../packages/aws/src/kms/client.ts'
import type { Sandbox } from '@open-claw/sandbox'
import { testClock } from '../../support/clock.ts'
import { exchange } from '../../support/job-identity.ts'
import { testToken } from '../../support/token.ts'

export const REGION = 'us-east-1'
export const PLACE = `arn:aws:kms:${REGION}:111122223333`
export const ROLE = 'arn:aws:iam::111122223333:role/release'

/** By their places in the table of specs. */
export const P256_ARN = `${PLACE}:key/00000000-0000-4000-8000-000000000001`
export const P384_ID = '00000000-0000-4000-8000-000000000002'
export const P384_ARN = `${PLACE}:key/${P384_ID}`
export const MULTI_REGION_ID = `mrk-${'0'.repeat(30)}0e`

export const awsUri = (name: string): KeyUri => parseKeyUri(`awskms:///${name}`, 'key')

/** The exchange of the job's token, as a step makes it. */
export function webIdentity(sandbox: Sandbox, key: KeyUri, more: Partial<AwsIdentityOptions> = {}) {
  const { identity, masked, clock, options } = exchange(sandbox)
  const tokens = awsWebIdentity({
    role: ROLE,
    key,
    region: REGION,
    audience: AWS_AUDIENCE,
    runId: '123456',
    stsEndpoint: new URL(sandbox.awsStsEndpoint),
    ...options,
    ...more,
  })
  return { tokens, masked, audiences: identity.audiences, jobTokens: identity.tokens, clock }
}

/** A session as its answer has it. */
export interface SessionTexts {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expires: number
}

export const sessionWith = (texts: SessionTexts): SessionCredentials => ({
  accessKeyId: testToken(texts.accessKeyId),
  secretAccessKey: testToken(texts.secretAccessKey),
  sessionToken: testToken(texts.sessionToken),
  expires: texts.expires,
})

/** A session without a policy: all that the role may do. */
export async function wideSession(sandbox: Sandbox): Promise<SessionTexts> {
  const { token = '' } = await sandbox.control({ op: 'mint', audience: AWS_AUDIENCE })
  const form = new URLSearchParams({
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: ROLE,
    RoleSessionName: 'test',
    WebIdentityToken: token,
  })
  const text = await (await fetch(sandbox.awsStsEndpoint, { method: 'POST', body: form })).text()
  const field = (name: string): string => new RegExp(`<${name}>(.*?)</${name}>`).exec(text)?.[1] ?? ''
  return {
    accessKeyId: field('AccessKeyId'),
    secretAccessKey: field('SecretAccessKey'),
    sessionToken: field('SessionToken'),
    expires: Date.parse(field('Expiration')),
  }
}

export const fixed = (texts: SessionTexts): SessionTokens => ({ mint: async () => sessionWith(texts) })

export function awsServiceAt(
  endpoint: string,
  credentials: AwsKeyOptions['credentials'],
  more: Partial<AwsKeyOptions> = {},
) {
  const clock = testClock()
  const options = { endpoint: new URL(endpoint), region: REGION, credentials, clock, ...more }
  return { clock, options, service: awsKeyService(options) }
}

export const checkedWith = (key: Pick<SigningKey, 'algorithm' | 'publicKey'>) => ({
  algorithm: key.algorithm,
  key: createPublicKey({ key: Buffer.from(key.publicKey), format: 'der', type: 'spki' }),
})
