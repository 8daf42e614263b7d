// How a job proves itself to AWS.
import type { CredentialSet } from '@open-claw/core'

export const AWS_INPUTS: CredentialSet = {
  scheme: 'awskms',
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
      description: 'AWS region of a key that is named by alias or id; an ARN tells its own.',
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
