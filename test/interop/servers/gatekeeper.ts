// A door before a server: what passes is forwarded, what is held gets no answer.
import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Server } from './server.ts'

export interface Gatekeeper extends Server {
  readonly address: string
  /** Resolves when the first request is held. */
  readonly held: Promise<void>
}

/** Forwards to `address` on loopback what `holds` does not hold by its path. */
export async function startGatekeeper(
  address: string,
  holds: (path: string) => boolean,
): Promise<Gatekeeper> {
  let caught = (): void => {}
  const held = new Promise<void>((resolve) => {
    caught = resolve
  })
  const forward = (asked: IncomingMessage, answer: ServerResponse): void => {
    const { method, headers, url = '/' } = asked
    if (holds(url)) {
      caught()
      return
    }
    const onward = request(new URL(url, address), { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers)
      answered.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    asked.pipe(onward)
  }
  const server = createServer(forward).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    held,
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
