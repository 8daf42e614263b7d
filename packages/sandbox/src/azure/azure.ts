// Azure Key Vault over TLS, and the login endpoint of Microsoft Entra ID.
import { createAuthority } from '../certificates.ts'
import { listenHttp } from '../http.ts'
import type { Part, PartContext } from '../part.ts'
import { createBearerTokens } from './bearer-tokens.ts'
import { createVaultKeys } from './keys.ts'
import { loginError, loginRoutes } from './login.ts'
import { vaultError, vaultRoutes } from './vault.ts'

export type AzurePart = Part<'azureVaultEndpoint' | 'azureLoginEndpoint' | 'authority'>

/** Opens both. The client of the vault speaks TLS alone, so there is an authority for it. */
export async function listenAzure({ gateway, issuer }: PartContext): Promise<AzurePart> {
  const tokens = createBearerTokens()
  const used = new Set<string>()
  const authority = await createAuthority()
  const [vault, login] = await Promise.all([
    listenHttp(vaultRoutes(createVaultKeys(), tokens), gateway, vaultError, await authority.issueServer()),
    listenHttp(loginRoutes(issuer, tokens, used), gateway, loginError),
  ])
  return {
    endpoints: {
      azureVaultEndpoint: vault.url,
      azureLoginEndpoint: login.url,
      authority: authority.pem,
    },
    listeners: [vault, login],
    reset: () => used.clear(),
  }
}
