// What an identity must be granted in IAM, and the scope of its token.
import type { KeyPermission } from '@open-claw/core'

/** Scope of Cloud KMS only; the clients' default covers every API of Google Cloud. */
export const KMS_SCOPE = 'https://www.googleapis.com/auth/cloudkms'

export const GOOGLE_PERMISSIONS = {
  sign: { name: 'cloudkms.cryptoKeyVersions.useToSign', role: 'roles/cloudkms.signer' },
  viewPublicKey: {
    name: 'cloudkms.cryptoKeyVersions.viewPublicKey',
    role: 'roles/cloudkms.publicKeyViewer',
  },
  /** For a URI without a version. */
  list: { name: 'cloudkms.cryptoKeyVersions.list', role: 'roles/cloudkms.viewer' },
} as const satisfies Record<string, KeyPermission>
