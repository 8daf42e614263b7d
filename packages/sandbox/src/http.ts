// HTTP on loopback: routes, bodies, and the form of the gateway's outcomes.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { RawAnswer, type Gateway, type Operation, type Outcome } from './gateway.ts'
import { toProtoJson } from './json-mapping.ts'
import type { Service } from './services.ts'
import { STATUSES, StatusError, type Status } from './status.ts'

/** What an operation gets from an HTTP request. */
export interface HttpRequest {
  /** Named groups of the path pattern, decoded. */
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Header names are in lower case; of a repeated header, the first value. */
  readonly headers: Readonly<Record<string, string>>
  /** The parsed JSON body or form; undefined without a body; bytes if it is neither. */
  readonly body: unknown
}

/** An HTTP binding of a method. */
export interface Route {
  readonly verb: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: RegExp
  /** Distinguishes methods that share verb and path, as `X-Amz-Target` does. */
  readonly when?: (headers: Readonly<Record<string, string>>) => boolean
  readonly service: Service
  readonly method: string
  readonly operation: Operation
  /** Makes the request message; without it the operation gets the HttpRequest. */
  readonly request?: (http: HttpRequest) => unknown
}

/** Words the failures of a service: as a JSON body, or as a whole answer. */
export type ErrorBody = (status: Status, message: string) => unknown

/** An open port. */
export interface Listener {
  /** `http://127.0.0.1:port` */
  readonly url: string
  close(): void
}

/** Above the 64 KiB that KMS signs, in base64, with some room. */
const MAX_BODY_BYTES = 256 * 1024

/** Says whether a server listens on a TCP port. */
export const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null

/** Words errors as Google APIs do (google.rpc.Status in JSON). */
export const googleError: ErrorBody = (status, message) => ({
  error: { code: STATUSES[status].http, message, status },
})

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new StatusError('INVALID_ARGUMENT', 'The request body is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Types of bodies that operations need as bytes: AWS signs their digest. */
const AS_BYTES: ReadonlySet<string> = new Set(['application/timestamp-query', 'application/x-amz-json-1.1'])

async function parseBody(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBody(request)
  if (bytes.length === 0) return undefined
  const type = request.headers['content-type'] ?? ''
  if (AS_BYTES.has(type)) return bytes
  const text = bytes.toString('utf8')
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text))
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

const firstHeaders = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      String(Array.isArray(value) ? value[0] : value),
    ]),
  )

async function answerRequest(
  routes: readonly Route[],
  gateway: Gateway,
  request: IncomingMessage,
): Promise<Outcome> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const headers = firstHeaders(request)
  for (const { verb, path, when, service, method, operation, request: toMessage } of routes) {
    const match = request.method === verb ? path.exec(url.pathname) : null
    if (match === null || when?.(headers) === false) continue
    const query = Object.fromEntries(url.searchParams)
    const http: HttpRequest = { path: decodeGroups(match), query, headers, body: await parseBody(request) }
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

const JSON_TYPE = { 'content-type': 'application/json; charset=UTF-8' } as const

function sendRaw(response: ServerResponse, answer: RawAnswer, more: Record<string, string>): void {
  response.writeHead(answer.status, { 'content-type': answer.contentType, ...answer.headers, ...more })
  response.end(answer.body)
}

/** Answers that no client should accept. */
const BROKEN = {
  'slow-body': (response: ServerResponse) => void response.writeHead(200, JSON_TYPE).write('{'),
  malformed: (response: ServerResponse) => void response.writeHead(200, JSON_TYPE).end('{"signature": "AAAA'),
  reset: (response: ServerResponse) => void response.socket?.resetAndDestroy(),
  hang: () => undefined,
} as const

function send(response: ServerResponse, outcome: Outcome, errorBody: ErrorBody): void {
  if (outcome.kind === 'answer') {
    if (outcome.answer instanceof RawAnswer) sendRaw(response, outcome.answer, {})
    else response.writeHead(200, JSON_TYPE).end(JSON.stringify(toProtoJson(outcome.answer)))
  } else if (outcome.kind === 'status') {
    const wait: Record<string, string> =
      outcome.retryAfter === undefined ? {} : { 'retry-after': String(outcome.retryAfter) }
    const body = errorBody(outcome.status, outcome.message)
    if (body instanceof RawAnswer) sendRaw(response, body, wait)
    else
      response.writeHead(STATUSES[outcome.status].http, { ...JSON_TYPE, ...wait }).end(JSON.stringify(body))
  } else BROKEN[outcome.kind](response)
}

const failed = (error: unknown): Outcome =>
  error instanceof StatusError
    ? { kind: 'status', status: error.status, message: error.message }
    : { kind: 'status', status: 'INTERNAL', message: 'The sandbox failed.' }

/** Binds `server` to a free port of 127.0.0.1. */
export async function listen(server: Server, scheme: 'http' | 'https' = 'http'): Promise<Listener> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (!isAddress(address)) throw new Error('The listener has no port.')
  return {
    url: `${scheme}://127.0.0.1:${address.port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** A certificate for 127.0.0.1 and its key, PEM. */
export interface TlsIdentity {
  readonly cert: string
  readonly key: string
}

/** Serves `routes` on a free port, over TLS if `tls` is given. */
export function listenHttp(
  routes: readonly Route[],
  gateway: Gateway,
  errorBody: ErrorBody,
  tls?: TlsIdentity,
): Promise<Listener> {
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    answerRequest(routes, gateway, request)
      .catch(failed)
      .then((outcome) => send(response, outcome, errorBody))
      .catch(() => response.destroy())
  }
  return tls === undefined
    ? listen(createServer(answer))
    : listen(createTlsServer({ ...tls }, answer), 'https')
}
