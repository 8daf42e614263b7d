// A session with Vault that ends while a key is still being opened, as where another part of the step failed.
import { afterEach, expect, test } from '@jest/globals'
import type { KeyJob } from '@open-claw/core'
import { connect } from '../../../packages/vault/src/key-client.ts'
import { exchange } from '../../support/job-identity.ts'
import { callsTo, testSandbox } from '../../support/sandbox.ts'
import { AUDIENCE, vaultUri } from './keys.ts'

const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))

function connected() {
  const job: KeyJob = {
    ...exchange(sandbox).options,
    credentials: 'workload-identity',
    use: 'sign',
    endpoint: undefined,
    runId: '0',
    machine: { environment: {}, home: '' },
    borrowed: () => undefined,
  }
  const inputs = {
    address: new URL(sandbox.vaultEndpoint),
    namespace: undefined,
    role: 'release',
    authPath: 'jwt',
    transitPath: 'transit',
    audience: AUDIENCE,
    tls: {},
  }
  return connect(inputs, job)
}

/** Opens a key, and ends the session once `begun` has come. */
async function endWhileOpening(begun: () => Promise<void>): Promise<Record<string, number>> {
  const client = connected()
  const opening = client.open(vaultUri('ecdsa-p256'), undefined).catch(() => undefined)
  await begun()
  await client[Symbol.asyncDispose]()
  await opening
  const { Login = 0, RevokeSelf = 0 } = await callsTo(sandbox, 'vault')
  return { Login, RevokeSelf }
}

async function loggedIn(): Promise<void> {
  while ((await callsTo(sandbox, 'vault'))['Login'] === undefined);
}

test('a session that has ended logs in no more: nobody would give the token back', async () => {
  expect(await endWhileOpening(async () => undefined)).toEqual({ Login: 0, RevokeSelf: 0 })
})
test('a login that is on its way is waited for, and its token given back', async () => {
  expect(await endWhileOpening(loggedIn)).toEqual({ Login: 1, RevokeSelf: 1 })
})
