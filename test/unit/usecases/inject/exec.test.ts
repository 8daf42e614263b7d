// A real script, run as the action runs it.
import { describe, expect, test } from '@jest/globals'
import { parseShell, runScript } from '@open-claw/ci'
import { watchStepFiles } from '../../../../packages/ci/src/github/step-files.ts'
import { secretsOutputs } from '@open-claw/reports'
import { inject } from '@open-claw/usecases'
import { parseSecretRequests } from '../../../../packages/wiring/src/secret-stores.ts'
import { WITHHELD_VARIABLES } from '../../../../packages/ci/src/github/withheld.ts'

const CANARY = `canary 5d"41'40\\2abc$&`

/** Runs `script` with Node.js, or with the shell that is named. */
async function run(
  script: string,
  environment: Record<string, string> = {},
  shell = `${process.execPath} {0}`,
) {
  const printed = { stdout: '', stderr: '' }
  const injection = await inject(
    {
      requests: parseSecretRequests(['TOKEN = gcp-sm://my-project/token/3'], 'secrets'),
      target: { delivery: 'exec', script, shell: parseShell(shell) },
      allowEvents: [],
    },
    {
      store: { reveal: async () => ({ bytes: Buffer.from(CANARY), version: '3' }) },
      mask: () => undefined,
      admitEvent: () => undefined,
      environment: { PATH: process.env['PATH'], ...environment },
      withheld: WITHHELD_VARIABLES,
      warn: () => undefined,
      run: runScript,
      watchAnswers: watchStepFiles,
      print: (stream, text) => {
        printed[stream] += text
      },
      setOutputs: () => undefined,
      exportVariables: () => undefined,
    },
  )
  return { code: injection.exitCode, outputs: secretsOutputs(injection), ...printed }
}

describe('a command', () => {
  test('gets the secret in its environment, unchanged, and cannot print it', async () => {
    const { code, stdout } = await run(
      `const t = process.env.TOKEN; console.log(t.length, t); console.log(JSON.stringify(t)); console.log(Buffer.from(t).toString('hex'))`,
    )
    expect(code).toBe(0)
    expect(stdout).toBe(`${CANARY.length} ***\n"***"\n***\n`)
  })
  test('cannot print it to the error output, in pieces of one byte', async () => {
    const { stderr } = await run(
      `const fs = require('fs'); for (const b of Buffer.from(process.env.TOKEN)) fs.writeSync(2, Buffer.of(b))`,
    )
    expect(stderr).toBe('***\n')
  })
  test('sees nothing of what is withheld', async () => {
    const { stdout } = await run('console.log(Object.keys(process.env).sort().join())', {
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
      INPUT_SECRETS: 'x',
      GITHUB_STEP_SUMMARY: '/summary',
      KEPT: 'x',
    })
    expect(stdout.trim().split(',')).toEqual(expect.arrayContaining(['KEPT', 'TOKEN']))
    expect(stdout).not.toMatch(/ACTIONS_|INPUT_|GITHUB_/)
  })
  test.each([1, 42])('passes on exit code %i', async (code) => {
    const result = await run(`process.exit(${code})`)
    expect(result.code).toBe(code)
    expect(result.outputs['exit-code']).toBe(String(code))
  })
  test('that a signal ended is never a success', async () => {
    const ended = await run(`process.kill(process.pid, 'SIGTERM')`).then(
      ({ code }) => code,
      () => 'an error',
    )
    expect([143, 'an error']).toContain(ended)
  })
  test('has the secret in a variable of a shell, and in no file', async () => {
    const { code, stdout } = await run(
      'test -n "$TOKEN"; cat "$0"; ls -l "$0" | cut -c1-10; cat "$(dirname "$0")"/*; ls "$(dirname "$0")" | wc -l',
      {},
      'bash',
    )
    expect(code).toBe(0)
    expect(stdout).not.toContain('***')
    expect(stdout).toMatch(/^-rw-------$/m)
    expect(stdout.trim().split('\n').at(-1)?.trim()).toBe('1')
  })
})
