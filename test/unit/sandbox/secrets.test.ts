import { afterEach, describe, expect, test } from '@jest/globals'
import { crc32c } from '@open-claw/core'
import { testSandbox, accessToken } from '../../support/sandbox.ts'
import { secretsClients, bearer } from './clients.ts'

const VALUE = Buffer.from([0, 255, 10, 13, 34])
const version = (wanted: string): string => `projects/demo/secrets/key/versions/${wanted}`
const sandbox = await testSandbox()
const token = await accessToken(sandbox)
const { grpc, rest } = secretsClients(sandbox, token)
afterEach(() => sandbox.control({ op: 'reset' }))

const put = (data: Buffer, state: 'ENABLED' | 'DISABLED' | 'DESTROYED' = 'ENABLED') =>
  sandbox.control({ op: 'put-secret', project: 'demo', secret: 'key', data: data.toString('base64'), state })

const accesses = [
  ['gRPC', (name: string) => grpc.accessSecretVersion({ name }, bearer(token))],
  ['REST', (name: string) => rest.accessSecretVersion({ name })],
] as const

describe.each(accesses)('over %s', (_, access) => {
  test('a version is read, bytes as they are, with its checksum', async () => {
    await put(VALUE)
    const [{ payload, name }] = await access(version('1'))
    expect(Buffer.from(Object(payload?.data))).toEqual(VALUE)
    expect(String(payload?.dataCrc32c)).toBe(String(crc32c(VALUE)))
    expect(name).toMatch(/^projects\/[0-9]+\/secrets\/key\/versions\/1$/)
  })

  test('latest is the newest, by its number', async () => {
    await put(Buffer.from('old'))
    expect((await put(Buffer.from('new'))).version).toBe('2')
    const [{ payload, name }] = await access(version('latest'))
    expect(name).toMatch(/versions\/2$/)
    expect(Buffer.from(Object(payload?.data)).toString()).toBe('new')
  })

  test('latest does not fall back to an older version', async () => {
    await put(VALUE)
    await put(VALUE, 'DISABLED')
    await expect(access(version('latest'))).rejects.toMatchObject({ code: 9 })
  })

  test.each(['DISABLED', 'DESTROYED'] as const)('a version that is %s is refused', async (state) => {
    await put(VALUE, state)
    await expect(access(version('1'))).rejects.toMatchObject({ code: 9 })
  })

  test.each(['2', 'latest'])('version %s of a secret without it is not found', async (wanted) => {
    if (wanted === '2') await put(VALUE)
    await expect(access(version(wanted))).rejects.toMatchObject({ code: 5 })
  })

  test.each(['0', '01', 'newest'])('version "%s" is no version', async (wanted) => {
    await put(VALUE)
    await expect(access(version(wanted))).rejects.toMatchObject({ code: 3 })
  })
})

test('a version says its state without its value', async () => {
  await put(VALUE, 'DESTROYED')
  const [found] = await grpc.getSecretVersion({ name: version('1') }, bearer(token))
  expect(found.state).toBe('DESTROYED')
  expect(JSON.stringify(found)).not.toContain(VALUE.toString('base64'))
})

test.each(['https://www.googleapis.com/auth/cloudkms', 'https://www.googleapis.com/auth/iam'])(
  'a token for %s does not read secrets',
  async (scope) => {
    await put(VALUE)
    const { token: narrow = '' } = await sandbox.control({ op: 'access-token', scope })
    const request = { name: version('1') }
    await expect(grpc.accessSecretVersion(request, bearer(narrow))).rejects.toMatchObject({ code: 7 })
  },
)

test('nothing is read without a token', async () => {
  await put(VALUE)
  await expect(grpc.accessSecretVersion({ name: version('1') })).rejects.toMatchObject({ code: 16 })
})
