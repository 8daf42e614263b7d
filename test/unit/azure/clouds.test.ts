// Whose vaults there are, and who is refused before anything is asked.
import { describe, expect, test } from '@jest/globals'
import { azureCloudAt } from '../../../packages/azure/src/clouds.ts'
import { azureKeyService } from '../../../packages/azure/src/kms/signing.ts'
import { azurePublicKey } from '../../../packages/azure/src/kms/public-key.ts'
import type { AccessTokens } from '@open-claw/core'
import { testClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { uriOf } from './keys.ts'
import { testToken } from '../../support/token.ts'

const PUBLIC = ['https://login.microsoftonline.com', 'api://AzureADTokenExchange'] as const
const CHINA = ['https://login.chinacloudapi.cn', 'api://AzureADTokenExchangeChina'] as const
const GOVERNMENT = ['https://login.microsoftonline.us', 'api://AzureADTokenExchangeUSGov'] as const

test.each([
  ['demo.vault.azure.net', 'https://vault.azure.net/.default', ...PUBLIC],
  ['demo.managedhsm.azure.net', 'https://managedhsm.azure.net/.default', ...PUBLIC],
  ['demo.vault.azure.cn', 'https://vault.azure.cn/.default', ...CHINA],
  ['demo.managedhsm.azure.cn', 'https://managedhsm.azure.cn/.default', ...CHINA],
  ['demo.vault.usgovcloudapi.net', 'https://vault.usgovcloudapi.net/.default', ...GOVERNMENT],
  ['demo.managedhsm.usgovcloudapi.net', 'https://managedhsm.usgovcloudapi.net/.default', ...GOVERNMENT],
])('%s is asked with a token for %s, from %s', (host, scope, login, audience) => {
  expect(azureCloudAt(host)).toEqual({ scope, login, audience })
})

const STRANGERS = [
  ['another domain', 'demo.vault.example.com'],
  ['a domain that only ends alike', 'demo.evilvault.azure.net'],
  ['a domain around it', 'demo.vault.azure.net.cc'],
  ['a look-alike of another country', 'demo.vault.azure.com'],
  ['another service of Azure', 'demo.blob.core.windows.net'],
  ['a site that anybody can have', 'vault.azurewebsites.net'],
  ['more labels than a vault has', 'a-b.demo.vault.azure.net'],
  ['a private link', 'demo.privatelink.vaultcore.azure.net'],
  ['no name of a vault', 'vault.azure.net'],
] as const

describe('a host is refused (abuse case 17): it is', () => {
  test.each(STRANGERS)('%s', async (_, host) => {
    const error = await refusal(() => azureCloudAt(host))
    expect(error.code).toBe('KEY_URI_INVALID')
    expect(error.message).toContain(host)
  })
  test.each([
    '',
    'vault.azure.net',
    'DEMO.VAULT.AZURE.NET',
    'demo.vault.azure.net.',
    'demo.vault.azure.net\n',
  ])('no host of a vault: "%s"', async (host) => {
    expect(await codeOf(() => azureCloudAt(host))).toBe('KEY_URI_INVALID')
  })
  test.each(STRANGERS)('%s, and is sent no token', async (_, host) => {
    let minted = 0
    const tokens: AccessTokens = {
      mint: async () => {
        minted += 1
        return { token: testToken('canary'), expires: 0 }
      },
    }
    // With an endpoint too: what a key is called decides whom its signatures are from.
    for (const endpoint of [undefined, new URL('http://127.0.0.1:9')]) {
      const options = { endpoint, tokens, clock: testClock() }
      const uri = uriOf('k', undefined, host)
      expect(await codeOf(() => azureKeyService(options).open(uri))).toBe('KEY_URI_INVALID')
      expect(await codeOf(() => azurePublicKey(options)(uri))).toBe('KEY_URI_INVALID')
    }
    expect(minted).toBe(0)
  })
})
