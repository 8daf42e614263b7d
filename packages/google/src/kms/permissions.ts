// What an identity has to be granted in IAM.
import type { KeyPermission } from '@open-claw/core'

export const GOOGLE_PERMISSIONS = {
  sign: { name: 'cloudkms.cryptoKeyVersions.useToSign', role: 'roles/cloudkms.signer' },
  viewPublicKey: {
    name: 'cloudkms.cryptoKeyVersions.viewPublicKey',
    role: 'roles/cloudkms.publicKeyViewer',
  },
  /** For a URI without a version. */
  list: { name: 'cloudkms.cryptoKeyVersions.list', role: 'roles/cloudkms.viewer' },
} as const satisfies Record<string, KeyPermission>
