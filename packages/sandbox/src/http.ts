// HTTP on loopback: routes, bodies, and how outcomes of the gateway look on this transport.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Service } from './control-request.ts'
import type { Gateway, Operation, Outcome } from './gateway.ts'
import { toProtoJson } from './json-mapping.ts'
import { STATUSES, StatusError, type Status } from './status.ts'

/** What an operation gets from an HTTP request. */
export interface HttpRequest {
  /** Named groups of the path pattern, decoded. */
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** The parsed JSON body or form; undefined where there is none. */
  readonly body: unknown
}

/** An HTTP binding of a method. */
export interface Route {
  readonly verb: 'GET' | 'POST'
  readonly path: RegExp
  readonly service: Service
  readonly method: string
  readonly operation: Operation
  /** Makes the request message; without it the operation gets the HttpRequest. */
  readonly request?: (http: HttpRequest) => unknown
}

/** How a service words its failures in JSON. */
export type ErrorBody = (status: Status, message: string) => unknown

/** An open port. */
export interface Listener {
  /** `http://127.0.0.1:port` */
  readonly url: string
  close(): void
}

/** Above the 64 KiB that KMS signs, in base64, with room for the rest. */
const MAX_BODY_BYTES = 256 * 1024

/** Whether a server listens on a TCP port. */
export const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null

/** The error body of Google APIs (google.rpc.Status in JSON). */
export const googleError: ErrorBody = (status, message) => ({
  error: { code: STATUSES[status].http, message, status },
})

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new StatusError('INVALID_ARGUMENT', 'The request body is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

async function parseBody(request: IncomingMessage): Promise<unknown> {
  const text = await readBody(request)
  if (text === '') return undefined
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true) {
    return Object.fromEntries(new URLSearchParams(text))
  }
  try {
    const parsed: unknown = JSON.parse(text)
    return parsed
  } catch {
    throw new StatusError('INVALID_ARGUMENT', 'Invalid JSON payload received.')
  }
}

function decodeGroups(match: RegExpExecArray): Record<string, string> {
  try {
    return Object.fromEntries(
      Object.entries(match.groups ?? {}).map(([key, text]) => [key, decodeURIComponent(text)]),
    )
  } catch {
    throw new StatusError('INVALID_ARGUMENT', 'The path is not well encoded.')
  }
}

async function answerRequest(
  routes: readonly Route[],
  gateway: Gateway,
  request: IncomingMessage,
): Promise<Outcome> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  for (const { verb, path, service, method, operation, request: toMessage } of routes) {
    const match = request.method === verb ? path.exec(url.pathname) : null
    if (match === null) continue
    const query = Object.fromEntries(url.searchParams)
    const http: HttpRequest = { path: decodeGroups(match), query, body: await parseBody(request) }
    const message = toMessage === undefined ? http : toMessage(http)
    return gateway({
      service,
      method,
      operation,
      request: message,
      authorization: request.headers.authorization,
    })
  }
  return { kind: 'status', status: 'NOT_FOUND', message: 'There is nothing at this address.' }
}

function send(response: ServerResponse, outcome: Outcome, errorBody: ErrorBody): void {
  const json = { 'content-type': 'application/json; charset=UTF-8' }
  switch (outcome.kind) {
    case 'answer':
      response.writeHead(200, json).end(JSON.stringify(toProtoJson(outcome.answer)))
      return
    case 'status': {
      const wait = outcome.retryAfter === undefined ? {} : { 'retry-after': String(outcome.retryAfter) }
      response.writeHead(STATUSES[outcome.status].http, { ...json, ...wait })
      response.end(JSON.stringify(errorBody(outcome.status, outcome.message)))
      return
    }
    case 'malformed':
      response.writeHead(200, json).end('{"signature": "AAAA')
      return
    case 'reset':
      response.socket?.resetAndDestroy()
      return
    case 'hang':
      return
  }
}

const failed = (error: unknown): Outcome =>
  error instanceof StatusError
    ? { kind: 'status', status: error.status, message: error.message }
    : { kind: 'status', status: 'INTERNAL', message: 'The sandbox failed.' }

/** Binds `server` to a free port of 127.0.0.1. */
export async function listen(server: Server): Promise<Listener> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (!isAddress(address)) throw new Error('The listener has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Serves `routes` on a free port. */
export function listenHttp(
  routes: readonly Route[],
  gateway: Gateway,
  errorBody: ErrorBody,
): Promise<Listener> {
  const server = createServer((request, response) => {
    answerRequest(routes, gateway, request)
      .catch(failed)
      .then((outcome) => send(response, outcome, errorBody))
      .catch(() => response.destroy())
  })
  return listen(server)
}
