// The moments around the start of a command: cancelled too early, ended too early, not started at all.
import { setImmediate } from 'node:timers/promises'
import { describe, expect, jest, test } from '@jest/globals'
import { runCommand } from '@open-claw/runner'

const run = (commandLine: string): Promise<number> =>
  runCommand({
    commandLine,
    env: { PATH: process.env['PATH'] ?? '' },
    onStdout: () => {},
    onStderr: () => {},
  })

describe('a command', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is ended by %s though it had not started when that came',
    async (signal) => {
      const before = process.listenerCount(signal)
      const ending = run(`"${process.execPath}" -e "setInterval(() => {}, 1000)"`)
      while (process.listenerCount(signal) === before) await setImmediate()
      process.emit(signal, signal)
      expect(await ending).toBeGreaterThan(128)
      expect(process.listenerCount(signal)).toBe(before)
    },
  )

  test('that ends before its input is closed is not a crash of ours', async () => {
    const crashes: unknown[] = []
    const note = (error: unknown): void => {
      crashes.push(error)
    }
    process.on('uncaughtException', note)
    const codes = new Set<number>()
    for (let count = 0; count < 150; count += 1) codes.add(await run('true'))
    await setImmediate()
    process.off('uncaughtException', note)
    expect([...codes]).toEqual([0])
    expect(crashes).toEqual([])
  })

  test.each(['no-such-program-anywhere', '/no/such/program', '""', '"', '/tmp'])(
    'that cannot be started is told as such: %s',
    async (commandLine) => {
      await expect(run(commandLine)).rejects.toMatchObject({ code: 'COMMAND_FAILED' })
    },
  )

  test('cannot smuggle a line into the message by its name', async () => {
    await expect(run('"x\n::stop-commands::y"')).rejects.toThrow(/x\\u\{a\}::stop/)
  })

  test.each(['stdout', 'stderr'] as const)(
    'has its unfinished lines on %s kept by nobody else',
    async (stream) => {
      const texts = jest.spyOn(Buffer.prototype, 'toString')
      let size = 0
      const count = (chunk: Buffer): void => {
        size += chunk.length
      }
      const code = await runCommand({
        commandLine: `"${process.execPath}" -e "process.${stream}.write('x'.repeat(1000000))"`,
        env: {},
        onStdout: count,
        onStderr: count,
      })
      const made = texts.mock.results.filter(
        ({ value }) => typeof value === 'string' && value.startsWith('xxxx'),
      )
      texts.mockRestore()
      expect([code, size, made.length]).toEqual([0, 1_000_000, 0])
    },
  )
})
