import { writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { fixture, job, show } from '../../support/fixture-action.ts'

test('the harness inputs: defaults, hyphens kept, spaces as underscores, absent ones empty', async () => {
  const step = await job().step({
    action: fixture(
      "console.log(JSON.stringify([process.env['INPUT_WITH-DEFAULT'], process.env.INPUT_SOME_INPUT, process.env.GITHUB_TOKEN]))",
    ),
  })
  expect(step.log.trim()).toBe('["d","",null]')
})

test('the harness nothing of the host leaks in, and there is no OIDC without permission', async () => {
  process.env['HOST_LEAK'] = 'yes'
  const step = await job().step({
    action: fixture('console.log([process.env.HOST_LEAK, process.env.ACTIONS_ID_TOKEN_REQUEST_URL].join())'),
  })
  expect(step.log.trim()).toBe(',')
})

test('the harness a malformed output fails the step', async () => {
  const step = await job().step({ action: fixture("put(process.env.GITHUB_OUTPUT, 'JUSTTEXT\\n')") })
  expect([step.conclusion, step.exitCode]).toEqual(['failure', 0])
})

test('the harness NODE_OPTIONS is refused, other variables reach the next step', async () => {
  const one = job()
  const first = await one.step({
    action: fixture("put(process.env.GITHUB_ENV, 'NODE_OPTIONS=x\\nA=1\\n')"),
  })
  const second = await one.step({ action: fixture('console.log(process.env.A, process.env.NODE_OPTIONS)') })
  expect(first.annotations.map(({ level, message }) => [level, message.includes('NODE_OPTIONS')])).toEqual([
    ['error', true],
  ])
  expect([first.conclusion, second.log.trim()]).toEqual(['success', '1 undefined'])
})

test('the harness state reaches the post of the same step alone, even if main fails', async () => {
  const one = job()
  const post = 'console.log("post", process.env.STATE_k)'
  await one.step({ action: fixture("put(process.env.GITHUB_STATE, 'k=1\\n'); process.exit(1)", post) })
  await one.step({ action: fixture('', post) })
  expect((await one.finish()).map(({ log }) => log.trim())).toEqual(['post undefined', 'post 1'])
})

test('the harness masks hold from the next line on, in later steps too, and not while commands are stopped', async () => {
  const one = job()
  const step = await one.step({
    action: fixture(
      'console.log("canary-1\\n::add-mask::canary-1\\ncanary-1\\n::stop-commands::t\\n::add-mask::canary-2\\n::t::\\ncanary-2")',
    ),
  })
  expect(step.log.split('\n').filter((line) => line.includes('canary'))).toEqual([
    'canary-1',
    '::add-mask::canary-2',
    'canary-2',
  ])
  expect((await one.step({ action: fixture('console.log("canary-1")') })).log.trim()).toBe('***')
})

test('the harness titles of annotations are not masked, messages are', async () => {
  const step = await job().step({
    action: fixture('console.log("::add-mask::canary-1\\n::error title=canary-1::canary-1%0Ax")'),
  })
  expect(step.annotations).toEqual([{ level: 'error', title: 'canary-1', message: '***\nx' }])
})

test('the harness announced artifacts are hashed and listed to later steps', async () => {
  const one = job()
  const first = await one.step({
    action: fixture("put('out.bin', 'x'); put(process.env.GITHUB_ARTIFACTS, 'out.bin\\n')"),
  })
  const second = await one.step({
    action: fixture(
      "import { readFileSync } from 'node:fs'; console.log(readFileSync(process.env.GITHUB_ARTIFACTS_LIST, 'utf8'))",
    ),
  })
  expect(first.artifacts).toHaveLength(1)
  expect(JSON.parse(second.log)).toMatchObject({
    version: 1,
    subjects: [{ name: 'out.bin', kind: 'file' }],
  })
})

test('the harness a killed step fails', async () => {
  const step = await job().step({
    action: fixture('setInterval(() => {}, 1000)'),
    onStart: (kill) => kill('SIGKILL'),
  })
  expect([step.conclusion, step.exitCode]).toEqual(['failure', 137])
})

test('the harness a summary over 1 MiB is dropped with an error', async () => {
  const step = await job().step({
    action: fixture("put(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1))"),
  })
  expect([step.conclusion, step.summary, step.annotations[0]?.level]).toEqual(['success', '', 'error'])
})

const PRINT_LIST =
  "import { readFileSync } from 'node:fs'; process.stdout.write(readFileSync(process.env.GITHUB_ARTIFACTS_LIST, 'utf8'))"

test('the environment an earlier step replaces neither what the platform says nor a declared input', async () => {
  const one = job({ oidc: { url: 'https://oidc.example/', token: 'request' } })
  const forged = ['GITHUB_SHA', 'RUNNER_TEMP', 'ACTIONS_ID_TOKEN_REQUEST_URL', 'INPUT_WITH-DEFAULT']
  await one.step({
    action: fixture(
      `put(process.env.GITHUB_ENV, ${JSON.stringify(forged)}.map((name) => name + '=forged\\n').join(''))`,
    ),
  })
  expect((await one.step({ action: show(...forged) })).log).not.toContain('forged')
})

test('the environment an earlier step does set OIDC variables of a job without permission, and inputs that are not declared', async () => {
  const one = job()
  await one.step({
    action: fixture(
      "put(process.env.GITHUB_ENV, 'ACTIONS_ID_TOKEN_REQUEST_URL=https://evil.example\\nINPUT_HIDDEN=1\\n')",
    ),
  })
  const step = await one.step({ action: show('ACTIONS_ID_TOKEN_REQUEST_URL', 'INPUT_HIDDEN') })
  expect(JSON.parse(step.log)).toEqual(['https://evil.example', '1'])
})

test('the environment folders of GITHUB_PATH come first, the last one before the others', async () => {
  const one = job()
  await one.step({ action: fixture("put(process.env.GITHUB_PATH, '/first\\n/second\\n')") })
  const step = await one.step({ action: show('PATH') })
  const [path] = JSON.parse(step.log)
  expect(path.split(delimiter).slice(0, 2)).toEqual(['/second', '/first'])
})

test('the environment the variables of a step end with it', async () => {
  const one = job()
  expect((await one.step({ action: show('OWN'), env: { OWN: '1' } })).log).toBe('["1"]')
  expect((await one.step({ action: show('OWN') })).log).toBe('[null]')
})

test('the environment an input that is not declared is passed on with a warning, and a required one is not enforced', async () => {
  const step = await job().step({ action: show('INPUT_TYPO', 'INPUT_SOME_INPUT'), inputs: { typo: '1' } })
  expect(JSON.parse(step.rawLog)).toEqual(['1', ''])
  expect(step.annotations.map(({ level, message }) => [level, message.includes("'typo'")])).toEqual([
    ['warning', true],
  ])
  expect(step.conclusion).toBe('success')
})

test('the environment input names are compared without case', async () => {
  const step = await job().step({ action: show('INPUT_WITH-DEFAULT'), inputs: { 'With-Default': '1' } })
  expect([JSON.parse(step.log), step.annotations]).toEqual([['1'], []])
})

test('the environment an old runner offers no artifacts file', async () => {
  const step = await job({ artifacts: 'absent' }).step({
    action: show('GITHUB_ARTIFACTS', 'GITHUB_ARTIFACTS_LIST'),
  })
  expect([JSON.parse(step.log), step.artifacts]).toEqual([[null, null], []])
})

test('the environment a runner with the feature off takes announcements and ignores them', async () => {
  const one = job({ artifacts: 'disabled' })
  const first = await one.step({ action: fixture("put(process.env.GITHUB_ARTIFACTS, 'a=b\\n')") })
  const second = await one.step({ action: fixture(PRINT_LIST) })
  expect([first.conclusion, first.artifacts, second.log]).toEqual(['success', [], ''])
})

test('the environment the list is there before anything was announced', async () => {
  expect((await job().step({ action: fixture(PRINT_LIST) })).log).toBe('{"version":1,"subjects":[]}')
})

describe('action.yml', () => {
  const withManifest = (yaml: string): string => {
    const folder = fixture('console.log(process.env.INPUT_X)')
    writeFileSync(join(folder, 'action.yml'), yaml)
    return folder
  }
  const RUNS = 'runs:\n  using: node24\n  main: main.mjs\n'

  test.each([
    ['true', 'true'],
    ['1.10', '1.10'],
    ['${{ github.server_url }}/x', 'https://github.com/x'],
    ['${{ github.token }}', '***'],
  ])('a default of %s is %s', async (text, shown) => {
    const step = await job({ token: 'ghs_canary' }).step({
      action: withManifest(`inputs:\n  x:\n    default: ${text}\n${RUNS}`),
    })
    expect(step.log).toBe(shown)
  })

  test.each([
    ['no main', 'runs:\n  using: node24\n'],
    ['a main that does not exist', 'runs:\n  using: node24\n  main: other.mjs\n'],
    ['a runtime that does not exist', 'runs:\n  using: node99\n  main: main.mjs\n'],
    ['a composite action', 'runs:\n  using: composite\n  steps: []\n'],
    ['a post condition that is not known', `${RUNS}  post: main.mjs\n  post-if: "github.ref"\n`],
    ['an expression that is not known', `inputs:\n  x:\n    default: "\${{ secrets.A }}"\n${RUNS}`],
  ])('%s is refused', async (_, yaml) => {
    await expect(job().step({ action: withManifest(yaml) })).rejects.toThrow(/action\.yml/)
  })
})
