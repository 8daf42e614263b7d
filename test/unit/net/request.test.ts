// The one request: what is sent, what is taken for an answer, and what is told of a failure.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { formBody, jsonBody, request, requestJson, requestObject, RequestFailure } from '@open-claw/net'
import { testClock } from '../../support/clock.ts'
import { codeOf } from '../../support/errors.ts'

const CANARY = 'canary-of-the-answer'

interface Asked {
  readonly method: string | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

let asked: Asked[] = []
let replies: ((response: ServerResponse) => void)[] = []
let url: URL

const server = createServer((message, response) => {
  void text(message).then((body) => {
    asked.push({ method: message.method, headers: message.headers, body })
    const reply = replies.length > 1 ? replies.shift() : replies[0]
    return reply?.(response)
  })
})
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/path?q=1`)
})
beforeEach(() => {
  asked = []
})
afterAll(() => void server.close())

const answers =
  (status: number, body = '{}', headers: Record<string, string> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(status, headers).end(body)

/** The failure of a request that is answered with `reply`. */
async function failure(
  reply: (response: ServerResponse) => void,
  clock = testClock(),
): Promise<RequestFailure> {
  replies = [reply]
  const error = await request({ url, clock }).catch((thrown: unknown) => thrown)
  if (error instanceof RequestFailure) return error
  throw new Error('it did not fail')
}

test('without a body it is a GET, with one a POST of its type', async () => {
  replies = [answers(200)]
  const clock = testClock()
  await request({ url, clock })
  await request({ url, body: jsonBody({ a: 1 }), headers: { authorization: 'x' }, clock })
  await requestJson({ url, body: formBody({ a: 'b c' }), clock })
  expect(asked).toMatchObject([
    { method: 'GET', body: '' },
    { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json', authorization: 'x' } },
    {
      method: 'POST',
      body: 'a=b+c',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    },
  ])
  expect(asked[0]?.headers).not.toHaveProperty('content-type')
})

test('what passes is asked again, and the log is told who answered what', async () => {
  replies = [answers(503, CANARY), answers(429, CANARY, { 'retry-after': '7' }), answers(200, '{"a":1}')]
  const reasons: string[] = []
  const clock = testClock()
  const telling = {
    ...clock,
    sleep: (milliseconds: number, why: string) => {
      reasons.push(why)
      return clock.sleep(milliseconds, why)
    },
  }
  expect(await requestObject({ url, clock: telling })).toEqual({ a: 1 })
  expect(reasons).toEqual([`${url.host} answers status 503`, `${url.host} answers status 429`])
  expect(clock.sleeps[1]).toBe(7000)
})

test('a failure tells status, wait and place, and nothing of the body', async () => {
  const clock = testClock()
  const error = await failure(
    answers(307, CANARY, { location: 'https://other.example/', 'retry-after': '3' }),
    clock,
  )
  expect(error).toMatchObject({
    message: 'status 307',
    status: 307,
    after: 3000,
    location: 'https://other.example/',
    passes: false,
    refused: false,
  })
  expect(`${JSON.stringify(error)} ${String(error.stack)}`).not.toContain(CANARY)
  expect([asked.length, clock.sleeps]).toEqual([1, []])
})

test.each([
  [400, true],
  [404, true],
  [201, false],
])('a status %d is not asked again', async (status, refused) => {
  expect(await failure(answers(status))).toMatchObject({ status, passes: false, refused })
  expect(asked).toHaveLength(1)
})

test('an answer over the limit is none', async () => {
  const error = await failure(answers(200, 'x'.repeat(256 * 1024 + 1)))
  expect(error).toMatchObject({ status: undefined, message: 'answer too large', passes: false })
})

test('the service reads its own failures, and is given how far the clocks are apart', async () => {
  replies = [answers(403, '{"why":"Disabled"}', { date: 'Sun, 29 Nov 2020 08:10:00 GMT' })]
  const skews: (number | undefined)[] = []
  const error: unknown = await request({
    url,
    clock: testClock(),
    readFailure: (_, skew) => {
      skews.push(skew)
      return { reason: 'Disabled', passes: false }
    },
  }).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ status: 403, reason: 'Disabled', word: 'Disabled', refused: true })
  expect(skews[0]).toBeGreaterThan(86_400)
})

test('an answer without a body is an empty object where that was wished', async () => {
  replies = [answers(204, '')]
  expect(await requestObject({ url, clock: testClock(), wished: [200, 204] })).toEqual({})
})

test('JSON that is no object fails, and what is no JSON has its own code', async () => {
  replies = [answers(200, '[1]')]
  await expect(requestObject({ url, clock: testClock() })).rejects.toMatchObject({ word: 'no object' })
  replies = [answers(200, `<html>${CANARY}`)]
  expect(await codeOf(() => requestJson({ url, clock: testClock() }))).toBe('JSON_INVALID')
  expect(asked).toHaveLength(2)
})
