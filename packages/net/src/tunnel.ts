// Connects through a proxy (RFC 9110 §9.3.6). Node's own agent adds further listeners for each piece of the
// proxy's answer, so that a proxy that answers byte by byte fills the memory.
import { request as plainRequest, type IncomingMessage } from 'node:http'
import { Agent, request as tlsRequest, type AgentOptions } from 'node:https'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect, type ConnectionOptions } from 'node:tls'
import { HTTP_STATUS } from './http-status.ts'

/** Longer than any request waits. A tunnel that nobody waits for any more is given up. */
const TUNNEL_MS = 30_000

/** The error of a refused tunnel, with the code of Node by which its cause is known. */
const refused = (): Error =>
  Object.assign(new Error('The proxy opens no tunnel.'), { code: 'ERR_PROXY_TUNNEL' })

const proxyCredentials = ({ username, password }: URL): { readonly 'proxy-authorization'?: string } =>
  username === '' && password === ''
    ? {}
    : {
        'proxy-authorization': `Basic ${Buffer.from(
          `${decodeURIComponent(username)}:${decodeURIComponent(password)}`,
        ).toString('base64')}`,
      }

/** Opens a tunnel. Rejects with an error that has a code. */
function openTunnel(proxy: URL, host: string, port: string): Promise<Socket> {
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const open = proxy.protocol === 'https:' ? tlsRequest : plainRequest
  return new Promise((resolve, reject) => {
    const asking = open({
      hostname: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port,
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...proxyCredentials(proxy) },
      // A connection of its own, which is the tunnel afterwards.
      agent: false,
      rejectUnauthorized: true,
    })
    const timer = setTimeout(() => asking.destroy(refused()), TUNNEL_MS)
    // The timer must not keep a finished process alive.
    timer.unref()
    asking.once('connect', ({ statusCode }: IncomingMessage, socket: Socket, head: Buffer) => {
      clearTimeout(timer)
      if (statusCode === HTTP_STATUS.ok && head.length === 0) return resolve(socket)
      socket.destroy()
      return reject(refused())
    })
    asking.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    asking.end()
  })
}

type Opened = (error: Error | null, stream: Duplex) => void

/** An agent with all its connections through `proxy`. */
export class ProxiedAgent extends Agent {
  readonly #proxy: URL

  constructor(proxy: URL, options: AgentOptions) {
    super(options)
    this.#proxy = proxy
  }

  override createConnection(options: ConnectionOptions, opened?: Opened): undefined {
    if (opened !== undefined) void this.#open(options, opened)
  }

  async #open(options: ConnectionOptions, opened: Opened): Promise<void> {
    const { host = '', port = 443 } = options
    try {
      const socket = await openTunnel(this.#proxy, host, String(port))
      opened(null, connect({ ...options, socket, ALPNProtocols: ['http/1.1'] }))
    } catch (error) {
      // Node ignores the stream beside an error.
      opened(error instanceof Error ? error : refused(), new Socket())
    }
  }
}
