// A forward proxy on loopback: tunnels for https (CONNECT), requests with a whole URL for http.
import { once } from 'node:events'
import { createServer, request as forward } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'

export interface TestProxy {
  /** `http://127.0.0.1:port`, as in HTTPS_PROXY. */
  readonly url: string
  /** What was asked for: `CONNECT host:port`, or `METHOD URL`. */
  readonly asked: string[]
  stop(): void
}

/** `hosts` are names that only the proxy can resolve, to ports of loopback. */
export async function startProxy(hosts: ReadonlyMap<string, number> = new Map()): Promise<TestProxy> {
  const asked: string[] = []
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
    const known = hosts.get(hostname)
    const target = connect(known ?? Number(port), known === undefined ? hostname : '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      target.pipe(client).pipe(target)
    })
    for (const socket of [client, target]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy()).once('close', () => sockets.delete(socket))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop() {
      for (const socket of sockets) socket.destroy()
      server.closeAllConnections()
      server.close()
    },
  }
}
