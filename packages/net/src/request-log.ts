// Prints a line for each request where debugging is on: the host, the outcome, the time, and the id by which the
// provider finds it. It covers every client in the process, since Node.js itself reports the requests. It prints
// no path, no query, no body and no header but that id: any of these may hold a token or a secret.
import { subscribe } from 'node:diagnostics_channel'
import { printable, type Printable } from '@open-claw/core'

/** The header of providers that have no name of their own for it. */
const COMMON_ID = 'x-request-id'

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** A short word in the alphabet of ids and hosts; anything else is not shown. */
const bareWord = (value: unknown): string =>
  typeof value === 'string' && /^[\w.:[\]-]{1,128}$/.test(value)
    ? value
    : typeof value === 'number'
      ? String(value)
      : '?'

/** The value of a header in the flat list of names and values that undici hands on. */
function listed(headers: unknown, name: string): unknown {
  if (!Array.isArray(headers)) return field(headers, name)
  const words = headers.map(String)
  const index = words.findIndex((word, place) => place % 2 === 0 && word.toLowerCase() === name)
  return index === -1 ? undefined : words[index + 1]
}

interface Started {
  readonly method: string
  readonly host: string
  readonly begin: number
}

interface Channel {
  readonly name: string
  /** What stands for the request in both messages. */
  readonly key: string
  /** Method and host, of a start. */
  readonly about?: (message: unknown) => readonly [method: unknown, host: unknown]
  /** Status and headers, of an answer. */
  readonly answer?: (message: unknown) => readonly [status: unknown, headers: unknown]
}

const answerReader = (status: string) => (message: unknown) => {
  const response = field(message, 'response')
  return [field(response, status), field(response, 'headers')] as const
}

/** Requests of HTTP/1 (node:http, node:https), of gRPC (node:http2) and of fetch. */
const CHANNELS: readonly Channel[] = [
  {
    name: 'http.client.request.start',
    key: 'request',
    about: (message) => {
      const request = field(message, 'request')
      return [field(request, 'method'), field(request, 'host')]
    },
  },
  { name: 'http.client.response.finish', key: 'request', answer: answerReader('statusCode') },
  { name: 'http.client.request.error', key: 'request' },
  {
    name: 'http2.client.stream.created',
    key: 'stream',
    about: (message) => {
      const headers = field(message, 'headers')
      return [field(headers, ':method'), field(headers, ':authority')]
    },
  },
  {
    name: 'http2.client.stream.finish',
    key: 'stream',
    answer: (message) => {
      const headers = field(message, 'headers')
      return [field(headers, ':status'), headers]
    },
  },
  { name: 'http2.client.stream.error', key: 'stream' },
  {
    name: 'undici:request:create',
    key: 'request',
    about: (message) => {
      const request = field(message, 'request')
      return [field(request, 'method'), URL.parse(String(field(request, 'origin')))?.host]
    },
  },
  { name: 'undici:request:headers', key: 'request', answer: answerReader('statusCode') },
  { name: 'undici:request:error', key: 'request' },
]

function ending({ answer }: Channel, message: unknown, requestIds: readonly string[]): string {
  if (answer === undefined) return `failed (${bareWord(field(field(message, 'error'), 'code'))})`
  const [status, headers] = answer(message)
  const id = [...requestIds, COMMON_ID]
    .map((name) => listed(headers, name))
    .find((value) => value !== undefined)
  return id === undefined ? bareWord(status) : `${bareWord(status)}, request id ${bareWord(id)}`
}

/** Prints a line for each request of this process from now on. `requestIds` are headers of an answer by which its provider finds a request. */
export function logRequests(
  print: (line: Printable) => void,
  requestIds: readonly string[],
  now: () => number = () => performance.now(),
): void {
  const started = new WeakMap<object, Started>()
  for (const channel of CHANNELS) {
    subscribe(channel.name, (message) => {
      const request = field(message, channel.key)
      if (typeof request !== 'object' || request === null) return
      if (channel.about !== undefined) {
        const [method, host] = channel.about(message)
        started.set(request, { method: bareWord(method), host: bareWord(host), begin: now() })
        return
      }
      const known = started.get(request)
      if (known === undefined) return
      started.delete(request)
      const time = Math.round(now() - known.begin)
      print(printable(`${known.method} ${known.host}: ${ending(channel, message, requestIds)}, ${time} ms`))
    })
  }
}
