// Azure Key Vault over TLS, and the login endpoint of Microsoft Entra ID.
import { createAuthority } from '../certificates.ts'
import { listenHttp } from '../http.ts'
import type { Part, PartContext } from '../part.ts'
import { createBearerTokens } from './bearer-tokens.ts'
import { createKeyVaultKeys } from './keys.ts'
import { loginError, loginRoutes } from './login.ts'
import { keyVaultError, keyVaultRoutes } from './key-vault.ts'

export type AzurePart = Part<'azureVaultEndpoint' | 'azureLoginEndpoint' | 'authority'>

/** Opens both. The client of the key vault speaks only TLS, so there is an authority for it. */
export async function listenAzure({ gateway, issuer }: PartContext): Promise<AzurePart> {
  const tokens = createBearerTokens()
  const used = new Set<string>()
  const authority = await createAuthority()
  const [keyVault, login] = await Promise.all([
    listenHttp(
      keyVaultRoutes(createKeyVaultKeys(), tokens),
      gateway,
      keyVaultError,
      await authority.issueServer(),
    ),
    listenHttp(loginRoutes(issuer, tokens, used), gateway, loginError),
  ])
  return {
    endpoints: {
      azureVaultEndpoint: keyVault.url,
      azureLoginEndpoint: login.url,
      authority: authority.pem,
    },
    listeners: [keyVault, login],
    reset: () => used.clear(),
  }
}
