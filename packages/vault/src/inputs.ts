// Inputs for where Vault is, how a job logs in, and what the connection trusts.
import { parsedInput, requiredInput, type CredentialSet, type GivenInput } from '@open-claw/core'
import { parseEndpoint, type TlsOptions } from '@open-claw/net'
import { VAULT_KEY_URI } from './key-uri.ts'
import { parseVaultPath, parseVaultRole } from './paths.ts'
import { vaultTlsInputs } from './tls-inputs.ts'

export const VAULT_INPUTS: CredentialSet = {
  scheme: VAULT_KEY_URI.scheme,
  keyForm: VAULT_KEY_URI.form,
  vendor: 'Vault',
  address: 'vault-address',
  facts: [
    {
      name: 'vault-address',
      type: 'url',
      description: 'Address of Vault or OpenBao.',
      option: { value: 'url', help: 'Vault: address' },
    },
    {
      name: 'vault-namespace',
      type: 'text',
      description: 'Namespace of login and key.',
      option: { value: 'path', help: 'Vault: namespace' },
    },
    {
      name: 'vault-role',
      type: 'text',
      description: 'Role of the JWT login that trusts this job.',
      option: { value: 'name', help: 'Vault: role of the JWT login' },
      federated: true,
    },
    {
      name: 'vault-auth-path',
      type: 'text',
      description: 'Path of the JWT login.',
      default: 'jwt',
      option: { value: 'path', help: 'Vault: path of the JWT login' },
      federated: true,
    },
    {
      name: 'vault-audience',
      type: 'text',
      description: 'Audience of the token that Vault is shown. Left out: the address of Vault.',
      option: { value: 'text', help: 'Vault: audience of the token that it is shown' },
      federated: true,
    },
    {
      name: 'vault-transit-path',
      type: 'text',
      description: 'Path of the transit engine.',
      default: 'transit',
      option: { value: 'path', help: 'Vault: path of the transit engine' },
    },
    {
      name: 'vault-ca',
      type: 'pem',
      description: 'PEM of further certificate authorities to trust for Vault.',
      option: { value: 'pem', help: 'Vault: further certificate authorities' },
    },
    {
      name: 'vault-client-certificate',
      type: 'pem',
      description: 'PEM of a client certificate for Vault, with vault-client-key.',
      option: { value: 'pem', help: 'Vault: client certificate' },
    },
    {
      name: 'vault-client-key',
      type: 'pem',
      description:
        'PEM of the key of that certificate, from a secret. It opens a connection and never signs artifacts.',
      secret: true,
    },
  ],
}

export interface VaultInputs {
  readonly address: URL | undefined
  readonly namespace: string | undefined
  readonly role: string | undefined
  /** Mount paths, without slashes around them. */
  readonly authPath: string
  readonly transitPath: string
  readonly audience: string | undefined
  readonly tls: TlsOptions
}

const path = (given: GivenInput, name: string): string => parseVaultPath(requiredInput(given, name), name)

/** Reads the inputs. Throws INPUT_INVALID, INPUT_MISSING or ENDPOINT_INSECURE. */
export const vaultInputs = (given: GivenInput): VaultInputs => ({
  address: parsedInput(given, 'vault-address', parseEndpoint),
  namespace: parsedInput(given, 'vault-namespace', parseVaultPath),
  role: parsedInput(given, 'vault-role', parseVaultRole),
  authPath: path(given, 'vault-auth-path'),
  transitPath: path(given, 'vault-transit-path'),
  audience: given('vault-audience'),
  tls: vaultTlsInputs(given),
})
