// Policies between the client and the network. By itself the client sends each first request without body and
// token, and learns from a challenge where to get a token: a round trip for what is known, and it lets an
// untrusted server choose where the token goes. So the body is kept, and the header is set from the start.
import { answeredObject, boundedBytes, RequestFailure, retryAfter } from '@open-claw/net'
import { isJsonObject, parseJson, type Clock } from '@open-claw/core'
import { ownAgent, type PipelinePolicy } from './own-agent.ts'

type Policy = PipelinePolicy['policy']
type Request = Parameters<Policy['sendRequest']>[0]
type Response = Awaited<ReturnType<Policy['sendRequest']>>

/** Above any public key, signature or error of the API. */
const MAX_ANSWER_BYTES = 256 * 1024

/** Reads the body. The client's stream yields text only if an encoding is set, and none is. */
async function* bodyChunks({ readableStreamBody }: Response): AsyncGenerator<Uint8Array> {
  for await (const chunk of readableStreamBody ?? []) yield Buffer.from(chunk)
}

function isObject(body: Buffer): boolean {
  try {
    return isJsonObject(parseJson(body, 'The answer'))
  } catch {
    return false
  }
}

const bareWord = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Za-z]{1,40}$/.test(value) ? value : undefined

/** Adds the number, which alone tells what is wrong with a token: `AKV10032: Invalid issuer. …` */
function numberedWord(word: string | undefined, message: unknown): string | undefined {
  const number = typeof message === 'string' ? /^AKV[0-9]{4,6}(?=:)/.exec(message)?.[0] : undefined
  return number === undefined ? undefined : `${word ?? 'refused'} (${number})`
}

/** Reads `{"error":{"code":"Forbidden","message":"…","innererror":{"code":"KeyDisabled"}}}` */
function answerFailure(response: Response, body: Buffer, clock: Clock): RequestFailure {
  const error = answeredObject(body)['error']
  const { code, message, innererror } = isJsonObject(error)
    ? { code: error['code'], message: error['message'], innererror: error['innererror'] }
    : {}
  const inner = isJsonObject(innererror) ? bareWord(innererror['code']) : undefined
  return new RequestFailure({
    status: response.status,
    reason: numberedWord(bareWord(code), message) ?? inner ?? bareWord(code),
    details: typeof message === 'string' ? message : undefined,
    after: retryAfter(response.headers.get('retry-after'), clock),
  })
}

/** Returns the policies of one client. */
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
      const body = await boundedBytes(bodyChunks(response), MAX_ANSWER_BYTES, tooLarge)
      // Redirects and challenges end here: both would send the token elsewhere.
      if (status !== 200) throw answerFailure(response, body, clock)
      if (!isObject(body)) throw new RequestFailure({ status, reason: 'Malformed' })
      const { readableStreamBody: _, ...rest } = response
      return { ...rest, bodyAsText: body.toString('utf8') }
    },
  }
  return [ownAgent(), { position: 'perCall', policy: keepBody }, { position: 'perRetry', policy: readAnswer }]
}
