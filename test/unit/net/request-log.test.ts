// What debug logging tells of requests, by each of the ways in which clients make them.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from '@jest/globals'

const RUNNER = pathToFileURL(join(import.meta.dirname, '../../../packages/wiring/src/host.ts')).href

/** A server and a client in one process: `ask` is given the port and makes the request. */
const programOf = (ask: string, frame = 'runAction'): string => `
  import http from 'node:http'
  import http2 from 'node:http2'
  import { ${frame} } from '${RUNNER}'
  const answer = (_, response) => {
    response.writeHead(418, { 'x-request-id': 'id-7', 'set-cookie': 'canary' })
    response.end('canary')
  }
  const server = http.createServer(answer).listen(0, '127.0.0.1')
  const h2 = http2.createServer(answer).listen(0, '127.0.0.1')
  const ask = async (port, h2port) => { ${ask} }
  await new Promise((done) => server.once('listening', done))
  await new Promise((done) => h2.listening ? done() : h2.once('listening', done))
  await ${frame}(async () => { await ask(server.address().port, h2.address().port); return 0 })
`
const PLAIN = `await new Promise((done) => {
  const request = http.request({ port, host: '127.0.0.1', method: 'POST', path: '/canary?token=canary', headers: { authorization: 'canary' } }, (response) => response.resume().on('end', done))
  request.end('canary')
})`
const FETCH =
  "await (await fetch(`http://127.0.0.1:${port}/canary?x=canary`, { headers: { authorization: 'canary' } })).text()"
const HTTP2 = `await new Promise((done) => {
  const session = http2.connect(\`http://127.0.0.1:\${h2port}\`)
  const stream = session.request({ ':method': 'POST', ':path': '/canary', authorization: 'canary' })
  stream.resume().on('close', () => session.close(done))
  stream.end('canary')
})`
const REFUSED =
  "await new Promise((done) => http.request({ port: 1, host: '127.0.0.1', path: '/canary' }).on('error', done).end())"

function run(program: string, env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...env },
  })
  return { status, stdout, stderr }
}

describe('abuse case 110: with debug logging', () => {
  test.each([
    ['node:http', PLAIN, /^::debug::POST 127\.0\.0\.1: 418, request id id-7, \d+ ms$/m],
    ['fetch', FETCH, /^::debug::GET 127\.0\.0\.1(?::|%3A)\d+: 418, request id id-7, \d+ ms$/m],
    ['gRPC’s transport', HTTP2, /^::debug::POST 127\.0\.0\.1:\d+: 418, request id id-7, \d+ ms$/m],
    [
      'a connection that is refused',
      REFUSED,
      /^::debug::GET 127\.0\.0\.1: failed \(ECONNREFUSED\), \d+ ms$/m,
    ],
  ])('%s: method, host, status, id and time, and no value', (_, ask, line) => {
    const { status, stdout, stderr } = run(programOf(ask), { RUNNER_DEBUG: '1' })
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(line)
    expect(stdout).not.toContain('canary')
  })
  test('the command line tells it on stderr, since stdout is for programs', () => {
    const { stdout, stderr } = run(programOf(PLAIN, 'runTool'), { RUNNER_DEBUG: '1' })
    expect([stdout, stderr]).toEqual(['', expect.stringMatching(/^debug: POST 127\.0\.0\.1: 418/)])
  })
  test('what a server calls an id is shown only where it looks like one', () => {
    const evil = programOf(PLAIN).replace("'id-7'", "'::error::a b'")
    expect(run(evil, { RUNNER_DEBUG: '1' }).stdout).toMatch(/request id \?, /)
  })
})

test.each([{}, { RUNNER_DEBUG: '0' }, { ACTIONS_STEP_DEBUG: 'true' }])('with %j nothing is said', (env) => {
  const { stdout, stderr } = run(programOf(PLAIN), env)
  expect([stdout, stderr]).toEqual(['', ''])
})
