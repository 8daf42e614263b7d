// The genuine clients of AWS, as they are pointed at loopback.
import { KMSClient, type KMSClientConfig } from '@aws-sdk/client-kms'
import {
  AssumeRoleWithWebIdentityCommand,
  STSClient,
  type AssumeRoleWithWebIdentityCommandInput,
} from '@aws-sdk/client-sts'
import type { Sandbox } from '@open-claw/sandbox'

const REGION = 'us-east-1'
const ROLE = 'arn:aws:iam::111122223333:role/release'
export const P256 = 'alias/ecc-nist-p256'

export interface Credentials {
  accessKeyId: string
  secretAccessKey: string
  sessionToken: string
}

export async function assume(sandbox: Sandbox, more: Partial<AssumeRoleWithWebIdentityCommandInput> = {}) {
  const { token } = await sandbox.control({ op: 'mint', audience: 'sts.amazonaws.com' })
  const client = new STSClient({ endpoint: sandbox.awsStsEndpoint, region: REGION, maxAttempts: 1 })
  const command = { RoleArn: ROLE, RoleSessionName: 'test', WebIdentityToken: token, ...more }
  return client.send(new AssumeRoleWithWebIdentityCommand(command))
}

export async function session(
  sandbox: Sandbox,
  more: Partial<AssumeRoleWithWebIdentityCommandInput> = {},
): Promise<Credentials> {
  const { Credentials: given } = await assume(sandbox, more)
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  }
}

export const kmsClient = (sandbox: Sandbox, credentials: Credentials, more: KMSClientConfig = {}) =>
  new KMSClient({ endpoint: sandbox.awsKmsEndpoint, region: REGION, maxAttempts: 1, credentials, ...more })

/** The name of the error that `action` ends with. */
export async function nameOf(action: () => Promise<unknown>): Promise<string> {
  try {
    await action()
    return 'no error'
  } catch (error) {
    return (error as Error).name
  }
}
