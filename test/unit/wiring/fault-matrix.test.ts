// Every fault of every key service while it signs, in one matrix that is printed: how often the service was
// asked, and the one error that came of it. Retried is what may pass by itself, and nothing else.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { signStatements, type KeyService, type KeyUri, type Sha256, type Subject } from '@open-claw/core'
import type { Sandbox } from '@open-claw/sandbox'
import type { FaultKind, Service } from '../../../packages/sandbox/src/services.ts'
import { refusal } from '../../support/errors.ts'
import type { TestClock } from '../../support/clock.ts'
import { testSandbox } from '../../support/sandbox.ts'
import { awsServiceAt, awsUri, fixed, P256_ARN, wideSession } from '../aws/keys.ts'
import * as azure from '../azure/keys.ts'
import { minting, serviceAt, uriOf } from '../google/keys.ts'
import { vaultAt, vaultToken, vaultUri } from '../vault/keys.ts'

interface Reach {
  readonly service: KeyService
  readonly clock: TestClock
}

interface Row {
  readonly scheme: string
  /** Names in the sandbox. */
  readonly service: Service
  readonly method: string
  readonly uri: KeyUri
  readonly reach: (sandbox: Sandbox) => Promise<Reach>
}

const ROWS: readonly Row[] = [
  {
    scheme: 'gcpkms',
    service: 'kms',
    method: 'AsymmetricSign',
    uri: uriOf('ec-sign-p256-sha256', '1'),
    reach: async (sandbox) => {
      const { token = '' } = await sandbox.control({ op: 'access-token' })
      return serviceAt(sandbox.kmsEndpoint, minting(token))
    },
  },
  {
    scheme: 'awskms',
    service: 'aws-kms',
    method: 'Sign',
    uri: awsUri(P256_ARN),
    reach: async (sandbox) => awsServiceAt(sandbox.awsKmsEndpoint, fixed(await wideSession(sandbox))),
  },
  {
    scheme: 'azurekms',
    service: 'azure-vault',
    method: 'Sign',
    uri: azure.uriOf('ec-p-256'),
    reach: async (sandbox) =>
      azure.serviceAt(sandbox.azureVaultEndpoint, azure.minting(await azure.vaultToken(sandbox))),
  },
  {
    scheme: 'hashivault',
    service: 'vault',
    method: 'Sign',
    uri: vaultUri('ecdsa-p256', 1),
    reach: async (sandbox) => vaultAt(sandbox.vaultEndpoint, await vaultToken(sandbox)),
  },
]

interface Expected {
  readonly code: string
  /** Least and most requests. */
  readonly asked: readonly [number, number]
  /** Services that cannot have it, over gRPC or by their protocol. */
  readonly only?: readonly string[]
}

const AGAIN = [8, 8] as const
const ONCE = [1, 1] as const

const FAULTS: ReadonlyMap<FaultKind, Expected> = new Map<FaultKind, Expected>([
  ['429', { code: 'KMS_FAILED', asked: AGAIN }],
  ['500', { code: 'KMS_FAILED', asked: AGAIN }],
  ['503', { code: 'KMS_FAILED', asked: AGAIN }],
  ['throttled', { code: 'KMS_FAILED', asked: AGAIN, only: ['awskms'] }],
  // gRPC may ask again on a new connection, before our own retries.
  ['reset', { code: 'KMS_FAILED', asked: [8, 40] }],
  ['malformed', { code: 'KMS_FAILED', asked: AGAIN }],
  // The time of all attempts is up before all were made.
  ['hang', { code: 'KMS_FAILED', asked: [1, 7] }],
  ['slow-body', { code: 'KMS_FAILED', asked: [1, 7], only: ['awskms', 'azurekms', 'hashivault'] }],
  ['forbidden', { code: 'KEY_FORBIDDEN', asked: ONCE }],
  ['disabled', { code: 'KEY_UNUSABLE', asked: ONCE }],
  ['sealed', { code: 'KMS_FAILED', asked: ONCE, only: ['hashivault'] }],
  ['wrong-version-name', { code: 'KEY_CHANGED', asked: ONCE }],
  ['corrupt-signature', { code: 'SIGNATURE_CORRUPT', asked: ONCE }],
  ['wrong-key', { code: 'SIGNATURE_CORRUPT', asked: ONCE }],
])

const CASES = ROWS.flatMap((row) =>
  [...FAULTS]
    .filter(([, { only }]) => only?.includes(row.scheme) !== false)
    .map(([kind, expected]) => [row.scheme, kind, row, expected] as const),
)
const SUBJECT: Subject = {
  name: 'app',
  digest: createHash('sha256').update('app').digest('hex') as Sha256,
  source: 'checksums',
}

const sandbox = await testSandbox()
let distrust = (): void => undefined
const matrix = new Map<string, string>()
beforeAll(async () => {
  distrust = azure.trust(sandbox.authority)
})
afterAll(() => {
  distrust()
  const cell = (scheme: string, kind: string): string => matrix.get(`${scheme} ${kind}`) ?? '–'
  const lines = [...FAULTS.keys()].map((kind) => [kind, ...ROWS.map(({ scheme }) => cell(scheme, kind))])
  const table = [['Fault while signing', ...ROWS.map(({ scheme }) => scheme)], ...lines]
  process.stderr.write(`${table.map((row) => row.map((text) => text.padEnd(22)).join(' ')).join('\n')}\n`)
})

describe('abuse cases 19 to 23: what a key service does while it signs', () => {
  test.each(CASES)('%s, %s', async (scheme, kind, row, { code, asked: [least, most] }) => {
    const { service, clock } = await row.reach(sandbox)
    const key = await service.open(row.uri)
    await sandbox.control({ op: 'reset' })
    await sandbox.control({ op: 'fault', service: row.service, method: row.method, kind })
    if (kind === 'hang' || kind === 'slow-body') clock.hurry()
    const error = await refusal(() =>
      signStatements(key, [SUBJECT], { type: 'https://example.com/p', body: {} }),
    )
    const asked = (await sandbox.control({ op: 'calls' })).calls[`${row.service}.${row.method}`] ?? 0
    matrix.set(`${scheme} ${kind}`, `${error.code} × ${asked}`)
    await sandbox.control({ op: 'reset' })
    expect(error.code).toBe(code)
    expect(asked).toBeGreaterThanOrEqual(least)
    expect(asked).toBeLessThanOrEqual(most)
    // One readable line, whatever the client threw.
    expect(error.message).toMatch(/^\S.*[.;]/)
    expect(error.message.length).toBeLessThan(600)
  })
})
