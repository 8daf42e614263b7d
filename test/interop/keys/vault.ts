// The transit engine of a real Vault, with the JWT login.
import type { Algorithm } from '@open-claw/core'
import type { Sandbox } from '@open-claw/sandbox'
import { startVault, VAULT_AUDIENCE, VAULT_ROLE, type VaultServer } from '../servers/vault.ts'
import type { KeyKind } from './kind.ts'

/** Types of transit keys. RSA keys leave padding and hash to whoever signs. */
const TYPES: ReadonlyMap<Algorithm, string> = new Map([
  ['ecdsa-p256-sha256', 'ecdsa-p256'],
  ['ecdsa-p384-sha384', 'ecdsa-p384'],
  ['ecdsa-p521-sha512', 'ecdsa-p521'],
  ['ed25519', 'ed25519'],
  ['rsa-pkcs1-2048-sha256', 'rsa-2048'],
  ['rsa-pkcs1-3072-sha256', 'rsa-3072'],
  ['rsa-pkcs1-4096-sha512', 'rsa-4096'],
  ['rsa-pss-2048-sha256', 'rsa-2048'],
  ['rsa-pss-3072-sha384', 'rsa-3072'],
] satisfies readonly (readonly [Algorithm, string])[])

/** Inputs with which a job of the sandbox logs in at `vault` and signs by its key `name`. */
export const vaultInputs = (
  sandbox: Sandbox,
  { address }: VaultServer,
  name: string,
): Record<string, string> => ({
  key: `hashivault://${name}`,
  'oidc-issuer': sandbox.oidcIssuer,
  'vault-address': address,
  'vault-role': VAULT_ROLE,
  'vault-audience': VAULT_AUDIENCE,
})

export const VAULT: KeyKind = {
  name: 'HashiCorp Vault',
  tools: ['vault'],
  algorithms: [...TYPES.keys()],
  async start(sandbox) {
    const vault = await startVault(sandbox)
    return {
      inputs: async (algorithm) => {
        const type = TYPES.get(algorithm)
        await vault.ask('POST', `transit/keys/${algorithm}`, { type })
        return { ...vaultInputs(sandbox, vault, algorithm), 'key-algorithm': algorithm }
      },
      stop: () => vault.stop(),
    }
  },
}
