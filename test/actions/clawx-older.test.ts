// What the command line says where Node.js is too old to load it.
import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from '@jest/globals'

const CLAWX = resolve(import.meta.dirname, '../../dist/clawx.mjs')
/** Acts before the first line of ours. */
const OLDER = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.1.0'})"

function onOlder(args: readonly string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done) => {
    const child = execFile(process.execPath, ['--import', OLDER, CLAWX, ...args], (_, out, err) =>
      done({ code: child.exitCode, out, err }),
    )
  })
}

test('the error has the form of every other', async () => {
  const { code, out, err } = await onOlder(['doctor', '--json'])
  const address = expect.stringMatching(/docs\/errors\.md#runner_contract$/)
  const error = { code: 'RUNNER_CONTRACT', message: expect.any(String), remedy: expect.any(String), address }
  expect([code, JSON.parse(out), err]).toEqual([2, { ok: false, error }, ''])
  expect((await onOlder(['doctor'])).err).toMatch(
    /^RUNNER_CONTRACT: .*\. Run it with Node\.js 24 or newer\. https:/,
  )
})
