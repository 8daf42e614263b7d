// What all clients in our programs read by themselves.
import { COMMON_CLIENT_READS } from '@open-claw/ci'
import type { ClientReads } from '@open-claw/core'
import { SIGSTORE_CLIENT_READS } from '@open-claw/sigstore'
import { KEY_VENDORS } from './vendors.ts'

export const CLIENT_READS: readonly ClientReads[] = [
  ...KEY_VENDORS.map(({ clientReads }) => clientReads),
  SIGSTORE_CLIENT_READS,
  COMMON_CLIENT_READS,
]
