// Output of the demo: colours and moving lines for a terminal, plain lines for a pipe.
import { styleText } from 'node:util'

export const say = (text = ''): void => console.log(text)
export const heading = (text: string): void => say(`\n${styleText('bold', text, { stream: process.stdout })}`)

/** A failure that is shown to the user without a stack. */
export class DemoFailure extends Error {}

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'] as const
/** Files of this size or more get a progress line. */
const LARGE_BYTES = 256 * 1024 * 1024
const TICK_MS = 1000

/** Formats `bytes` for people, such as 3.0 GiB. */
export function sizeText(bytes: number): string {
  const power = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10))
  return `${power === 0 ? bytes : (bytes / 1024 ** power).toFixed(1)} ${UNITS[power] ?? ''}`
}

/** Does `work` over `bytes`. Says so if that takes a while, on a terminal with the seconds that have passed. */
export async function withProgress<T>(what: string, bytes: number, work: () => Promise<T>): Promise<T> {
  if (bytes < LARGE_BYTES) return work()
  const line = `   … ${what} (${sizeText(bytes)})`
  if (!process.stdout.isTTY) {
    say(line)
    return work()
  }
  const begin = Date.now()
  const show = (): void =>
    void process.stdout.write(`\r${line} ${Math.round((Date.now() - begin) / 1000)} s `)
  show()
  const timer = setInterval(show, TICK_MS)
  try {
    return await work()
  } finally {
    clearInterval(timer)
    process.stdout.write(`\r${' '.repeat(line.length + 12)}\r`)
  }
}
