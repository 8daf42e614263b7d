// A company network: services by names that nobody but the proxy can resolve, under an authority of its own.
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import { connect as connectTls, createServer, type Server } from 'node:tls'
import { createAuthority } from '../../packages/sandbox/src/certificates.ts'
import type { TlsIdentity } from '../../packages/sandbox/src/http.ts'
import type { Sandbox } from '@open-claw/sandbox'
import { startProxy, type TestProxy } from './proxy.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** The inputs that name an endpoint, by the host that the company gives it. */
export const HOSTS = {
  'key-endpoint': 'kms.corp.test',
  'secret-endpoint': 'secrets.corp.test',
  'sts-endpoint': 'sts.corp.test',
  'iam-endpoint': 'iam.corp.test',
  'aws-sts-endpoint': 'aws-sts.corp.test',
  'azure-login-endpoint': 'login.corp.test',
  'vault-address': 'vault.corp.test',
  'certificate-authority': 'fulcio.corp.test',
  'timestamp-authority': 'tsa.corp.test',
  'transparency-log': 'rekor.corp.test',
} as const
export type EndpointInput = keyof typeof HOSTS

export const isEndpoint = (name: string): name is EndpointInput => Object.hasOwn(HOSTS, name)

export interface Company {
  readonly proxy: TestProxy
  /** The certificate of the authority, PEM. */
  readonly caFile: string
  /** `inputs` with every endpoint behind its name. */
  readonly behindNames: (inputs: Record<string, string>) => Promise<Record<string, string>>
  readonly stop: () => void
}

/** Servers of one TLS identity, each in front of a listener of the sandbox: a plain port or another TLS port. */
class Fronts {
  readonly #sockets = new Set<Socket>()
  readonly #servers: Server[] = []
  readonly #ports = new Map<string, Promise<number>>()
  readonly #identity: TlsIdentity
  readonly #authority: string

  constructor(identity: TlsIdentity, authority: string) {
    this.#identity = identity
    this.#authority = authority
  }

  /** The port of the front of `url`. */
  port(url: string): Promise<number> {
    const port = this.#ports.get(url) ?? this.#open(url)
    this.#ports.set(url, port)
    return port
  }

  stop(): void {
    for (const server of this.#servers) server.close()
    for (const socket of this.#sockets) socket.destroy()
  }

  async #open(url: string): Promise<number> {
    const port = Number(new URL(url).port)
    const server = createServer({ ...this.#identity, ALPNProtocols: ['h2', 'http/1.1'] }, (socket) => {
      const behind = url.startsWith('https:')
        ? connectTls({ port, host: '127.0.0.1', ca: this.#authority })
        : connect(port, '127.0.0.1')
      for (const one of [socket, behind]) {
        this.#sockets.add(one)
        one.on('error', () => one.destroy())
      }
      socket.pipe(behind).pipe(socket)
    })
    server.on('tlsClientError', () => undefined).listen(0, '127.0.0.1')
    await once(server, 'listening')
    this.#servers.push(server)
    return (server.address() as AddressInfo).port
  }
}

export async function startCompany(sandbox: Sandbox): Promise<Company> {
  const ports = new Map<string, number>()
  const authority = await createAuthority()
  const fronts = new Fronts(await authority.issueServer(Object.values(HOSTS)), sandbox.authority)
  const caFile = join(temporaryFolder('authority'), 'ca.pem')
  writeFileSync(caFile, authority.pem)
  const proxy = await startProxy(ports)
  return {
    proxy,
    caFile,
    behindNames: async (inputs) => {
      const moved: Record<string, string> = { ...inputs }
      for (const [name, value] of Object.entries(inputs)) {
        if (!isEndpoint(name)) continue
        ports.set(HOSTS[name], await fronts.port(value))
        moved[name] = `https://${HOSTS[name]}${new URL(value).pathname.replace(/\/$/, '')}`
      }
      return 'vault-address' in inputs ? { ...moved, 'vault-audience': sandbox.vaultEndpoint } : moved
    },
    stop: () => {
      proxy.stop()
      fronts.stop()
    },
  }
}
