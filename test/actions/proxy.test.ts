// A runner that reaches the world through a proxy alone, with an authority of the company: each client, by
// names that nobody but the proxy can resolve.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Sandbox } from '@open-claw/sandbox'
import { HOSTS, isEndpoint, startCompany, type Company } from '../support/company.ts'
import { newJob } from '../support/job.ts'
import { PROVIDERS, witnessInputs, type Provider } from '../support/providers.ts'
import type { StepResult } from '../support/runner.ts'
import { testSandbox } from '../support/sandbox.ts'

const sandbox = await testSandbox()
let company: Company
beforeAll(async () => {
  company = await startCompany(sandbox)
})
afterAll(() => company.stop())
beforeEach(async () => {
  await sandbox.control({ op: 'reset' })
  company.proxy.asked.length = 0
})

async function sign(provider: Provider, env: Record<string, string>): Promise<StepResult> {
  const { job, put } = newJob(sandbox)
  put('tool', 'tool')
  const given = { ...provider.inputs(sandbox), ...witnessInputs(sandbox) }
  const inputs = { artifacts: 'tool', ...(await company.behindNames(given)) }
  return job.step({ action: 'actions/sign-artifact', inputs, env })
}

const targets = (): Set<string> =>
  new Set(company.proxy.asked.map((line) => /^CONNECT ([^:]+):443$/.exec(line)?.[1] ?? line))

describe.each(PROVIDERS.map((provider) => [provider.name, provider] as const))('%s', (_, provider) => {
  // No service account is impersonated here, so that IAM is not asked.
  const expected = Object.keys(provider.inputs({} as Sandbox))
    .filter(isEndpoint)
    .filter((name) => name !== 'iam-endpoint')

  test('everything goes through the proxy, which alone knows the names', async () => {
    const { conclusion, annotations } = await sign(provider, {
      HTTPS_PROXY: company.proxy.url,
      NODE_EXTRA_CA_CERTS: company.caFile,
    })
    expect([conclusion, annotations]).toEqual(['success', []])
    const asked = targets()
    const names = ['timestamp-authority', 'transparency-log', ...expected] as const
    expect(names.map((name) => HOSTS[name]).filter((host) => !asked.has(host))).toEqual([])
  })

  test('without the authority of the company nobody is believed', async () => {
    const { conclusion } = await sign(provider, { HTTPS_PROXY: company.proxy.url })
    expect(conclusion).toBe('failure')
    const { calls } = await sandbox.control({ op: 'calls' })
    const others = Object.entries(calls).filter(([name, count]) => count > 0 && !/^(oidc|jwks)\./.test(name))
    expect(others).toEqual([])
  })
})
