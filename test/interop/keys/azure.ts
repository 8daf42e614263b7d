// Key Vault of the sandbox: there is no emulator of somebody else to be had.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Algorithm } from '@open-claw/core'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import type { KeyKind } from './kind.ts'

const GUID = '00000000-0000-4000-8000-000000000000'

const KEYS: ReadonlyMap<Algorithm, string> = new Map([
  ['ecdsa-p256-sha256', 'ec-p-256'],
  ['ecdsa-p384-sha384', 'ec-p-384'],
  ['ecdsa-p521-sha512', 'ec-p-521'],
  ['ecdsa-secp256k1-sha256', 'ec-p-256k'],
  ['rsa-pkcs1-2048-sha256', 'rsa-2048'],
  ['rsa-pkcs1-3072-sha384', 'rsa-3072'],
  ['rsa-pss-4096-sha512', 'rsa-4096'],
] satisfies readonly (readonly [Algorithm, string])[])

export const AZURE: KeyKind = {
  name: 'Azure Key Vault of the sandbox',
  tools: [],
  algorithms: [...KEYS.keys()],
  async start(sandbox) {
    const folder = temporaryFolder('interop-azure')
    const authority = join(folder, 'authority.pem')
    writeFileSync(authority, sandbox.authority)
    return {
      // The client speaks TLS alone, and the certificate of the sandbox is known to nobody.
      variables: { NODE_EXTRA_CA_CERTS: authority },
      inputs: async (algorithm) => ({
        key: `azurekms://sandbox.vault.azure.net/${KEYS.get(algorithm)}`,
        'key-algorithm': algorithm,
        'key-endpoint': sandbox.azureVaultEndpoint,
        'oidc-issuer': sandbox.oidcIssuer,
        'azure-tenant-id': GUID,
        'azure-client-id': GUID,
        'azure-login-endpoint': sandbox.azureLoginEndpoint,
      }),
      stop: async () => rmSync(folder, { recursive: true, force: true }),
    }
  },
}
