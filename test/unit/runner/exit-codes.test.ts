// The frame of every action, in a process of its own: what ends it, and with which code.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from '@jest/globals'

const url = (name: string): string =>
  pathToFileURL(join(import.meta.dirname, `../../../packages/${name}/src/index.ts`)).href
const PRELUDE = `import { runAction, runTool } from '${url('runner')}'; import { ClawError } from '${url('core')}';`

function run(body: string, env = process.env) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', PRELUDE + body],
    { encoding: 'utf8', env },
  )
  return { status, stdout, stderr }
}

describe('abuse case 102: no error ends in success', () => {
  test.each([
    ['nothing', 'await runAction(async () => {})', 0],
    ['a code', 'await runAction(async () => 7)', 7],
    ['an open timer', 'await runAction(async () => { setInterval(() => {}, 1000) })', 0],
    ['null', 'await runAction(async () => null)', 1],
    ['no number', 'await runAction(async () => NaN)', 1],
    ['a typed error', "await runAction(async () => { throw new ClawError('DENIED', 'x') })", 1],
    ['an error of ours before any await', "await runAction(() => { throw new ClawError('DENIED', 'x') })", 1],
    ['a foreign error', "await runAction(async () => { throw new TypeError('canary') })", 1],
    ['a thrown string', "await runAction(async () => { throw 'canary' })", 1],
    ['nothing thrown', 'await runAction(async () => { throw undefined })', 1],
    [
      'a rejection nobody handles',
      "await runAction(async () => { Promise.reject(new Error('canary')); await new Promise((r) => setTimeout(r, 500)) })",
      1,
    ],
    [
      'an exception in a timer',
      "await runAction(async () => { setTimeout(() => { throw new Error('canary') }, 1); await new Promise((r) => setTimeout(r, 500)) })",
      1,
    ],
    ['an end of the event loop before its answer', 'await runAction(() => new Promise(() => {}))', 1],
  ])('%s', (_, body, code) => {
    const { status, stdout } = run(body)
    expect(status).toBe(code)
    expect(stdout).not.toContain('canary')
  })

  test('a foreign error is told by its class and place alone', () => {
    const { stdout } = run("await runAction(async () => { throw new TypeError('canary token') })")
    expect(stdout).toMatch(/^::error title=INTERNAL::Something unexpected failed \(TypeError/m)
  })
})

describe('a proxy variable that names no proxy', () => {
  const VALUES = [
    'proxy.example:3128',
    'user:canary@proxy.example:3128',
    'http://user:canary@proxy.example:99999',
    'http://user:canary%zz@proxy.example:3128',
    'socks5://user:canary@proxy.example:1080',
    'http://[',
  ]
  test.each(VALUES)('%s is refused before anything runs, and not shown', (value) => {
    const env = { HTTPS_PROXY: value }
    const action = run("await runAction(async () => { console.log('ran') })", env)
    expect([action.status, action.stderr]).toEqual([1, ''])
    expect(action.stdout).toMatch(/^::error title=INPUT_INVALID::Variable HTTPS_PROXY: /)
    const tool = run("await runTool(async () => { console.log('ran'); return 0 })", env)
    expect([tool.status, tool.stdout]).toEqual([2, ''])
    expect(tool.stderr).toMatch(/^INPUT_INVALID: Variable HTTPS_PROXY: /)
    expect(action.stdout + tool.stderr).not.toContain('canary')
  })
})
