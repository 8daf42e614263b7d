import { afterAll } from '@jest/globals'
import { startSandbox, type Sandbox } from '@open-claw/sandbox'
import type { FaultKind, Service } from '../../packages/sandbox/src/services.ts'

/** A sandboxed cloud for the tests of one file, stopped after the last of them. */
export async function testSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox()
  afterAll(() => sandbox.stop())
  return sandbox
}

/** Calls of `service` since the last reset, by method; methods that nobody called are left out. */
export async function callsTo(sandbox: Sandbox, service: string): Promise<Record<string, number>> {
  const { calls } = await sandbox.control({ op: 'calls' })
  const made = Object.entries(calls).filter(([name, count]) => name.startsWith(`${service}.`) && count > 0)
  return Object.fromEntries(made.map(([name, count]) => [name.slice(service.length + 1), count]))
}

/** How often the method of `name`, as in `kms.AsymmetricSign`, was called; NaN where the sandbox has none such. */
export async function countCalls(sandbox: Sandbox, name: string): Promise<number> {
  return (await sandbox.control({ op: 'calls' })).calls[name] ?? Number.NaN
}

/** A token of a service account of Google that may use the keys and the secrets. */
export async function accessToken(sandbox: Sandbox): Promise<string> {
  return (await sandbox.control({ op: 'access-token' })).token ?? ''
}

/** Puts a first version of the secret `demo/<secret>` into the sandbox. */
export async function putSecret(sandbox: Sandbox, secret: string, data: string): Promise<void> {
  const base64 = Buffer.from(data).toString('base64')
  await sandbox.control({ op: 'put-secret', project: 'demo', secret, version: '1', data: base64 })
}

/** Makes methods of one service fail: `fail(method, kind)`, until the next reset or as often as it is told. */
export const faultsOf =
  (sandbox: Sandbox, service: Service) =>
  (method: string, kind: FaultKind, more: { times?: number; retryAfter?: number; delay?: number } = {}) =>
    sandbox.control({ op: 'fault', service, method, kind, ...more })
