// A runner that reaches the world through a proxy alone, with an authority of the company: each client, by
// names that nobody but the proxy can resolve.
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls, createServer, type Server } from 'node:tls'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { createAuthority, startSandbox, type Sandbox } from '@open-claw/sandbox'
import { newJob } from '../support/job.ts'
import { startProxy, type TestProxy } from '../support/proxy.ts'
import { PROVIDERS, type Provider } from '../support/providers.ts'
import type { StepResult } from '../support/runner.ts'

/** The inputs that name an endpoint, by the host that the company gives it. */
const HOSTS = {
  'key-endpoint': 'kms.corp.test',
  'sts-endpoint': 'sts.corp.test',
  'iam-endpoint': 'iam.corp.test',
  'aws-sts-endpoint': 'aws-sts.corp.test',
  'azure-login-endpoint': 'login.corp.test',
  'vault-address': 'vault.corp.test',
  'certificate-authority': 'fulcio.corp.test',
  'timestamp-authority': 'tsa.corp.test',
  'transparency-log': 'rekor.corp.test',
} as const
type EndpointInput = keyof typeof HOSTS

const isEndpoint = (name: string): name is EndpointInput => Object.hasOwn(HOSTS, name)

let sandbox: Sandbox
let proxy: TestProxy
let caFile = ''
/** One for each listener of the sandbox: TLS in front of a plain port, or of another TLS port. */
const fronts = new Set<Server>()
const sockets = new Set<Socket>()
const ports = new Map<string, number>()
let front: (url: string) => Promise<number>

beforeAll(async () => {
  sandbox = await startSandbox()
  const authority = await createAuthority()
  const identity = await authority.issueServer(Object.values(HOSTS))
  caFile = join(mkdtempSync(join(tmpdir(), 'authority-')), 'ca.pem')
  writeFileSync(caFile, authority.pem)
  front = async (url) => {
    const port = Number(new URL(url).port)
    const server = createServer({ ...identity, ALPNProtocols: ['h2', 'http/1.1'] }, (socket) => {
      const behind = url.startsWith('https:')
        ? connectTls({ port, host: '127.0.0.1', ca: sandbox.authority })
        : connect(port, '127.0.0.1')
      for (const one of [socket, behind]) {
        sockets.add(one)
        one.on('error', () => one.destroy())
      }
      socket.pipe(behind).pipe(socket)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    fronts.add(server)
    return (server.address() as AddressInfo).port
  }
  proxy = await startProxy(ports)
})
afterAll(async () => {
  proxy.stop()
  for (const server of fronts) server.close()
  for (const socket of sockets) socket.destroy()
  await sandbox.stop()
})
beforeEach(async () => {
  await sandbox.control({ op: 'reset' })
  proxy.asked.length = 0
})

/** The inputs with every endpoint behind its name in the company. */
async function companyInputs(provider: Provider): Promise<Record<string, string>> {
  const given = {
    ...provider.inputs(sandbox),
    'timestamp-authority': sandbox.tsaEndpoint,
    'transparency-log': sandbox.rekorTilesEndpoint,
  }
  const moved: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    if (!isEndpoint(name)) {
      moved[name] = value
      continue
    }
    ports.set(HOSTS[name], await front(value))
    moved[name] = `https://${HOSTS[name]}${new URL(value).pathname.replace(/\/$/, '')}`
  }
  return { ...moved, 'vault-audience': sandbox.vaultEndpoint }
}

async function sign(provider: Provider, env: Record<string, string>): Promise<StepResult> {
  const { job, put } = newJob(sandbox)
  put('tool', 'tool')
  const inputs = { artifacts: 'tool', ...(await companyInputs(provider)) }
  return job.step({ action: 'actions/sign-artifact', inputs, env })
}

const targets = (): Set<string> =>
  new Set(proxy.asked.map((line) => /^CONNECT ([^:]+):443$/.exec(line)?.[1] ?? line))

describe.each(PROVIDERS.map((provider) => [provider.name, provider] as const))('%s', (_, provider) => {
  // No service account is impersonated here, so that IAM is not asked.
  const expected = Object.keys(provider.inputs({} as Sandbox))
    .filter(isEndpoint)
    .filter((name) => name !== 'iam-endpoint')

  test('everything goes through the proxy, which alone knows the names', async () => {
    const { conclusion, annotations } = await sign(provider, {
      HTTPS_PROXY: proxy.url,
      NODE_EXTRA_CA_CERTS: caFile,
    })
    expect([conclusion, annotations]).toEqual(['success', []])
    const asked = targets()
    const names = ['timestamp-authority', 'transparency-log', ...expected] as const
    expect(names.map((name) => HOSTS[name]).filter((host) => !asked.has(host))).toEqual([])
  })

  test('without the authority of the company nobody is believed', async () => {
    const { conclusion } = await sign(provider, { HTTPS_PROXY: proxy.url })
    expect(conclusion).toBe('failure')
    const { calls } = await sandbox.control({ op: 'calls' })
    const others = Object.entries(calls).filter(([name, count]) => count > 0 && !/^(oidc|jwks)\./.test(name))
    expect(others).toEqual([])
  })
})
