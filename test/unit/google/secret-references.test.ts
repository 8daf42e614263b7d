// Regional secrets, projects of a domain, and names as Google writes them.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { systemClock } from '@open-claw/net'
import { startSandbox, type Sandbox } from '@open-claw/sandbox'
import {
  googleSecretStore,
  type GoogleSecretOptions,
} from '../../../packages/google/src/secrets/secret-manager.ts'
import { parseSecretRequests } from '../../../packages/wiring/src/secret-stores.ts'
import { caseBytes, describeWithCases } from '../../support/cases.ts'
import { refusal, rejection } from '../secrets/codes.ts'
import { minting } from './keys.ts'

const parse = (reference: string) => parseSecretRequests([`S = ${reference}`], 'secrets')[0]?.reference

describe('a reference is read', () => {
  test.each([
    ['gcp-sm://acme-prod/tok/1', 'acme-prod', undefined],
    ['gcp-sm://acme-prod/locations/europe-west3/tok/1', 'acme-prod', 'europe-west3'],
    ['gcp-sm://projects/acme-prod/secrets/tok/versions/1', 'acme-prod', undefined],
    ['gcp-sm://projects/123/secrets/tok/versions/1', '123', undefined],
    ['gcp-sm://projects/acme-prod/locations/us-central1/secrets/tok/versions/1', 'acme-prod', 'us-central1'],
    ['gcp-sm://example.com:acme-prod/tok/1', 'example.com:acme-prod', undefined],
    ['gcp-sm://dept.example-1.co.uk:acme-prod/tok/1', 'dept.example-1.co.uk:acme-prod', undefined],
    [
      'gcp-sm://projects/example.com:acme-prod/locations/me-west1/secrets/tok/versions/1',
      'example.com:acme-prod',
      'me-west1',
    ],
    // A project may be called so.
    ['gcp-sm://projects/tok/1', 'projects', undefined],
    ['gcp-sm://locations/locations/europe-west3/tok/1', 'locations', 'europe-west3'],
  ])('%s', (reference, project, location) => {
    expect(parse(reference)).toMatchObject({ project, location, secret: 'tok', version: '1', pointer: [] })
  })
  test('with latest and a pointer', () => {
    expect(parse('gcp-sm://projects/p-1/locations/eu/secrets/tok/versions/latest#/a/b')).toMatchObject({
      location: 'eu',
      version: 'latest',
      pointer: ['a', 'b'],
    })
  })
})

// Case 94.
describe('a reference is refused', () => {
  test.each([
    'gcp-sm://demo/locations/../tok/1',
    'gcp-sm://demo/locations/europe.west3/tok/1',
    'gcp-sm://demo/locations/a.example#/tok/1',
    'gcp-sm://demo/locations/EUROPE/tok/1',
    'gcp-sm://demo/locations/-/tok/1',
    'gcp-sm://demo/locations//tok/1',
    'gcp-sm://demo/locations/europe-west3/tok',
    'gcp-sm://demo/location/europe-west3/tok/1',
    'gcp-sm://projects/demo/secrets/tok/1',
    'gcp-sm://projects/demo/secrets/tok/versions/prod',
    'gcp-sm://projects/demo/secrets/tok/versions/1/x',
    'gcp-sm://projects/-/secrets/tok/versions/1',
    'gcp-sm://example:acme-prod/tok/1',
    'gcp-sm://example.com:443/tok/1',
    'gcp-sm://.example.com:acme-prod/tok/1',
    'gcp-sm://example..com:acme-prod/tok/1',
    'gcp-sm://user@example.com:acme-prod/tok/1',
    'gcp-sm://example.com:acme-prod:x/tok/1',
    'projects/demo/secrets/tok/versions/1',
    '//secretmanager.googleapis.com/projects/demo/secrets/tok/versions/1',
  ])('%s', (reference) => {
    expect(refusal(() => parse(reference))).toBe('SECRET_REFERENCE_INVALID')
  })
  test('and what was meant is said', () => {
    expect(() => parse('projects/demo/secrets/tok/versions/1')).toThrow(
      expect.objectContaining({ remedy: 'Write gcp-sm://projects/demo/secrets/tok/versions/1.' }),
    )
  })
})

describeWithCases('references from real use', () => {
  const lines = (caseBytes('25-references/references.txt')?.toString('utf8') ?? '').trim().split('\n')
  test.each(lines)('%s', (line) => {
    expect(parseSecretRequests([line], 'secrets')).toHaveLength(1)
  })
})

const tokens = minting('x')

/** The endpoints that are connected to, and the names that are asked for there. */
async function asked(endpoint: URL | undefined, ...references: string[]): Promise<string[]> {
  const calls: string[] = []
  const connect: GoogleSecretOptions['connect'] = ({ endpoint: target }) => {
    calls.push(`connect ${target?.href ?? 'default'}`)
    return async (name) => {
      calls.push(name)
      throw new Error('no answer')
    }
  }
  const store = googleSecretStore({ endpoint, tokens, clock: systemClock, connect })
  for (const reference of references) {
    const wanted = parse(reference)
    if (wanted !== undefined) await store.reveal(wanted).catch(() => undefined)
  }
  return calls
}

describe('a regional secret', () => {
  test('is asked for at the endpoint of its location, which is connected to once', async () => {
    expect(
      await asked(
        undefined,
        'gcp-sm://demo/tok/1',
        'gcp-sm://demo/locations/europe-west3/tok/1',
        'gcp-sm://demo/locations/europe-west3/other/2',
        'gcp-sm://demo/locations/us-east1/tok/1',
      ),
    ).toEqual([
      'connect default',
      'projects/demo/secrets/tok/versions/1',
      'connect https://secretmanager.europe-west3.rep.googleapis.com/',
      'projects/demo/locations/europe-west3/secrets/tok/versions/1',
      'projects/demo/locations/europe-west3/secrets/other/versions/2',
      'connect https://secretmanager.us-east1.rep.googleapis.com/',
      'projects/demo/locations/us-east1/secrets/tok/versions/1',
    ])
  })
  test('is asked for at the endpoint that is named', async () => {
    const endpoint = new URL('https://private.example')
    expect((await asked(endpoint, 'gcp-sm://demo/locations/europe-west3/tok/1'))[0]).toBe(
      'connect https://private.example/',
    )
  })
})

describe('from the service', () => {
  let sandbox: Sandbox
  let token = ''
  beforeAll(async () => {
    sandbox = await startSandbox()
    token = (await sandbox.control({ op: 'access-token' })).token ?? ''
    const secrets = [
      { project: 'demo', data: 'global' },
      { project: 'demo', location: 'europe-west3', data: 'regional' },
      { project: 'example.com:acme-prod', data: 'domain' },
    ]
    for (const { data, ...secret } of secrets) {
      await sandbox.control({
        op: 'put-secret',
        secret: 'tok',
        ...secret,
        data: Buffer.from(data).toString('base64'),
      })
    }
  })
  afterAll(() => sandbox.stop())

  const reveal = async (reference: string): Promise<string> => {
    const wanted = parse(reference)
    const store = googleSecretStore({
      endpoint: new URL(sandbox.secretEndpoint),
      tokens: minting(token),
      clock: systemClock,
    })
    if (wanted === undefined) throw new Error('No reference.')
    return Buffer.from((await store.reveal(wanted)).bytes).toString()
  }

  test.each([
    ['gcp-sm://demo/tok/1', 'global'],
    ['gcp-sm://projects/demo/secrets/tok/versions/1', 'global'],
    ['gcp-sm://demo/locations/europe-west3/tok/1', 'regional'],
    ['gcp-sm://example.com:acme-prod/tok/latest', 'domain'],
  ])('%s comes', async (reference, value) => {
    expect(await reveal(reference)).toBe(value)
  })
  test('a secret of another location does not', async () => {
    expect(await rejection(reveal('gcp-sm://demo/locations/us-east1/tok/1'))).toBe('SECRET_NOT_FOUND')
  })
})

test.each([
  ['a global one', 'projects/1/secrets/tok/versions/1'],
  ['one of another location', 'projects/1/locations/us-east1/secrets/tok/versions/1'],
])('from the service an answer about %s is refused', async (_, name) => {
  const connect: GoogleSecretOptions['connect'] = () => async () => ({
    name,
    data: Buffer.from('x'),
    dataCrc32c: '0',
  })
  let now = 0
  const clock = { now: () => now, sleep: async (ms: number) => void (now += ms) }
  const store = googleSecretStore({ endpoint: undefined, tokens, clock, connect })
  const wanted = parse('gcp-sm://demo/locations/europe-west3/tok/1')
  if (wanted === undefined) throw new Error('No reference.')
  expect(await rejection(store.reveal(wanted))).toBe('SECRET_CORRUPT')
})
