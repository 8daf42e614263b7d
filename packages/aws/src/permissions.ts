// What a role must be allowed to do, for the session policy and for errors.
import type { KeyPermission } from '@open-claw/core'

export const AWS_PERMISSIONS = {
  sign: { name: 'kms:Sign' },
  getPublicKey: { name: 'kms:GetPublicKey' },
  /** Optional: signing does not need it. */
  describeKey: { name: 'kms:DescribeKey' },
} as const satisfies Record<string, KeyPermission>
