// Session policies, as far as the clients write them: Allow statements with actions, key ARNs and the
// aliases of the key. Anything else is refused, since ignoring it would allow more.
import * as v from 'valibot'
import { AwsFailure } from './failure.ts'

const list = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((value) => (typeof value === 'string' ? [value] : value)),
)

const policySchema = v.strictObject({
  Version: v.literal('2012-10-17'),
  Statement: v.array(
    v.strictObject({
      Effect: v.literal('Allow'),
      Action: list,
      Resource: list,
      Condition: v.optional(
        v.strictObject({ 'ForAnyValue:StringEquals': v.strictObject({ 'kms:ResourceAliases': list }) }),
      ),
    }),
  ),
})

/** What a session may do. */
export type SessionPolicy = v.InferOutput<typeof policySchema>

/** A call to be allowed. */
export interface GuardedCall {
  /** `kms:Sign` */
  readonly action: string
  /** ARN of the key. */
  readonly resource: string
  readonly aliases: readonly string[]
}

/** Bytes of a session policy that STS accepts, packed. */
const MAX_POLICY = 2048

/** Parses a session policy. Throws AwsFailure. */
export function parseSessionPolicy(text: string): SessionPolicy {
  if (text.length > MAX_POLICY) throw new AwsFailure('PackedPolicyTooLarge', 'The policy is too large.')
  try {
    const parsed: unknown = JSON.parse(text)
    return v.parse(policySchema, parsed)
  } catch {
    throw new AwsFailure('MalformedPolicyDocument', 'The policy is not one that the sandbox understands.')
  }
}

/** Matches `*` as any characters; here only at the end. */
const matches = (pattern: string, text: string): boolean =>
  pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : pattern === text

/** Says whether a statement of the policy names the action, the key and, if it demands one, an alias of the key. */
export const allows = (policy: SessionPolicy | undefined, call: GuardedCall): boolean =>
  policy === undefined ||
  policy.Statement.some(({ Action, Resource, Condition }) => {
    const wanted = Condition?.['ForAnyValue:StringEquals']['kms:ResourceAliases']
    return (
      Action.some((pattern) => matches(pattern, call.action)) &&
      Resource.some((pattern) => matches(pattern, call.resource)) &&
      (wanted === undefined || call.aliases.some((alias) => wanted.includes(alias)))
    )
  })
