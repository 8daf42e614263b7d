// What a person is told of a service that failed: enough to act on, and nothing that it said.
import { expect, test } from '@jest/globals'
import { timestamp } from '@open-claw/sigstore'
import { testClock } from '../../support/clock.ts'
import { refusal } from '../../support/errors.ts'
import { closedOrigin } from '../../support/loopback.ts'
import { scripted, type Reply } from './witness-setup.ts'

const server = await scripted()

const SECRET = 'eyJhbGciOiJub25lIn0.secret'
const failing = (url: URL) => refusal(() => timestamp(url, Buffer.from('s'), { clock: testClock() }))

test.each<[string, Reply, RegExp]>([
  [
    'a redirect',
    (response) => response.writeHead(302, { location: `https://other.example/${SECRET}` }).end(SECRET),
    /failed \(status 302: a redirect, which is not followed\)/,
  ],
  [
    'an answer without end',
    (response) => response.writeHead(200).end(Buffer.alloc(1024 * 1024 + 1)),
    /failed \(no usable answer: answer too large\)/,
  ],
  ['a refusal', (response) => response.writeHead(403).end(SECRET), /failed \(status 403\)/],
  ['a connection that breaks', (response) => response.destroy(), /failed \(no usable answer: [A-Z_]+\)/],
])('%s', async (_, reply, text) => {
  server.script.reply = reply
  const { code, message } = await failing(server.url)
  expect([code, message]).toEqual(['TIMESTAMP_FAILED', expect.stringMatching(text)])
  expect(message).not.toMatch(/secret|other\.example/)
})
test('nobody there', async () => {
  const gone = new URL(await closedOrigin())
  expect((await failing(gone)).message).toContain('no usable answer: ECONNREFUSED')
})
