// A Vault that answers what a test tells it to, however absurd.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export interface Asked {
  readonly line: string
  readonly headers: IncomingMessage['headers']
  readonly body: any
}

export interface ScriptedVault {
  readonly url: string
  readonly asked: Asked[]
  /** How requests are answered from now on; what was asked before is forgotten. */
  play(answer: (asked: Asked, response: ServerResponse) => void): void
  stop(): void
}

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  (_: Asked, response: ServerResponse): void =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body))

export async function startScriptedVault(tls?: ServerOptions): Promise<ScriptedVault> {
  const asked: Asked[] = []
  let play = json({ errors: [] }, 404)
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const answer = async (): Promise<void> => {
      const body = await text(request)
      const line = `${request.method} ${request.url}`
      const one = { line, headers: request.headers, body: body === '' ? undefined : JSON.parse(body) }
      asked.push(one)
      play(one, response)
    }
    answer().catch(() => response.destroy())
  }
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    play(answer) {
      asked.length = 0
      play = answer
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
