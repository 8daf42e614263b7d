import { describe, expect, test } from '@jest/globals'
import { parseServiceAccount, parseWorkloadIdentityProvider } from '../../../packages/google/src/names.ts'
import { refusal } from '../../support/errors.ts'

const PROVIDER = 'projects/123456789/locations/global/workloadIdentityPools/github/providers/release-jobs'
const ACCOUNT = 'signer@demo.iam.gserviceaccount.com'

describe('a workload identity provider', () => {
  test('is a full resource name', () => {
    expect(parseWorkloadIdentityProvider(PROVIDER, 'provider')).toBe(PROVIDER)
  })
  test.each([
    ['nothing', ''],
    ['a project by id, which STS does not know', PROVIDER.replace('123456789', 'demo')],
    ['another location', PROVIDER.replace('global', 'europe-west1')],
    ['an audience', `//iam.googleapis.com/${PROVIDER}`],
    ['a URL', `https://iam.googleapis.com/${PROVIDER}`],
    ['a pool alone', PROVIDER.replace('/providers/release-jobs', '')],
    ['more than a provider', `${PROVIDER}/keys/1`],
    ['upper case', PROVIDER.replace('github', 'GitHub')],
    ['a short pool', PROVIDER.replace('github', 'abc')],
    ['a step up', PROVIDER.replace('github', '../..')],
    ['white space', ` ${PROVIDER}`],
    ['a line end', `${PROVIDER}\n`],
    ['a wildcard', PROVIDER.replace('release-jobs', '*')],
  ])('is not %s', async (_, text) => {
    const error = await refusal(() => parseWorkloadIdentityProvider(text, 'provider'))
    expect(error.code).toBe('INPUT_INVALID')
    expect(error.message).toContain('Input provider')
  })
})

describe('a service account', () => {
  test.each([
    ACCOUNT,
    '123456789-compute@developer.gserviceaccount.com',
    'demo@appspot.gserviceaccount.com',
    'signer@demo.example.com.iam.gserviceaccount.com',
  ])('is an address of Google: %s', (account) => {
    expect(parseServiceAccount(account, 'account')).toBe(account)
  })
  test.each([
    ['nothing', ''],
    ['a person', 'someone@example.com'],
    ['a look-alike domain', 'signer@demo.iam.gserviceaccount.com.example.com'],
    ['a domain that only ends alike', 'signer@evilgserviceaccount.com'],
    ['a path', 'signer/../other@demo.iam.gserviceaccount.com'],
    ['another method', `${ACCOUNT}:signJwt`],
    ['a query', `${ACCOUNT}?alt=json`],
    ['an encoded slash', 'signer%2f@demo.iam.gserviceaccount.com'],
    ['upper case', ACCOUNT.toUpperCase()],
    ['two addresses', `${ACCOUNT},${ACCOUNT}`],
    ['a line end', `${ACCOUNT}\n`],
  ])('is not %s', async (_, text) => {
    const error = await refusal(() => parseServiceAccount(text, 'account'))
    expect(error.code).toBe('INPUT_INVALID')
    expect(error.message).toContain('Input account')
  })
})
