// Which program reads a script. The right values are those of the runner's ScriptHandlerHelpers.
import { describe, expect, test } from '@jest/globals'
import { parseShell } from '@open-claw/ci'
import type { Machine } from '../../../packages/ci/src/script/shell.ts'

const machine = (system: Machine['system'], ...absent: string[]): Machine => ({
  system,
  exists: (path) => !absent.includes(path),
})
const LINUX = machine('posix')
const WINDOWS = machine('win32')
const SCRIPT = '/tmp/a b/script'

test.each([
  [undefined, '/bin/bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', SCRIPT]],
  ['bash', '/bin/bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', SCRIPT]],
  ['sh', '/bin/sh', ['-e', SCRIPT]],
  ['python', '/bin/python3', [SCRIPT]],
  ['pwsh', '/bin/pwsh', ['-command', `. '${SCRIPT}'`]],
  ['bash {0}', '/bin/bash', [SCRIPT]],
  ['bash -eux {0} --flag', '/bin/bash', ['-eux', SCRIPT, '--flag']],
  ['/usr/bin/perl -w {0}', '/usr/bin/perl', ['-w', SCRIPT]],
  [
    '"/opt/my tools/deno" run "--allow-env=A B" {0}',
    '/opt/my tools/deno',
    ['run', '--allow-env=A B', SCRIPT],
  ],
  ['/opt/python3.13/bin/python {0}', '/opt/python3.13/bin/python', [SCRIPT]],
  ['/opt/python3.13/bin/python', '/opt/python3.13/bin/python', [SCRIPT]],
])('on Linux and macOS %j', (text, file, words) => {
  const shell = parseShell(text, LINUX)
  expect([shell.file, shell.argumentsFor(SCRIPT), shell.verbatim]).toEqual([file, words, false])
})

test('on Linux and macOS the first place that exists is taken', () => {
  expect(parseShell('bash', machine('posix', '/bin/bash')).file).toBe('/usr/bin/bash')
})

test('on Linux and macOS a path is one argument whatever is in it, and literal to PowerShell', () => {
  expect(parseShell('pwsh', LINUX).argumentsFor(`/tmp/it's $& here`)).toEqual([
    '-command',
    `. '/tmp/it''s $& here'`,
  ])
})

test.each([
  [
    'no bash where none is named',
    undefined,
    machine(
      'posix',
      ...['/bin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin', '/run/current-system/sw/bin'].map(
        (folder) => `${folder}/bash`,
      ),
    ),
  ],
  ['a program without its path', 'perl {0}', LINUX],
  ['a relative path', './tools/sh {0}', LINUX],
  ['a path upwards', '../sh {0}', LINUX],
  ['a shell of another system', 'cmd', LINUX],
  ['another shell of another system', 'powershell', LINUX],
  ['no place for the script', 'bash -x', LINUX],
  ['an unknown name', 'fish', LINUX],
  ['an absolute path that is absent', '/no/such/sh {0}', machine('posix', '/no/such/sh')],
  ['an open quote', 'bash "-x {0}', LINUX],
  ['a name from the prototype', 'constructor', LINUX],
  ['nothing but spaces', '  ', LINUX],
])('on Linux and macOS is refused: %s', (_, text, on) => {
  expect(() => parseShell(text, on)).toThrow(/Input shell/)
})

describe('on Windows', () => {
  test.each([
    [undefined, String.raw`C:\Program Files\PowerShell\7\pwsh.exe`, ['-command', String.raw`. 'C:\t\s.ps1'`]],
    [
      'powershell',
      String.raw`C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`,
      ['-command', String.raw`. 'C:\t\s.ps1'`],
    ],
    [
      'bash',
      String.raw`C:\Program Files\Git\bin\bash.exe`,
      ['--noprofile', '--norc', '-e', '-o', 'pipefail', String.raw`C:\t\s.ps1`],
    ],
    ['D:\\perl\\perl.exe {0}', 'D:\\perl\\perl.exe', [String.raw`C:\t\s.ps1`]],
  ])('%j', (text, file, words) => {
    const shell = parseShell(text, WINDOWS)
    expect([shell.file, shell.argumentsFor(String.raw`C:\t\s.ps1`)]).toEqual([file, words])
  })
  test('cmd gets its command line as it stands', () => {
    const shell = parseShell('cmd', WINDOWS)
    expect([shell.verbatim, shell.argumentsFor('C:\\t\\s.cmd')]).toEqual([
      true,
      ['/D /E:ON /V:OFF /S /C "CALL "C:\\t\\s.cmd""'],
    ])
  })
  test('Windows PowerShell stands in for PowerShell', () => {
    const without = machine('win32', String.raw`C:\Program Files\PowerShell\7\pwsh.exe`)
    expect(parseShell(undefined, without).file).toMatch(/powershell\.exe$/)
  })
})

describe('what is put around a script', () => {
  test.each([
    ['bash', LINUX, 'a\nb\n'],
    [
      'pwsh',
      LINUX,
      "$ErrorActionPreference = 'stop'\na\nb\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }\n",
    ],
    [
      '/opt/pwsh/pwsh -File {0}',
      LINUX,
      "$ErrorActionPreference = 'stop'\na\nb\nif ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }\n",
    ],
    ['cmd', WINDOWS, '@echo off\r\na\r\nb\r\n'],
    ['bash', WINDOWS, 'a\r\nb\r\n'],
    ['/usr/bin/perl {0}', LINUX, 'a\nb\n'],
  ])('%s', (text, on, written) => {
    expect(parseShell(text, on).fileText('a\nb')).toBe(written)
  })
  test.each([
    ['bash', '.sh'],
    ['sh -x {0}', '.sh'],
    ['python', '.py'],
    ['/usr/local/bin/pwsh {0}', '.ps1'],
    ['/usr/bin/perl {0}', ''],
  ])('%s reads a file that ends in %j', (text, extension) => {
    expect(parseShell(text, LINUX).extension).toBe(extension)
  })
})
