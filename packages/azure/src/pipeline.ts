// What lies between the client and the network. The client would send each first request without its body
// and its token, to be told by a challenge where to get one: a round trip to learn what is known, and a
// stranger's word on where the token goes. So the body is kept and the header is there from the start.
import { answeredObject, boundedBytes, RequestFailure, retryAfter } from '@open-claw/net'
import { isJsonObject, parseJson, type Clock } from '@open-claw/core'
import { ownAgent, type PipelinePolicy } from './own-agent.ts'

type Policy = PipelinePolicy['policy']
type Request = Parameters<Policy['sendRequest']>[0]
type Response = Awaited<ReturnType<Policy['sendRequest']>>

/** Above any public key, signature or error that the API gives. */
const MAX_ANSWER_BYTES = 256 * 1024

/** The client's stream gives text where an encoding was set, which it is not. */
async function* bytesOf({ readableStreamBody }: Response): AsyncGenerator<Uint8Array> {
  for await (const chunk of readableStreamBody ?? []) yield Buffer.from(chunk)
}

function isObject(body: Buffer): boolean {
  try {
    return isJsonObject(parseJson(body, 'The answer'))
  } catch {
    return false
  }
}

const wordOf = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Za-z]{1,40}$/.test(value) ? value : undefined

/** What is wrong with a token is told by a number alone: `AKV10032: Invalid issuer. …` */
function numbered(word: string | undefined, message: unknown): string | undefined {
  const number = typeof message === 'string' ? /^AKV[0-9]{4,6}(?=:)/.exec(message)?.[0] : undefined
  return number === undefined ? undefined : `${word ?? 'refused'} (${number})`
}

/** `{"error":{"code":"Forbidden","message":"…","innererror":{"code":"KeyDisabled"}}}` */
function failureOf(response: Response, body: Buffer, clock: Clock): RequestFailure {
  const error = answeredObject(body)['error']
  const { code, message, innererror } = isJsonObject(error)
    ? { code: error['code'], message: error['message'], innererror: error['innererror'] }
    : {}
  const inner = isJsonObject(innererror) ? wordOf(innererror['code']) : undefined
  return new RequestFailure({
    status: response.status,
    reason: numbered(wordOf(code), message) ?? inner ?? wordOf(code),
    details: typeof message === 'string' ? message : undefined,
    after: retryAfter(response.headers.get('retry-after'), clock),
  })
}

/** Policies of one client. */
export function keyVaultPolicies(clock: Clock): PipelinePolicy[] {
  const bodies = new WeakMap<Request, Request['body']>()
  const keepBody: Policy = {
    name: 'keepBody',
    sendRequest(request, next) {
      bodies.set(request, request.body)
      return next(request)
    },
  }
  const readAnswer: Policy = {
    name: 'readAnswer',
    async sendRequest(request, next) {
      const sent = bodies.get(request)
      if (sent !== undefined) request.body = sent
      // The client would read an answer of any size.
      request.streamResponseStatusCodes = new Set([Number.POSITIVE_INFINITY])
      const response = await next(request)
      const { status } = response
      const tooLarge = (): RequestFailure => new RequestFailure({ status, reason: 'TooLarge' })
      const body = await boundedBytes(bytesOf(response), MAX_ANSWER_BYTES, tooLarge)
      // Redirects and challenges end here: both would have the token sent elsewhere.
      if (status !== 200) throw failureOf(response, body, clock)
      if (!isObject(body)) throw new RequestFailure({ status, reason: 'Malformed' })
      const { readableStreamBody: _, ...rest } = response
      return { ...rest, bodyAsText: body.toString('utf8') }
    },
  }
  return [ownAgent(), { position: 'perCall', policy: keepBody }, { position: 'perRetry', policy: readAnswer }]
}
