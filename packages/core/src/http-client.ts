// HTTP for services that sit behind an authority or a client certificate of their own, which `fetch`
// cannot be given. Nothing of a request or an answer is in an error: both may hold tokens.
import { Agent as PlainAgent, request as plainRequest, type IncomingMessage } from 'node:http'
import { Agent as TlsAgent, request as tlsRequest, type RequestOptions } from 'node:https'
import { getCACertificates } from 'node:tls'
import { boundedBytes } from './bounded-bytes.ts'

/** Whom a client trusts beside the default authorities, and what it shows of itself. All PEM. */
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
  /** UTF-8; undefined for none. */
  readonly body?: string | undefined
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
  readonly body: Uint8Array
}

/** A request without an answer. Its reason is a bare word: `ECONNREFUSED`, `SELF_SIGNED_CERT_IN_CHAIN`, `timeout`. */
export class HttpFailure extends Error {
  readonly reason: string
  /** Whether another try may end otherwise: a certificate that is not trusted now is not trusted in a second. */
  readonly transient: boolean

  constructor(reason: string, transient: boolean) {
    super(reason)
    this.name = 'HttpFailure'
    this.reason = reason
    this.transient = transient
  }
}

/** Asks over connections that are kept open between requests. Throws HttpFailure. */
export type HttpClient = (url: URL, request: HttpRequest) => Promise<HttpAnswer>

/** Codes of OpenSSL and Node for certificates and handshakes that were refused. */
const TLS_REFUSAL = /CERT|CRL|SIGNATURE|ISSUER|TLS|SSL|EPROTO/

function failureOf(error: unknown, signal: AbortSignal): HttpFailure {
  if (error instanceof HttpFailure) return error
  if (signal.aborted) return new HttpFailure('timeout', true)
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  const reason = typeof code === 'string' && /^[A-Z0-9_]{1,64}$/.test(code) ? code : 'no connection'
  return new HttpFailure(reason, !TLS_REFUSAL.test(reason))
}

const tooLarge = (): HttpFailure => new HttpFailure('answer too large', false)

const headersOf = (answer: IncomingMessage): HttpAnswer['headers'] =>
  Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )

const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

function openOptions(url: URL, request: HttpRequest, signal: AbortSignal): RequestOptions {
  const length = request.body === undefined ? {} : { 'content-length': Buffer.byteLength(request.body) }
  return {
    hostname: bareHost(url),
    port: url.port,
    path: `${url.pathname}${url.search}`,
    method: request.method,
    headers: { ...request.headers, ...length },
    signal,
  }
}

/** The roots of Node and, beside them, those of `tls`. */
const agentOptions = ({ ca, cert, key }: TlsOptions) => ({
  ...(ca === undefined ? {} : { ca: [...getCACertificates('default'), ca] }),
  ...(cert === undefined ? {} : { cert }),
  ...(key === undefined ? {} : { key }),
  // Set even where it is the default: NODE_TLS_REJECT_UNAUTHORIZED could be set by an earlier step.
  rejectUnauthorized: true,
})

/**
 * The agent of every https connection that is not made by `fetch`. The proxy of the environment sees where
 * a connection leads and nothing more. http is for loopback alone and goes past it, for the proxy would
 * see the token.
 */
export const tlsAgent = (tls: TlsOptions = {}): TlsAgent =>
  new TlsAgent({ keepAlive: true, proxyEnv: process.env, ...agentOptions(tls) })

/** PEM that cannot be read, and a certificate that does not fit its key, fail at the first request. */
export function httpClient(tls: TlsOptions = {}): HttpClient {
  const agent = tlsAgent(tls)
  const plainAgent = new PlainAgent({ keepAlive: true })
  return async (url, request) => {
    const signal = AbortSignal.timeout(request.timeout)
    const options = openOptions(url, request, signal)
    try {
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        const asking =
          url.protocol === 'https:'
            ? tlsRequest({ ...options, agent })
            : plainRequest({ ...options, agent: plainAgent })
        asking.once('response', resolve).once('error', reject).end(request.body)
      })
      const body = await boundedBytes(answer, request.maxBytes, tooLarge)
      return { status: answer.statusCode ?? 0, headers: headersOf(answer), body }
    } catch (error) {
      throw failureOf(error, signal)
    }
  }
}
