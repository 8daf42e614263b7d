// Who needs what to sign, in the words of each key service.
import { keyScheme, type KeyScheme, type KeyUri } from '@open-claw/core'
import type { CloudInputs } from '@open-claw/inputs'
import type { KeyGrant } from '@open-claw/usecases'
import { vaultKeyName } from '@open-claw/vault'

const PERMISSIONS: Readonly<Record<KeyScheme, (uri: KeyUri, cloud: CloudInputs) => string>> = {
  gcpkms: () => 'cloudkms.cryptoKeyVersions.useToSign',
  awskms: () => 'kms:Sign',
  azurekms: () => 'keys/sign',
  hashivault: (uri, { vault }) => `update on ${vault.transitPath}/sign/${vaultKeyName(uri).key}`,
}

/** Whom the service sees, as far as it is known here. */
const PRINCIPALS: Readonly<Record<KeyScheme, (cloud: CloudInputs, subject: string) => string | undefined>> = {
  gcpkms: ({ google }, subject) =>
    google.serviceAccount ??
    google.provider?.replace(
      /^(.*)\/providers\/.*$/,
      (_, pool: string) => `principal://iam.googleapis.com/${pool}/subject/${subject}`,
    ),
  awskms: ({ aws }) => aws.role,
  azurekms: ({ azure }) => (azure.clientId === undefined ? undefined : `the application ${azure.clientId}`),
  hashivault: ({ vault }) => (vault.role === undefined ? undefined : `the role ${vault.role}`),
}

/** What signing with `uri` takes; `subject` is the one of the token of the job. */
export function signingGrant(uri: KeyUri, cloud: CloudInputs, subject: string): KeyGrant {
  const scheme = keyScheme(uri)
  return {
    principal: cloud.credentials === 'ambient' ? undefined : PRINCIPALS[scheme](cloud, subject),
    permission: PERMISSIONS[scheme](uri, cloud),
  }
}
