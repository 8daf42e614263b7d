// Options of commands that sign: the inputs of the signing actions, under the same names.

export interface OptionFact {
  readonly name: string
  /** What stands for the value in the help. */
  readonly value: string
  readonly help: string
  /** May be given several times. */
  readonly list?: true
}

const option = (name: string, value: string, help: string): OptionFact => ({ name, value, help })

export const SIGNER_OPTIONS: readonly OptionFact[] = [
  option('key', 'uri', 'key that signs: gcpkms://, awskms://, azurekms:// or hashivault://, or keyless'),
  option('key-algorithm', 'name', 'where the key allows several, as in rsa-pss-3072-sha256'),
  option('key-endpoint', 'url', 'endpoint of the key service'),
  option('push-to', 'destination', 'where bundles would go: file: or file:<folder>'),
  option('credentials', 'kind', 'workload-identity (the job) or ambient (this machine)'),
  option('oidc-issuer', 'url', 'issuer of the token of the job'),
  option(
    'workload-identity-provider',
    'name',
    'Google: projects/N/locations/global/workloadIdentityPools/P/providers/R',
  ),
  option('service-account', 'email', 'Google: account to impersonate'),
  option('sts-endpoint', 'url', 'Google: endpoint of the security token service'),
  option('iam-endpoint', 'url', 'Google: endpoint of the service account credentials API'),
  option('aws-role', 'arn', 'AWS: role to assume'),
  option('aws-region', 'name', 'AWS: region of a key named by alias or id'),
  option('aws-audience', 'text', 'AWS: audience of the token that STS is shown'),
  option('aws-sts-endpoint', 'url', 'AWS: endpoint of STS'),
  option('azure-tenant-id', 'id', 'Azure: directory (tenant) id'),
  option('azure-client-id', 'id', 'Azure: application (client) id'),
  option('azure-login-endpoint', 'url', 'Azure: endpoint of Microsoft Entra ID'),
  option('vault-address', 'url', 'Vault: address'),
  option('vault-namespace', 'path', 'Vault: namespace'),
  option('vault-role', 'name', 'Vault: role of the JWT login'),
  option('vault-auth-path', 'path', 'Vault: path of the JWT login'),
  option('vault-audience', 'text', 'Vault: audience of the token that it is shown'),
  option('vault-transit-path', 'path', 'Vault: path of the transit engine'),
  option('vault-ca', 'pem', 'Vault: further certificate authorities'),
  option('vault-client-certificate', 'pem', 'Vault: client certificate'),
  // Its key is in the file of --vault-client-key-file: the arguments of a process are there for all to read.
  option('certificate-authority', 'authority', 'for --key keyless: public, github or a URL'),
  {
    ...option('timestamp-authority', 'authority', 'a URL, public, github or none; may be repeated'),
    list: true,
  },
  option('transparency-log', 'log', 'none, public or a URL'),
  option('transparency-log-version', 'number', 'API of a log named by URL: 1 or 2'),
  option('allow-public-log', 'boolean', 'true lets a private repository be written to a public log'),
  option('signing-config', 'path', 'a signing config as cosign reads it'),
]
