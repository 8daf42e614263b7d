// Completion, asked of the shells themselves.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runProgram } from '../../../packages/cli/src/program.ts'
import { SIGNER_OPTIONS } from '../../../packages/cli/src/options.ts'
import { toolHost } from '../../support/host.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder('completion')

async function script(shell: string): Promise<string> {
  let text = ''
  const write = (more: string): void => void (text += more)
  const code = await runProgram(['completion', shell], toolHost(folder), {
    out: write,
    err: write,
    paint: (_, shown) => shown,
  })
  expect(code).toBe(0)
  const path = join(folder, shell)
  writeFileSync(path, text)
  return path
}

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0
const withShell = (shell: string) => (has(shell) ? describe : describe.skip)

/** What bash offers for the last of `words`. */
async function bash(...words: readonly string[]): Promise<string[]> {
  const ask = 'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _clawx; printf "%s\\n" "${COMPREPLY[@]}"'
  const { stdout, stderr } = spawnSync('bash', ['-c', ask, await script('bash'), 'clawx', ...words], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  return stdout.split('\n').filter((line) => line !== '')
}

withShell('bash')('bash offers', () => {
  test.each<[string[], string[]]>([
    [['d'], ['doctor']],
    [['comp'], ['completion']],
    [['--v'], ['--version']],
    [
      ['help', ''],
      ['doctor', 'completion'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish', '--help'],
    ],
    [
      ['doctor', '--aws-r'],
      ['--aws-role', '--aws-region'],
    ],
    [
      ['doctor', '--credentials', ''],
      ['workload-identity', 'ambient'],
    ],
    [['doctor', '--json', '--timestamp-authority', 'p'], ['public']],
    [['doctor', '--vault-address', ''], []],
    [['heal', ''], []],
  ])('%j', async (words, offered) => {
    expect(await bash(...words)).toEqual(offered)
  })
  test('every option of the table', async () => {
    const offered = await bash('doctor', '--')
    expect(offered).toEqual([
      '--json',
      '--no-sign',
      ...SIGNER_OPTIONS.map(({ name }) => `--${name}`),
      '--vault-client-key-file',
      '--help',
    ])
  })
})

withShell('zsh')('zsh', () => {
  test('reads its script', async () => {
    const { status, stderr } = spawnSync('zsh', ['-n', await script('zsh')], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })
})

withShell('fish')('fish', () => {
  test('offers options and their values', async () => {
    const ask = `source ${await script('fish')}; complete -C 'clawx doctor --credentials '; complete -C 'clawx comp'`
    const { stdout } = spawnSync('fish', ['-c', ask], { encoding: 'utf8' })
    expect(stdout).toMatch(/^ambient\t[^]*^workload-identity\t[^]*^completion\t/m)
  })
})
