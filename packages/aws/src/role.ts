// IAM roles, by their ARNs.
import { ClawError, printable } from '@open-claw/core'
import { ACCOUNT, PARTITION } from './regions.ts'

/** An IAM role. */
export interface AwsRole {
  readonly arn: string
  readonly partition: string
  readonly account: string
}

const ROLE = new RegExp(
  `^arn:(?<partition>${PARTITION}):iam::(?<account>${ACCOUNT}):role/(?:[\\w+=,.@-]{1,64}/){0,8}[\\w+=,.@-]{1,64}$`,
)

/** Parses the ARN of a role. Throws INPUT_INVALID. */
export function parseRole(text: string, input: string): AwsRole {
  const groups = ROLE.exec(text)?.groups
  if (groups !== undefined)
    return { arn: text, partition: groups['partition'] ?? '', account: groups['account'] ?? '' }
  throw new ClawError(
    'INPUT_INVALID',
    `Input ${input}: "${printable(text)}" is not arn:aws:iam::ACCOUNT:role/NAME.`,
  )
}

/** Checks the ARN of a role and returns it. Throws INPUT_INVALID. */
export const parseRoleArn = (text: string, input: string): string => parseRole(text, input).arn
