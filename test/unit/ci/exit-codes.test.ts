// The frame of every action, in a process of its own: what ends it, and with which code.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const url = (name: string): string =>
  pathToFileURL(join(import.meta.dirname, `../../../packages/${name}/src/index.ts`)).href
const PRELUDE = `import { runAction, runTool } from '${url('wiring')}'; import { ClawError } from '${url('core')}';`

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

  test('a command line in a folder that is gone ends in 3, and not in the 1 of a denial', () => {
    const folder = JSON.stringify(temporaryFolder('gone'))
    const goneFrom = `import { rmdirSync } from 'node:fs'; process.chdir(${folder}); rmdirSync(${folder});`
    const { status, stderr } = run(`${goneFrom} await runTool(async (host) => host.workspace().length)`)
    expect([status, stderr.split('\n')]).toEqual([3, [expect.stringMatching(/^INTERNAL: Something /), '']])
  })

  test('a foreign error is told by its class and place alone', () => {
    const { stdout } = run("await runAction(async () => { throw new TypeError('canary token') })")
    expect(stdout).toMatch(/^::error title=INTERNAL::INTERNAL: Something unexpected failed \(TypeError/m)
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
    expect(action.stdout).toMatch(/^::error title=INPUT_INVALID::INPUT_INVALID: Variable HTTPS_PROXY: /)
    const tool = run("await runTool(async () => { console.log('ran'); return 0 })", env)
    expect([tool.status, tool.stdout]).toEqual([2, ''])
    expect(tool.stderr).toMatch(/^INPUT_INVALID: Variable HTTPS_PROXY: /)
    expect(action.stdout + tool.stderr).not.toContain('canary')
  })
})

const summary = join(temporaryFolder('summary'), 'summary.md')
const failing = (error: string) => {
  writeFileSync(summary, '')
  const step = run(`await runAction(async () => { throw ${error} })`, {
    ...process.env,
    GITHUB_STEP_SUMMARY: summary,
  })
  return { ...step, summary: readFileSync(summary, 'utf8') }
}
const ADDRESS = 'https://github.com/open-claw/open-claw/blob/main/docs/errors.md#'

test('an error is told where people look the line in the log has the code and ends in its address', () => {
  const { stdout } = failing("new ClawError('KMS_FAILED', 'projects/x: no answer.')")
  expect(stdout).toBe(
    `::error title=KMS_FAILED::KMS_FAILED: projects/x: no answer. Run again later. ${ADDRESS}kms_failed\n`,
  )
})
test('an error is told where people look the summary has what failed, what to do and the address', () => {
  const told = failing("new ClawError('INPUT_MISSING', 'Input key is empty.')").summary
  expect(told).toContain(`[INPUT_MISSING](${ADDRESS}input_missing)`)
  expect(told).toContain('<code>Input key is empty&#46;</code>')
  expect(told).toContain('**What to do:** Set the named input.')
})
test('an error is told where people look a foreign error is in it by class and place alone', () => {
  expect(failing("new TypeError('canary')").summary).toMatch(/INTERNAL[^]*TypeError/)
  expect(failing("new TypeError('canary')").summary).not.toContain('canary')
})
test('an error is told where people look a denial has a summary of its own', () => {
  expect(failing("new ClawError('DENIED', 'x')").summary).toBe('')
})
test('an error is told where people look abuse case 108: nothing in an error is markup, not even in a remedy of its own', () => {
  const evil = '<img src=x> @octocat [a](http://b) | `c` ## d'
  const text = JSON.stringify(evil)
  const told = failing(`new ClawError('INTERNAL', ${text}, { remedy: ${text} })`).summary
  expect(told).not.toMatch(/<img|@octocat|\[a\]|`c`/)
  expect(told.match(/&lt;img src=x&gt; &#64;octocat/g)).toHaveLength(2)
})
test.each([
  ['no file', ''],
  ['a file that is not there', join(tmpdir(), 'absent', 'summary.md')],
])('an error is told where people look %s for the summary hides no error', (_, path) => {
  const { status, stdout } = run("await runAction(async () => { throw new ClawError('DENIED', 'x') })", {
    ...process.env,
    GITHUB_STEP_SUMMARY: path,
  })
  expect([status, stdout]).toEqual([1, expect.stringContaining('DENIED: x')])
})
test('an error is told where people look the command line tells it in one line, whatever is in it', () => {
  const { status, stderr } = run(
    "await runTool(async () => { throw new ClawError('KEY_URI_INVALID', 'a\\n::error::b\\r\\u2028c') })",
  )
  expect(status).toBe(2)
  expect(stderr).toMatch(/^KEY_URI_INVALID: a\\u\{a\}::error::b\\u\{d\}\\u\{2028\}c .*#key_uri_invalid\n$/)
})
