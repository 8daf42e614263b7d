// Scripts in real shells. What they should do is what a workflow's own `run` does with them.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { ClawError } from '@open-claw/core'
import { parseShell, runScript } from '@open-claw/ci'
import { caseBytes, describeWithCases } from '../../support/cases.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let folder = ''
let printed = ''
beforeEach(() => {
  folder = temporaryFolder('run-script')
  process.env['RUNNER_TEMP'] = folder
  printed = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(() => {
  delete process.env['RUNNER_TEMP']
  jest.restoreAllMocks()
})

const SHOW = 'process.stdout.write(JSON.stringify(process.argv.slice(2)))'

/** A folder with `node` and what the scripts call, and its path in front. */
function tools(): Record<string, string> {
  writeFileSync(join(folder, 'show.js'), SHOW)
  writeFileSync(join(folder, 'deploy.sh'), '#!/bin/sh\necho "deployed to $1"\n', { mode: 0o755 })
  writeFileSync(join(folder, 'node'), `#!/bin/sh\nexec "${process.execPath}" "$@"\n`, { mode: 0o755 })
  return { PATH: `${folder}:${process.env['PATH'] ?? ''}`, DEPLOY_TOKEN: 'x' }
}

async function run(
  script: string,
  options: { shell?: string; env?: Record<string, string>; drainMs?: number } = {},
) {
  let out = ''
  const note = (chunk: Buffer): undefined => {
    out += String(chunk)
  }
  const code = await runScript({
    script,
    shell: parseShell(options.shell),
    env: options.env ?? { PATH: process.env['PATH'] ?? '' },
    onStdout: note,
    onStderr: note,
    ...(options.drainMs === undefined ? {} : { drainMs: options.drainMs }),
  })
  return { code, out }
}

/** In the folder of the tools. */
const runHere = (script: string) => run(`cd "${folder}"\n${script}`, { env: tools() })

/** A step that is not green, or one that did what stands there. */
const EXPECTED: readonly (readonly [script: string, code: number, out: string])[] = [
  [
    'echo starting the deployment\n./deploy.sh production',
    0,
    'starting the deployment\ndeployed to production\n',
  ],
  ['mkdir -p build\n./deploy.sh production', 0, 'deployed to production\n'],
  ['node show.js one\nnode show.js two', 0, '["one"]["two"]'],
  ['node show.js \\\n  --tag v1 \\\n  --wait', 0, '["--tag","v1","--wait"]'],
  [`node show.js --message 'first release' --dry-run`, 0, '["--message","first release","--dry-run"]'],
  [`bash -c 'test -n "$DEPLOY_TOKEN" && echo deployed'`, 0, 'deployed\n'],
  ['node show.js --opt "" last', 0, '["--opt","","last"]'],
  ['node show.js a\tb', 0, '["a","b"]'],
  ['node show.js a && false', 1, '["a"]'],
  ['echo hello > out.txt', 0, ''],
  ['echo hello; exit 3', 3, 'hello\n'],
  // Of the same kind, and not from there.
  ['false\necho not reached', 1, ''],
  ['false | cat\necho not reached', 1, ''],
  ['cat <<END\nhere\nEND', 0, 'here\n'],
  ['for i in 1 2; do echo $i; done', 0, '1\n2\n'],
  ['echo "a  b" c\\ d', 0, 'a  b c d\n'],
  ['# a comment\necho done # and another', 0, 'done\n'],
  ['exit 255', 255, ''],
  ['no-such-program-anywhere 2>/dev/null', 127, ''],
  ['echo out >&2', 0, 'out\n'],
  ['test -t 0 || read line || echo no input', 0, 'no input\n'],
]

describe('a script', () => {
  test.each(EXPECTED)('%j', async (script, code, out) => {
    const result = await runHere(script)
    expect(result.code).toBe(code)
    expect(result.out).toBe(out)
    expect(printed).toBe('')
  })
  test('writes the file that it redirects to', async () => {
    await runHere('echo hello > out.txt')
    expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe('hello\n')
  })
  test('with an open quote is no success', async () => {
    expect((await runHere('node show.js "a b')).code).not.toBe(0)
  })
})

describeWithCases('scripts from real use', () => {
  const lines = (caseBytes('20-run/run-lines.txt')?.toString('utf8') ?? '').split('\n')
  const scripts = lines.flatMap((line) => {
    const [, text] = /^("(?:[^"\\]|\\.)*")\s+=>/.exec(line) ?? []
    return text === undefined ? [] : [String(JSON.parse(text))]
  })
  test('are all tried', () => {
    expect(scripts.filter((script) => script !== 'node show.js "a b').length).toBeGreaterThan(10)
    const tried = new Set(EXPECTED.map(([script]) => script))
    expect(scripts.filter((script) => !tried.has(script))).toEqual(['node show.js "a b'])
  })
})

describe('shells', () => {
  test('python', async () => {
    const script = "import os\nfor word in ['a', 'b']:\n    print(word, os.environ['A'])"
    expect(await run(script, { shell: 'python', env: { A: '1' } })).toEqual({ code: 0, out: 'a 1\nb 1\n' })
    expect((await run('raise SystemExit(4)', { shell: 'python' })).code).toBe(4)
  })
  test('sh stops at an error', async () => {
    expect(await run('echo a\nfalse\necho b', { shell: 'sh' })).toEqual({ code: 1, out: 'a\n' })
  })
  test('a template', async () => {
    const shell = `${process.execPath} --no-warnings {0}`
    expect(await run('console.log(1)', { shell })).toEqual({ code: 0, out: '1\n' })
    expect((await run('echo a', { shell: 'bash -x {0}' })).out).toContain('+ echo a')
  })
  // Case 104.
  test('are not taken from PATH', async () => {
    writeFileSync(join(folder, 'bash'), '#!/bin/sh\necho hijacked\n', { mode: 0o755 })
    expect((await run('echo right', { env: { PATH: folder } })).out).toBe('right\n')
  })
  test('that cannot be started are told as such', async () => {
    const file = join(folder, 'not-executable')
    writeFileSync(file, 'x', { mode: 0o600 })
    await expect(run('x', { shell: `${file} {0}` })).rejects.toMatchObject({ code: 'COMMAND_FAILED' })
    expect(readdirSync(folder)).toEqual(['not-executable'])
  })
})

describe('a script that cannot be started is told as such', () => {
  const reason = async (env: Record<string, string>): Promise<string> =>
    run('true', { env }).then(
      () => 'started',
      (error: unknown) =>
        error instanceof ClawError ? `${error.code} ${error.message} ${error.remedy}` : String(error),
    )
  // Linux: ARG_MAX is a quarter of the stack, 2 MiB; one variable may have 128 KiB.
  test('where the secrets are more than an environment can hold', async () => {
    const env = Object.fromEntries(Array.from({ length: 64 }, (_, n) => [`S${n}`, 'x'.repeat(64 * 1024)]))
    const told = await reason(env)
    expect(told).toContain('COMMAND_FAILED')
    expect(told).toContain('E2BIG')
    expect(told).toContain('fewer or shorter secrets')
    expect(told).not.toContain('xxx')
  })
  test('where one is longer than a variable may be', async () => {
    expect(await reason({ S: 'x'.repeat(256 * 1024) })).toMatch(/^COMMAND_FAILED .*E2BIG/)
  })
  test('where the folder of the runner is gone', async () => {
    process.env['RUNNER_TEMP'] = join(folder, 'gone')
    expect(await reason({})).toMatch(/^RUNNER_CONTRACT .*RUNNER_TEMP \(ENOENT\)/)
  })
})

describe('the file of a script', () => {
  test('is private, holds the script alone, and is gone afterwards', async () => {
    const { out } = await run('stat -c "%a %n" "$0" "$(dirname "$0")"; cat "$0"', {
      env: { PATH: process.env['PATH'] ?? '', TOKEN: 'canary-in-the-environment' },
    })
    expect(out).toMatch(/^600 .*script\.sh\n700 /)
    expect(out).not.toContain('canary')
    expect(readdirSync(folder)).toEqual([])
  })
  test('is gone as well where a signal ended the shell', async () => {
    expect((await run('kill -KILL $$')).code).toBe(137)
    expect(readdirSync(folder)).toEqual([])
  })
  test('the environment is exact and the input empty', async () => {
    process.env['LEAK'] = 'x'
    const { out } = await run('echo "${LEAK-none} $A"; cat', { env: { A: '1', PATH: '/usr/bin:/bin' } })
    delete process.env['LEAK']
    expect(out).toBe('none 1\n')
  })
})

const exists = (pid: number): boolean => {
  // A zombie whose parent is gone may wait for its reaper.
  const state = /^\d+ \(.*\) (\w)/s.exec(
    existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '',
  )?.[1]
  return state !== undefined && state !== 'Z'
}

async function appears(path: string): Promise<string> {
  while (!existsSync(path) || readFileSync(path, 'utf8') === '') await wait(5)
  return readFileSync(path, 'utf8').trim()
}

async function ends(pid: number): Promise<void> {
  while (exists(pid)) await wait(5)
}

describe('a signal to the step', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s reaches what the shell waits for',
    async (signal) => {
      const before = process.listenerCount(signal)
      const ready = join(folder, 'ready')
      const ending = run(
        `"${process.execPath}" -e "require('fs').writeFileSync('${ready}', String(process.pid)); setInterval(() => {}, 1000)"\necho not reached`,
      )
      const pid = Number(await appears(ready))
      process.emit(signal, signal)
      const { code, out } = await ending
      expect([code > 128, out]).toEqual([true, ''])
      await ends(pid)
      expect(process.listenerCount(signal)).toBe(before)
    },
  )
  test('a script that handles it decides how the step ends', async () => {
    const ready = join(folder, 'ready')
    const ending = run(
      `trap 'echo cleaned up; exit 9' TERM\necho x > ${ready}\nwhile true; do sleep 0.05; done`,
    )
    await appears(ready)
    process.emit('SIGTERM', 'SIGTERM')
    const { code, out } = await ending
    expect([code, out.includes('cleaned up\n')]).toEqual([9, true])
  })
})

describe('what a script leaves running', () => {
  test('is ended: secrets do not outlive the step', async () => {
    const { out } = await run('sleep 1000 >/dev/null 2>&1 & echo $!')
    await ends(Number(out))
    expect(exists(Number(out))).toBe(false)
  })
  test('and keeps its output open, does not hold the step for ever', async () => {
    const { code, out } = await run('sleep 1000 & echo $!', { drainMs: 20 })
    expect(code).toBe(0)
    await ends(Number(out))
  })
  test('but may finish what it has to print', async () => {
    expect(await run('exec > >(sleep 0.2; cat)\necho through a pipe')).toEqual({
      code: 0,
      out: 'through a pipe\n',
    })
  })
})

test('what a program prints is kept by nobody else', async () => {
  const texts = jest.spyOn(Buffer.prototype, 'toString')
  let size = 0
  const count = (chunk: Buffer): undefined => {
    size += chunk.length
  }
  const code = await runScript({
    script: "process.stdout.write('x'.repeat(1000000))",
    shell: parseShell(`${process.execPath} {0}`),
    env: {},
    onStdout: count,
    onStderr: count,
  })
  const made = texts.mock.results.filter(({ value }) => typeof value === 'string' && value.startsWith('xxxx'))
  texts.mockRestore()
  expect([code, size, made.length]).toEqual([0, 1_000_000, 0])
})

test('the runner of this machine would do the same', () => {
  // The reference: bash itself, called as the runner calls it.
  for (const [script, code] of EXPECTED.filter(([text]) => !/show|deploy|build/.test(text))) {
    const file = join(folder, 'reference.sh')
    writeFileSync(file, `cd "${folder}"\n${script}\n`)
    let status = 0
    try {
      execFileSync('/bin/bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', file], { stdio: 'ignore' })
    } catch (error) {
      status = Object(error).status
    }
    expect([script, status]).toEqual([script, code])
  }
})
