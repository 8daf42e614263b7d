// The one way in which our own requests reach the network. Every wait is bounded, and we choose the proxy, the
// authorities and the client certificate, none of which `fetch` takes. Errors hold nothing of a request or an
// answer: both may hold tokens.
import {
  Agent as PlainAgent,
  request as plainRequest,
  type ClientRequest,
  type IncomingMessage,
} from 'node:http'
import { Agent as TlsAgent, request as tlsRequest, type RequestOptions } from 'node:https'
import { getCACertificates } from 'node:tls'
import { systemCode } from '@open-claw/core'
import { boundedBytes } from './bounded-bytes.ts'
import { CONNECTION_CAUSES } from './connection-causes.ts'
import { RequestFailure } from './failure.ts'
import { knownCause } from './known-cause.ts'
import { proxyFor } from './proxy.ts'
import { ProxiedAgent } from './tunnel.ts'
import { within } from './within.ts'

/** The authorities that a client trusts beside the default ones, and its own certificate. All PEM. */
export interface TlsOptions {
  /** Certificates of authorities, in addition to the default ones. */
  readonly ca?: string | undefined
  /** The client certificate and its chain. */
  readonly cert?: string | undefined
  /** The key of the client certificate. */
  readonly key?: string | undefined
}

/** One request. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly headers: { readonly [name: string]: string }
  /** Text is sent as UTF-8; undefined for none. */
  readonly body?: string | Uint8Array | undefined
  /** Milliseconds until the last byte of the answer. */
  readonly timeout: number
  /** Largest body of an answer in bytes. */
  readonly maxBytes: number
}

/** An answer, whatever its status. Redirects are answers too: following one would carry a token to another host. */
export interface HttpAnswer {
  readonly status: number
  /** In lower case; repeated headers joined by a comma. */
  readonly headers: { readonly [name: string]: string | undefined }
  readonly body: Buffer
}

/** Sends requests over connections that stay open between them. Throws RequestFailure, without a status. */
export type HttpClient = (url: URL, request: HttpRequest) => Promise<HttpAnswer>

/** Codes of OpenSSL and Node for certificates and handshakes that were refused. */
const TLS_REFUSAL = /CERT|CRL|SIGNATURE|ISSUER|TLS|SSL|EPROTO/

/** The failure of a request without an answer. An untrusted certificate is not tried again. */
function withoutAnswer(reason: string): RequestFailure {
  const told = knownCause(CONNECTION_CAUSES, { reason })
  return new RequestFailure({ reason, told, passes: !TLS_REFUSAL.test(reason) })
}

const tooLarge = (): RequestFailure => new RequestFailure({ reason: 'answer too large', passes: false })

const joinedHeaders = (answer: IncomingMessage): HttpAnswer['headers'] =>
  Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )

const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

function openOptions(url: URL, request: HttpRequest): RequestOptions {
  const length = request.body === undefined ? {} : { 'content-length': Buffer.byteLength(request.body) }
  return {
    hostname: bareHost(url),
    port: url.port,
    path: `${url.pathname}${url.search}`,
    method: request.method,
    headers: { ...request.headers, ...length },
  }
}

/** Options for the roots of Node and those of `tls`. */
const agentOptions = ({ ca, cert, key }: TlsOptions) => ({
  ...(ca === undefined ? {} : { ca: [...getCACertificates('default'), ca] }),
  ...(cert === undefined ? {} : { cert }),
  ...(key === undefined ? {} : { key }),
  // Stated although it is the default: an earlier step could set NODE_TLS_REJECT_UNAUTHORIZED.
  rejectUnauthorized: true,
})

/** Makes an agent that goes through `proxy`, or past every proxy. */
function agentThrough(proxy: URL | undefined, tls: TlsOptions): TlsAgent {
  const options = { keepAlive: true, ...agentOptions(tls) }
  return proxy === undefined ? new TlsAgent(options) : new ProxiedAgent(proxy, options)
}

/** Makes the agent for a client that connects to the host of `url` alone. Throws INPUT_INVALID for an invalid proxy. */
export const tlsAgent = (url: URL): TlsAgent => agentThrough(proxyFor(url), {})

/** Returns agents for any URL, one for each proxy. http goes past every proxy. */
export function agentsFor(tls: TlsOptions = {}): (url: URL) => PlainAgent {
  const agents = new Map<string, TlsAgent>()
  const plainAgent = new PlainAgent({ keepAlive: true })
  return (url) => {
    if (url.protocol !== 'https:') return plainAgent
    const proxy = proxyFor(url)
    const way = proxy?.href ?? ''
    const agent = agents.get(way) ?? agentThrough(proxy, tls)
    agents.set(way, agent)
    return agent
  }
}

/** The stage at which a request waits, in the words of a failure. */
type Wait = 'at the proxy' | 'while connecting' | 'before the answer' | 'within the answer'

/** Reads the answer, and ends `asking` when its time is over at any stage. Node's own signal does nothing before there is a socket. */
async function answerTo(asking: ClientRequest, request: HttpRequest, first: Wait): Promise<HttpAnswer> {
  let wait = first
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    asking
      .once('socket', () => (wait = 'while connecting'))
      .once('finish', () => (wait = 'before the answer'))
      .once('response', resolve)
      // Stays: an error after the answer is the body's to tell.
      .on('error', reject)
      .end(request.body)
  })
  const read = async (): Promise<HttpAnswer> => {
    const answer = await answered
    wait = 'within the answer'
    const body = await boundedBytes(answer, request.maxBytes, tooLarge)
    return { status: answer.statusCode ?? 0, headers: joinedHeaders(answer), body }
  }
  return within(request.timeout, read(), () => {
    asking.destroy()
    return withoutAnswer(`timeout ${wait}`)
  })
}

/** Makes a client. Unreadable PEM, and a certificate that does not fit its key, fail at the first request. */
export function httpClient(tls: TlsOptions = {}): HttpClient {
  const agentFor = agentsFor(tls)
  return async (url, request) => {
    const options = { ...openOptions(url, request), agent: agentFor(url) }
    const first: Wait = proxyFor(url) === undefined ? 'while connecting' : 'at the proxy'
    try {
      const open = url.protocol === 'https:' ? tlsRequest : plainRequest
      return await answerTo(open(options), request, first)
    } catch (error) {
      throw error instanceof RequestFailure ? error : withoutAnswer(systemCode(error) ?? 'no connection')
    }
  }
}
