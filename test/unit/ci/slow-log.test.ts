// A script that prints faster than its output is taken.
import { setTimeout } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { parseShell, runScript } from '@open-claw/ci'

test('a log that is read slowly holds the script up, rather than filling our memory', async () => {
  const size = 8 * 1024 * 1024
  let taken = 0
  let whileHeld = 0
  const hold = async (chunk: Buffer): Promise<void> => {
    await setTimeout(100)
    whileHeld = taken - chunk.length
  }
  const code = await runScript({
    script: `head -c ${size} /dev/zero`,
    shell: parseShell(undefined),
    env: { PATH: process.env['PATH'] ?? '' },
    onStdout: (chunk) => {
      const first = taken === 0
      taken += chunk.length
      if (!first) return undefined
      return hold(chunk)
    },
    onStderr: () => undefined,
  })
  expect([code, taken, whileHeld]).toEqual([0, size, 0])
})

test('a log that is read slowly loses nothing when the script is over before it is read', async () => {
  let out = ''
  const code = await runScript({
    script: 'echo one; echo two',
    shell: parseShell(undefined),
    env: { PATH: process.env['PATH'] ?? '' },
    drainMs: 1,
    onStdout: (chunk) => {
      out += String(chunk)
      // Many drain times later.
      return setTimeout(200)
    },
    onStderr: () => undefined,
  })
  expect([code, out]).toEqual([0, 'one\ntwo\n'])
})

test('a log that is read slowly that is gone does not hold the script up for ever', async () => {
  const refused = (): Promise<unknown> => Promise.reject(new Error('EPIPE'))
  const code = await runScript({
    script: 'head -c 1000000 /dev/zero; exit 3',
    shell: parseShell(undefined),
    env: { PATH: process.env['PATH'] ?? '' },
    onStdout: refused,
    onStderr: refused,
  })
  expect(code).toBe(3)
})
