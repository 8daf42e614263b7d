import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parseArtifacts, parseKeyValues } from '../../support/file-commands.ts'
import { describeWithOracles, oracle } from '../../support/oracles.ts'
import { RunnerJob } from '../../support/runner.ts'

const vectors = oracle('runner/runner-vectors.json')

describeWithOracles('the runner’s own vectors', () => {
  test.each<any>(vectors?.file_commands_GITHUB_OUTPUT_ENV_STATE ?? [])(
    'key and value files: $name',
    ({ name, content, expected, error }) => {
      const read = (): unknown => {
        const values = parseKeyValues(content)
        // The refusal of this one name belongs to GITHUB_ENV and is made where the file is collected.
        if (name === 'env_blocklist_node_options') values.delete('NODE_OPTIONS')
        return Object.fromEntries(values)
      }
      const outcome = expected === null ? read : read()
      if (expected === null) expect(outcome).toThrow(error)
      else expect(outcome).toEqual(expected)
    },
  )

  test.each<any>(vectors?.GITHUB_ARTIFACTS ?? [])('artifacts file: $name', ({ lines, expected, error }) => {
    const read = () =>
      Object.fromEntries(
        [...parseArtifacts(lines.join('\n'), '/nowhere')].map(([name, { digest, kind }]) => [
          name,
          [digest, kind],
        ]),
      )
    if (expected === null)
      expect(read).toThrow(
        /conflicting/i.test(error)
          ? /Conflicting digest/
          : new RegExp(/line \d+|unsupported URI scheme/.exec(error)?.[0] ?? error),
      )
    else expect(read()).toEqual(expected)
  })
})

/** An action of one file, in a folder of its own. */
function fixture(main: string, post?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'action-'))
  const runs = `runs:\n  using: node24\n  main: main.mjs\n${post === undefined ? '' : '  post: post.mjs\n'}`
  writeFileSync(
    join(folder, 'action.yml'),
    `name: x\ninputs:\n  with-default:\n    default: d\n  some input:\n    required: true\n${runs}`,
  )
  writeFileSync(join(folder, 'main.mjs'), `import { appendFileSync as put } from 'node:fs'\n${main}`)
  if (post !== undefined) writeFileSync(join(folder, 'post.mjs'), post)
  return folder
}
const job = (): RunnerJob => new RunnerJob({ workspace: mkdtempSync(join(tmpdir(), 'workspace-')) })

describe('the harness', () => {
  test('inputs: defaults, hyphens kept, spaces as underscores, absent ones empty', async () => {
    const step = await job().step({
      action: fixture(
        "console.log(JSON.stringify([process.env['INPUT_WITH-DEFAULT'], process.env.INPUT_SOME_INPUT, process.env.GITHUB_TOKEN]))",
      ),
    })
    expect(step.log.trim()).toBe('["d","",null]')
  })

  test('nothing of the host leaks in, and there is no OIDC without permission', async () => {
    process.env['HOST_LEAK'] = 'yes'
    const step = await job().step({
      action: fixture(
        'console.log([process.env.HOST_LEAK, process.env.ACTIONS_ID_TOKEN_REQUEST_URL].join())',
      ),
    })
    expect(step.log.trim()).toBe(',')
  })

  test('a malformed output fails the step', async () => {
    const step = await job().step({ action: fixture("put(process.env.GITHUB_OUTPUT, 'JUSTTEXT\\n')") })
    expect([step.conclusion, step.exitCode]).toEqual(['failure', 0])
  })

  test('NODE_OPTIONS is refused, other variables reach the next step', async () => {
    const one = job()
    const first = await one.step({
      action: fixture("put(process.env.GITHUB_ENV, 'NODE_OPTIONS=x\\nA=1\\n')"),
    })
    const second = await one.step({ action: fixture('console.log(process.env.A, process.env.NODE_OPTIONS)') })
    expect([first.conclusion, second.log.trim()]).toEqual(['failure', '1 undefined'])
  })

  test('state reaches the post of the same step alone, even if main fails', async () => {
    const one = job()
    const post = 'console.log("post", process.env.STATE_k)'
    await one.step({ action: fixture("put(process.env.GITHUB_STATE, 'k=1\\n'); process.exit(1)", post) })
    await one.step({ action: fixture('', post) })
    expect((await one.finish()).map(({ log }) => log.trim())).toEqual(['post undefined', 'post 1'])
  })

  test('masks hold from the next line on, in later steps too, and not while commands are stopped', async () => {
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

  test('titles of annotations are not masked, messages are', async () => {
    const step = await job().step({
      action: fixture('console.log("::add-mask::canary-1\\n::error title=canary-1::canary-1%0Ax")'),
    })
    expect(step.annotations).toEqual([{ level: 'error', title: 'canary-1', message: '***\nx' }])
  })

  test('announced artifacts are hashed and listed to later steps', async () => {
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

  test('a killed step fails', async () => {
    const step = await job().step({
      action: fixture('setInterval(() => {}, 1000)'),
      onStart: (kill) => kill('SIGKILL'),
    })
    expect([step.conclusion, step.exitCode]).toEqual(['failure', 137])
  })

  test('a summary over 1 MiB fails the step', async () => {
    const step = await job().step({
      action: fixture("put(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1))"),
    })
    expect(step.conclusion).toBe('failure')
  })
})
