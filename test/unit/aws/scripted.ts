// An AWS KMS that answers what a test tells it to, however absurd, to the genuine client.
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

type Request = Record<string, any>
type Script = Record<string, (request: Request) => object | RawBody>

/** Thrown or returned by a script to answer with a status of its own. */
export class RawBody {
  readonly status: number
  readonly body: string | Buffer
  readonly headers: Record<string, string>
  constructor(status: number, body: string | Buffer, headers: Record<string, string> = {}) {
    this.status = status
    this.body = body
    this.headers = headers
  }
}

export interface ScriptedAws {
  readonly port: number
  /** Requests by method, in their order. */
  readonly asked: [method: string, request: Request][]
  /** Headers, in the order of requests. */
  readonly headers: IncomingHttpHeaders[]
  play(script: Script): void
  stop(): void
}

function send(response: ServerResponse, answer: object | RawBody): void {
  const type = { 'content-type': 'application/x-amz-json-1.1' }
  if (answer instanceof RawBody)
    response.writeHead(answer.status, { ...type, ...answer.headers }).end(answer.body)
  else response.writeHead(200, type).end(JSON.stringify(answer))
}

export async function startScriptedAws(tls?: { cert: string; key: string }): Promise<ScriptedAws> {
  let script: Script = {}
  const asked: ScriptedAws['asked'] = []
  const headers: IncomingHttpHeaders[] = []
  const create = tls === undefined ? createServer : createTlsServer.bind(undefined, tls)
  const server = create((incoming, response) => {
    const method = String(incoming.headers['x-amz-target']).replace('TrentService.', '')
    headers.push(incoming.headers)
    const answer = async (): Promise<void> => {
      const request = (await json(incoming)) as Request
      asked.push([method, request])
      send(response, script[method]?.(request) ?? {})
    }
    answer().catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    headers,
    play(played) {
      script = played
      asked.length = 0
      headers.length = 0
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}
