// Inputs by which a job proves its identity to AWS.
import { parsedInput, type CredentialSet, type GivenInput } from '@open-claw/core'
import { parseEndpoint } from '@open-claw/net'
import { AWS_KEY_URI } from './key-uri.ts'
import { parseRegion } from './regions.ts'
import { parseRoleArn } from './role.ts'

export const AWS_INPUTS: CredentialSet = {
  scheme: AWS_KEY_URI.scheme,
  keyForm: AWS_KEY_URI.form,
  vendor: 'AWS',
  facts: [
    {
      name: 'aws-role',
      type: 'text',
      description:
        'ARN of the AWS role to assume with the identity of the job. The session may use the one key alone, whatever the role allows.',
      option: { value: 'arn', help: 'AWS: role to assume' },
      federated: true,
    },
    {
      name: 'aws-region',
      type: 'text',
      description: 'AWS region of a key that is named by alias or id; an ARN names its own.',
      option: { value: 'name', help: 'AWS: region of a key named by alias or id' },
    },
    {
      name: 'aws-audience',
      type: 'text',
      description:
        'Audience of the token that AWS STS is shown. Left out: sts.amazonaws.com, or the one of the partition.',
      option: { value: 'text', help: 'AWS: audience of the token that STS is shown' },
      federated: true,
    },
    {
      name: 'aws-sts-endpoint',
      type: 'url',
      description: 'Endpoint of AWS STS. Left out: the one of the region.',
      option: { value: 'url', help: 'AWS: endpoint of STS' },
      federated: true,
    },
  ],
}

export interface AwsInputs {
  /** ARN. */
  readonly role: string | undefined
  readonly region: string | undefined
  readonly stsEndpoint: URL | undefined
  /** undefined means that of the partition. */
  readonly audience: string | undefined
}

/** Reads the inputs. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
export const awsInputs = (given: GivenInput): AwsInputs => ({
  role: parsedInput(given, 'aws-role', parseRoleArn),
  region: parsedInput(given, 'aws-region', parseRegion),
  stsEndpoint: parsedInput(given, 'aws-sts-endpoint', parseEndpoint),
  audience: given('aws-audience'),
})
