// What the command line does with its arguments, before any command has begun.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { runProgram } from '../../../packages/cli/src/program.ts'
import { toolHost } from '../../support/host.ts'

interface Result {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function clawx(args: readonly string[], paint = (_: string, text: string) => text): Promise<Result> {
  const shown = { out: '', err: '' }
  // The frame of the program sets it before anything runs; the parser must not take it for its own.
  process.exitCode = 3
  const code = await runProgram(args, toolHost('.'), {
    out: (text) => void (shown.out += text),
    err: (text) => void (shown.err += text),
    paint,
  })
  process.exitCode = undefined
  return { code, ...shown }
}

describe('what is asked for ends in 0, on stdout', () => {
  test.each([
    [['help']],
    [['--help']],
    [['-h']],
    [['help', 'doctor']],
    [['doctor', '--help']],
    [['help', 'completion']],
  ])('%j', async (args) => {
    const { code, out, err } = await clawx(args)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^Usage: clawx/)
  })
  test.each(['--version', '-V'])('%s is the version of the package', async (flag) => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(await clawx([flag])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })
})

const MISTAKES: readonly (readonly [args: readonly string[], message: string])[] = [
  [[], 'no command is named'],
  [['heal'], "unknown command 'heal'"],
  [['help', 'heal'], "unknown command 'heal'"],
  [['doctor', '--kee', 'x'], "unknown option '--kee' (Did you mean --key?)"],
  [['doctor', '--key'], 'argument missing'],
  [['doctor', 'x'], 'too many arguments'],
  [['completion'], 'missing required argument'],
  [['completion', 'tcsh'], 'Allowed choices are bash, zsh, fish'],
]

describe('a mistake ends in 2', () => {
  test.each(MISTAKES)('%j: one line on stderr', async (args, message) => {
    const { code, out, err } = await clawx(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/^INPUT_INVALID: Arguments: .*Run "clawx help".*#input_invalid\n$/)
    expect(err).toContain(message)
  })
  test.each(MISTAKES.filter(([args]) => !args.includes('--key')))(
    '%j and --json: one document on stdout',
    async (args, message) => {
      const { code, out, err } = await clawx([...args, '--json'])
      expect([code, err]).toEqual([2, ''])
      expect(JSON.parse(out)).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } })
      // Where --json itself is what is not known, that is told first.
      expect(out).toMatch(
        new RegExp(`${message.replaceAll(/[^\w ]/g, '.')}|unknown option '--json'|unknown command`),
      )
    },
  )
  test('after --, --json is no option', async () => {
    const { out, err } = await clawx(['doctor', '--', '--json'])
    expect([out, err.length > 0]).toEqual(['', true])
  })
  test.each(['\n::error::x', '\r##[error]x', '\u001b[31mx', '\u202ex'])(
    'abuse case 107: an argument cannot write a line or a command, %j',
    async (evil) => {
      for (const args of [[evil], ['doctor', `--${evil}`], ['doctor', evil], ['completion', evil]]) {
        const { err } = await clawx(args)
        expect(err.trimEnd()).not.toMatch(/[\n\r\u001b\u202e]|##\[/)
        expect(err.length).toBeGreaterThan(10)
      }
    },
  )
})

test('--json makes a document of help and version too', async () => {
  for (const args of [
    ['help', '--json'],
    ['doctor', '--json', '--help'],
    ['--version', '--json'],
  ]) {
    const { code, out } = await clawx(args)
    expect([code, JSON.parse(out).ok]).toEqual([0, true])
  }
})

test('marks are coloured where there is somebody who sees colours, and nothing else is', async () => {
  // Without a job there is no identity, so that nobody is asked for anything.
  const args = [
    'doctor',
    '--key',
    'hashivault://k',
    '--vault-address',
    'http://127.0.0.1:1',
    '--vault-role',
    'r',
  ]
  const painted = await clawx(args, (style, text) => `<${style} ${text}>`)
  expect(painted.out).toMatch(/^<red FAILED >  identity: /m)
  expect(painted.out).toMatch(/^<dim skipped>  signature: /m)
  expect(painted.out).toMatch(/^<green ok     >  destination: /m)
  const json = await clawx([...args, '--json'], () => 'never')
  expect(json.out).not.toContain('never')
})
