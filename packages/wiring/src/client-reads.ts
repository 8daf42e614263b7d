// What all clients in our programs read by themselves, vendor by vendor.
import { AWS_CLIENT_READS } from '@open-claw/aws'
import { AZURE_CLIENT_READS } from '@open-claw/azure'
import { COMMON_CLIENT_READS } from '@open-claw/ci'
import type { ClientReads } from '@open-claw/core'
import { GOOGLE_CLIENT_READS } from '@open-claw/google'
import { SIGSTORE_CLIENT_READS } from '@open-claw/sigstore'
import { VAULT_CLIENT_READS } from '@open-claw/vault'

export const CLIENT_READS: readonly ClientReads[] = [
  GOOGLE_CLIENT_READS,
  AWS_CLIENT_READS,
  AZURE_CLIENT_READS,
  VAULT_CLIENT_READS,
  SIGSTORE_CLIENT_READS,
  COMMON_CLIENT_READS,
]
