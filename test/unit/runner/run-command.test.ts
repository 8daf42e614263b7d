import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { runCommand } from '@open-claw/runner'

const folder = mkdtempSync(join(tmpdir(), 'environment-'))
let printed = ''
beforeEach(() => {
  printed = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(() => {
  jest.restoreAllMocks()
})

describe('commands', () => {
  const run = async (
    commandLine: string,
    env: Record<string, string> = { PATH: process.env['PATH'] ?? '' },
  ) => {
    let out = ''
    const code = await runCommand({
      commandLine,
      env,
      onStdout: (chunk) => {
        out += String(chunk)
      },
      onStderr: (chunk) => {
        out += String(chunk)
      },
    })
    return { code, out }
  }
  const node = (script: string): string => `"${process.execPath}" -e "${script}"`

  test('its output goes to the callbacks alone, its environment is exact, its stdin is empty', async () => {
    process.env['LEAK'] = 'x'
    const { code, out } = await run(
      node(
        "console.log(process.env.LEAK,process.env.A);console.error('e');process.stdin.on('data',()=>console.log('in')).on('end',()=>console.log('end'))",
      ),
      { A: '1' },
    )
    expect([code, out.split('\n').toSorted()]).toEqual([0, ['', 'e', 'end', 'undefined 1']])
    expect(printed).toBe('')
  })

  test('no shell: metacharacters are letters', async () => {
    const { out } = await run(
      `${node('console.log(process.argv.slice(1).join())')} -- ; touch ${folder}/pwned && $(id) > x`,
    )
    expect(out).toContain('$(id)')
    expect(existsSync(join(folder, 'pwned'))).toBe(false)
  })

  test.each([[0], [3], [255]])('exit code %i', async (code) => {
    expect((await run(node(`process.exit(${code})`))).code).toBe(code)
  })

  test('a signal is 128 and its number; a command that does not exist is an error', async () => {
    expect((await run(node("process.kill(process.pid,'SIGKILL')"))).code).toBe(137)
    await expect(run('no-such-command-anywhere')).rejects.toThrow(/no-such-command-anywhere/)
  })
})
