// A forward proxy on loopback: tunnels for https (CONNECT), requests with a whole URL for http.
import { once } from 'node:events'
import { createServer, request as forward } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'

export interface TestProxy {
  /** `http://127.0.0.1:port`, as in HTTPS_PROXY. */
  readonly url: string
  /** What is done to whoever asks for a tunnel to a host. */
  readonly faults: Map<string, TunnelFault>
  /** What was asked for: `CONNECT host:port`, or `METHOD URL`. */
  readonly asked: string[]
  stop(): void
}

/** What a proxy that is broken does once it was asked for a tunnel. */
const FAULTS = {
  /** Accepts the connection, and that is all. */
  silent: () => undefined,
  /** Half a status line. */
  half: (client: Socket) => client.write('HTTP/1.1 200 Conn'),
  /** Ends the connection without a word. */
  closes: (client: Socket) => client.destroy(),
  /** A head without end, byte by byte: there is always something to read. */
  slow: (client: Socket) => {
    client.write('HTTP/1.1 200 OK\r\nx: ')
    const timer = setInterval(() => client.write('x'), 200)
    client.once('close', () => clearInterval(timer))
  },
  /** A tunnel behind which nobody answers. */
  'dead end': (client: Socket) => client.write('HTTP/1.1 200 Connection Established\r\n\r\n'),
} as const satisfies Record<string, (client: Socket) => unknown>

export type TunnelFault = keyof typeof FAULTS
export const TUNNEL_FAULTS = Object.keys(FAULTS) as readonly TunnelFault[]

/** `hosts` are names that only the proxy can resolve, to ports of loopback. */
export async function startProxy(hosts: ReadonlyMap<string, number> = new Map()): Promise<TestProxy> {
  const asked: string[] = []
  const faults = new Map<string, TunnelFault>()
  const sockets = new Set<Socket>()
  const server = createServer((incoming, response) => {
    const { method = 'GET', url = '', headers } = incoming
    asked.push(`${method} ${url}`)
    const onward = forward(url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.once('error', () => response.writeHead(502).end())
    incoming.pipe(onward)
  })
  server.on('connect', ({ url = '' }, client: Socket) => {
    asked.push(`CONNECT ${url}`)
    const { hostname, port } = new URL(`http://${url}`)
    sockets.add(client)
    client.on('error', () => client.destroy()).once('close', () => sockets.delete(client))
    const fault = faults.get(hostname)
    if (fault !== undefined) {
      FAULTS[fault](client)
      return
    }
    const known = hosts.get(hostname)
    const target = connect(known ?? Number(port), known === undefined ? hostname : '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      target.pipe(client).pipe(target)
    })
    sockets.add(target)
    target.on('error', () => client.destroy()).once('close', () => sockets.delete(target))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    faults,
    stop() {
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      server.close()
    },
  }
}
