// A vault that says what the test tells it to, for what no honest vault would say.
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A request as it came. */
export interface Asked {
  readonly verb: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** JSON with status 200, or anything else that is sent by hand. */
export type Line = object | ((response: ServerResponse) => void)

export interface ScriptedVault {
  readonly url: string
  readonly asked: Asked[]
  /** From now on answers these; forgets what was asked. */
  play(lines: { readonly GET?: Line; readonly POST?: Line }): void
  stop(): void
}

/** A whole answer. */
export const answer =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Line =>
  (response: ServerResponse) =>
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body))

export async function startScriptedVault(tls?: { cert: string; key: string }): Promise<ScriptedVault> {
  let script: { readonly GET?: Line; readonly POST?: Line } = {}
  const asked: Asked[] = []
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method: verb = '', url: path = '', headers } = request
    asked.push({ verb, path, headers, body: await text(request) })
    const line = verb === 'POST' ? script.POST : script.GET
    if (typeof line === 'function') line(response)
    else if (line === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(line))
  }
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    serve(request, response).catch(() => response.destroy())
  }
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    asked,
    play(lines) {
      script = lines
      asked.length = 0
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
