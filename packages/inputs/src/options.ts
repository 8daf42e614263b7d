// Commands and options, in one table: the parser and the completion of the shells are made from it.
// Options of commands that sign are the inputs of the signing actions, under the same names.
import { ALGORITHMS } from '@open-claw/core'

export interface OptionFact {
  readonly name: string
  /** What stands for the value in the help; undefined where there is none. */
  readonly value?: string
  readonly help: string
  /** May be given several times. */
  readonly list?: true
  /** Values that a shell offers. */
  readonly choices?: readonly string[]
}

export interface CommandFact {
  readonly name: string
  readonly help: string
  readonly options: readonly OptionFact[]
  /** What its one argument may be. */
  readonly argument?: readonly string[]
}

const option = (name: string, value: string, help: string, choices?: readonly string[]): OptionFact =>
  choices === undefined ? { name, value, help } : { name, value, help, choices }

export const SIGNER_OPTIONS: readonly OptionFact[] = [
  option('key', 'uri', 'key that signs: gcpkms://, awskms://, azurekms:// or hashivault://, or keyless', [
    'keyless',
  ]),
  option(
    'key-algorithm',
    'name',
    'where the key allows several, as in rsa-pss-3072-sha256',
    Object.keys(ALGORITHMS),
  ),
  option('key-endpoint', 'url', 'endpoint of the key service'),
  {
    name: 'allow-events',
    value: 'event',
    help: 'further event that may use the key, whoever starts it',
    list: true,
  },
  option('push-to', 'destination', 'where bundles would go: file: or file:<folder>'),
  option('credentials', 'kind', 'workload-identity (the job) or ambient (this machine)', [
    'workload-identity',
    'ambient',
  ]),
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
  option('certificate-authority', 'authority', 'for --key keyless: public, github or a URL', [
    'public',
    'github',
  ]),
  {
    ...option('timestamp-authority', 'authority', 'a URL, public, github or none; may be repeated', [
      'public',
      'github',
      'none',
    ]),
    list: true,
  },
  option('transparency-log', 'log', 'none, public or a URL', ['none', 'public']),
  option('transparency-log-version', 'number', 'API of a log named by URL: 1 or 2', ['1', '2']),
  option('allow-public-log', 'boolean', 'true lets a private repository be written to a public log', [
    'true',
    'false',
  ]),
  option('signing-config', 'path', 'a signing config as cosign reads it'),
]

const DOCTOR_OPTIONS: readonly OptionFact[] = [
  { name: 'json', help: 'print one JSON object' },
  { name: 'no-sign', help: 'do without the trial signature' },
  ...SIGNER_OPTIONS,
  option('vault-client-key-file', 'path', 'Vault: file with the key of that certificate'),
]

export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

export const COMMANDS = {
  doctor: {
    name: 'doctor',
    help: 'Runs the checks of a signing step and explains each failure; signs nothing but a trial text',
    options: DOCTOR_OPTIONS,
  },
  completion: {
    name: 'completion',
    help: 'Prints the completion script of a shell',
    options: [],
    argument: SHELLS,
  },
} as const satisfies Record<string, CommandFact>
