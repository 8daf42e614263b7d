// The way of a job to its keys, with vendors that only remember what they were told.
import { describe, expect, test } from '@jest/globals'
import {
  ClawError,
  type KeyJob,
  type KeyUri,
  type KeyUse,
  type PublishedKey,
  type VendorAccess,
} from '@open-claw/core'
import type { CloudInputs } from '@open-claw/inputs'
import { KEY_VENDORS } from '@open-claw/wiring'
import { openKeySession, signingGrant } from '../../../packages/wiring/src/key-session.ts'
import { NO_CLOUD, vendorAccess } from '../../support/cloud-inputs.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { rememberingHost } from '../../support/host.ts'
import { parseKeyUri } from '../../support/key-uris.ts'
import { testKey } from '../../support/keys.ts'
import { testToken } from '../../support/token.ts'

const GOOGLE = parseKeyUri('gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k', 'key')
const AWS = parseKeyUri('awskms:///alias/release', 'key')
const AZURE = parseKeyUri('azurekms://sandbox.vault.azure.net/release', 'key')
const VAULT = parseKeyUri('hashivault://release', 'key')

const key = testKey()

/** Vendors that borrow one lease each, and remember the jobs that they were connected for. */
function remembering(giveBack: () => Promise<void> = async () => undefined) {
  const jobs = new Map<string, KeyJob>()
  const ended: string[] = []
  const keys: VendorAccess = new Map(
    KEY_VENDORS.map((vendor) => {
      const { scheme } = vendor.keyUri
      const published = async (): Promise<PublishedKey> => key
      const connect = (job: KeyJob) => {
        jobs.set(scheme, job)
        job.borrowed(`${scheme}-1`)
        return {
          open: async () => key,
          publicKey: published,
          [Symbol.asyncDispose]: async () => {
            ended.push(scheme)
            await giveBack()
          },
        }
      }
      return [
        scheme,
        { vendor, access: { connect, signingGrant: () => ({ principal: 'p', permission: 'q' }) } },
      ]
    }),
  )
  return { jobs, ended, keys }
}

const endpoint = new URL('https://kms.example')

function sessionOf(cloud: Partial<CloudInputs>, use: KeyUse = 'verify') {
  const host = rememberingHost({ identity: () => ({ mint: async () => testToken('token') }) })
  const unreturned: ClawError[] = []
  const session = openKeySession({ ...NO_CLOUD, ...cloud }, use, host, (error) => unreturned.push(error))
  return { host, session, unreturned }
}

const fetchAll = async (cloud: Partial<CloudInputs>, uris: readonly KeyUri[]) => {
  const { session } = sessionOf(cloud)
  for (const uri of uris) await session.publicKey(uri, undefined)
}

describe('key-endpoint', () => {
  test('serves several keys of one service', async () => {
    const { jobs, keys } = remembering()
    await fetchAll({ keys, keyEndpoint: endpoint }, [AWS, AWS])
    expect(jobs.get('awskms')?.endpoint?.host).toBe('kms.example')
  })
  test('is not shown what is meant for another service', async () => {
    const { keys } = remembering()
    const { session } = sessionOf({ keys, keyEndpoint: endpoint })
    await session.publicKey(AWS, undefined)
    const error = await refusal(() => session.publicKey(AZURE, undefined))
    expect([error.code, error.message]).toEqual([
      'INPUT_INVALID',
      expect.stringContaining('of AWS and of Azure'),
    ])
    expect(await codeOf(() => session.publicKey(GOOGLE, undefined))).toBe('INPUT_INVALID')
  })
  test('left out, keys of all services go together', async () => {
    const { jobs, keys } = remembering()
    await fetchAll({ keys }, [AWS, AZURE, GOOGLE, VAULT])
    expect([...jobs.values()].map((job) => job.endpoint)).toEqual(Array(4).fill(undefined))
  })
  test('is nothing to a key of Vault, beside keys of others', async () => {
    const { jobs, keys } = remembering()
    await fetchAll({ keys, keyEndpoint: endpoint }, [VAULT, AWS])
    expect(['hashivault', 'awskms'].map((scheme) => jobs.get(scheme)?.endpoint?.host)).toEqual([
      undefined,
      'kms.example',
    ])
  })
})

test('a session connects to a service for the first of its keys, and once', async () => {
  const { jobs, ended, keys } = remembering()
  {
    await using session = sessionOf({ keys }, 'sign').session
    expect(jobs.size).toBe(0)
    await session.open(GOOGLE, undefined)
    await session.open(GOOGLE, undefined)
  }
  expect([[...jobs.keys()], jobs.get('gcpkms')?.use, ended]).toEqual([['gcpkms'], 'sign', ['gcpkms']])
})
test('a session keeps the names of what can be given back, and that it was', async () => {
  const { keys } = remembering()
  const { host, session } = sessionOf({ keys })
  await session.publicKey(AWS, undefined)
  await session.publicKey(VAULT, undefined)
  expect(host.told.state).toEqual({ 'vault-accessors': 'hashivault-1' })
  await session[Symbol.asyncDispose]()
  expect(host.told.state).toEqual({ 'vault-accessors': 'hashivault-1', 'session-ended': 'true' })
})
test('a session tells of what could not be given back and leaves it to the end of the job', async () => {
  const refused = new ClawError('CREDENTIALS_REFUSED', 'No.')
  const { ended, keys } = remembering(() => Promise.reject(refused))
  const { host, session, unreturned } = sessionOf({ keys })
  await session.publicKey(VAULT, undefined)
  await session.publicKey(GOOGLE, undefined)
  await session[Symbol.asyncDispose]()
  expect([unreturned, ended, host.told.state['session-ended']]).toEqual([
    [refused, refused],
    ['hashivault', 'gcpkms'],
    undefined,
  ])
})
test('a session that borrowed nothing keeps nothing', async () => {
  const { keys } = remembering()
  const { host, session } = sessionOf({ keys })
  await session.publicKey(GOOGLE, undefined)
  await session[Symbol.asyncDispose]()
  expect(host.told.state).toEqual({})
})
test('a session lets the clients have the credentials of the machine only where they are asked for', () => {
  let admitted = 0
  const host = rememberingHost({ admitMachineCredentials: () => void (admitted += 1) })
  openKeySession(NO_CLOUD, 'verify', host, () => undefined)
  expect(admitted).toBe(0)
  openKeySession({ ...NO_CLOUD, credentials: 'ambient' }, 'verify', host, () => undefined)
  expect(admitted).toBe(1)
})
test.each([
  [GOOGLE, 'CREDENTIALS_MISSING', 'workload-identity-provider'],
  [AWS, 'CREDENTIALS_MISSING', 'aws-role'],
  [AZURE, 'CREDENTIALS_MISSING', 'azure-tenant-id'],
  [VAULT, 'INPUT_MISSING', 'vault-address'],
])('a session without inputs that say who trusts the job asks nobody: %s', async (uri, code, input) => {
  const error = await refusal(() => sessionOf({}).session.publicKey(uri, undefined))
  expect([error.code, error.message]).toEqual([code, expect.stringContaining(input)])
})

describe('what signing takes', () => {
  const PROVIDER = 'projects/1/locations/global/workloadIdentityPools/pool/providers/github'
  const POOL = 'projects/1/locations/global/workloadIdentityPools/pool'
  const GUID = '00000000-0000-4000-8000-000000000000'
  test.each([
    [
      GOOGLE,
      { 'workload-identity-provider': PROVIDER },
      `principal://iam.googleapis.com/${POOL}/subject/sub`,
      'cloudkms.cryptoKeyVersions.useToSign',
    ],
    [
      GOOGLE,
      { 'workload-identity-provider': PROVIDER, 'service-account': 'a@demo.iam.gserviceaccount.com' },
      'a@demo.iam.gserviceaccount.com',
      'cloudkms.cryptoKeyVersions.useToSign',
    ],
    [AWS, { 'aws-role': 'arn:aws:iam::111122223333:role/r' }, 'arn:aws:iam::111122223333:role/r', 'kms:Sign'],
    [AZURE, { 'azure-client-id': GUID }, `the application ${GUID}`, 'keys/sign'],
    [VAULT, { 'vault-role': 'ci' }, 'the role ci', 'update on transit/sign/release'],
    [AWS, {}, undefined, 'kms:Sign'],
  ])('%s with %o', (uri, values, principal, permission) => {
    const cloud = { ...NO_CLOUD, keys: vendorAccess(values) }
    expect(signingGrant(cloud, uri, 'sub')).toEqual({ principal, permission })
    expect(signingGrant({ ...cloud, credentials: 'ambient' }, uri, 'sub')).toEqual({
      principal: undefined,
      permission,
    })
  })
})
