// The credential inputs of every vendor.
import type { CredentialSet } from '@open-claw/core'
import { AWS_INPUTS } from './vendors/aws.ts'
import { AZURE_INPUTS } from './vendors/azure.ts'
import { GOOGLE_INPUTS } from './vendors/google.ts'
import { VAULT_INPUTS } from './vendors/vault.ts'

export const CREDENTIAL_SETS: readonly CredentialSet[] = [
  GOOGLE_INPUTS,
  AWS_INPUTS,
  AZURE_INPUTS,
  VAULT_INPUTS,
]
