// The five kinds of key, as a workflow names them, each in the sandbox.
import type { Sandbox } from '@open-claw/sandbox'
import { KEY, keyInputs, PROVIDER } from './job.ts'

/** Variables that a step needs where a service of the sandbox speaks TLS. */
export const trusting = (path: string): Record<string, string> => ({ NODE_EXTRA_CA_CERTS: path })

export interface Provider {
  readonly name: string
  /** What signs. */
  readonly inputs: (sandbox: Sandbox) => Record<string, string>
  /** `service.Method` of the signature, as the sandbox counts it; undefined where the step signs itself. */
  readonly signature: string | undefined
}

export const PROVIDERS: readonly Provider[] = [
  {
    name: 'Google Cloud KMS',
    inputs: (sandbox) => ({ key: KEY, ...keyInputs(sandbox) }),
    signature: 'kms.AsymmetricSign',
  },
  {
    name: 'AWS KMS',
    inputs: (sandbox) => ({
      key: 'awskms:///alias/ecc-nist-p256',
      'aws-role': 'arn:aws:iam::111122223333:role/release',
      'aws-region': 'us-east-1',
      'aws-sts-endpoint': sandbox.awsStsEndpoint,
      'key-endpoint': sandbox.awsKmsEndpoint,
      'oidc-issuer': sandbox.oidcIssuer,
    }),
    signature: 'aws-kms.Sign',
  },
  {
    name: 'Azure Key Vault',
    inputs: (sandbox) => ({
      key: 'azurekms://sandbox.vault.azure.net/ec-p-256',
      'azure-tenant-id': '11111111-2222-3333-4444-555555555555',
      'azure-client-id': '66666666-7777-8888-9999-aaaaaaaaaaaa',
      'azure-login-endpoint': sandbox.azureLoginEndpoint,
      'key-endpoint': sandbox.azureVaultEndpoint,
      'oidc-issuer': sandbox.oidcIssuer,
    }),
    signature: 'azure-vault.Sign',
  },
  {
    name: 'Vault transit',
    inputs: (sandbox) => ({
      key: 'hashivault://ecdsa-p256',
      'vault-address': sandbox.vaultEndpoint,
      'vault-role': 'release',
      'oidc-issuer': sandbox.oidcIssuer,
    }),
    signature: 'vault.Sign',
  },
  {
    name: 'keyless',
    inputs: (sandbox) => ({
      key: 'keyless',
      'certificate-authority': sandbox.fulcioEndpoint,
      'timestamp-authority': sandbox.tsaEndpoint,
      'oidc-issuer': sandbox.oidcIssuer,
    }),
    signature: undefined,
  },
]

/** Timestamps and a log of version 2, for any of them. */
export const witnessInputs = (sandbox: Sandbox): Record<string, string> => ({
  'timestamp-authority': sandbox.tsaEndpoint,
  'transparency-log': sandbox.rekorTilesEndpoint,
})

/** Inputs of the gate that reach the key services of the sandbox. */
export const gateInputs = (sandbox: Sandbox, provider: Provider): Record<string, string> => {
  const { key: _, ...inputs } = provider.inputs(sandbox)
  return Object.fromEntries(
    Object.entries({ 'workload-identity-provider': PROVIDER, ...inputs }).filter(
      ([name]) => !/^(?:certificate|timestamp|transparency)/.test(name),
    ),
  )
}
