// What of a secret is still readable in the log, in per cent, for each way of printing it. The table
// of docs/masking.md is checked against these figures, so it cannot promise more than is measured.
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { MAX_MASKS, masksFor } from '../../../packages/secrets/src/masks.ts'
import { redactorsFor } from '@open-claw/secrets'
import { createRunnerMasker } from '../../support/runner-masker.ts'
import { type Leak, LEAKS } from './canaries.ts'

/** The log as the runner shows it, line by line, after `masks` were registered. */
function logged(masks: readonly string[], printed: string): string {
  const masker = createRunnerMasker()
  for (const mask of masks) masker.add(mask)
  return printed
    .split('\n')
    .map((line) => masker.mask(line))
    .join('\n')
}

function redacted(masks: readonly string[], printed: string): string {
  const redactor = redactorsFor(masks)()
  return redactor.write(Buffer.from(printed)) + redactor.end()
}

const length = (text: string): number => text.replace(/\s/g, '').length

/** Characters that are still there, in per cent of what was printed. */
const visible = (shown: string, printed: string): number =>
  Math.round((100 * length(shown.replaceAll('***', ''))) / length(printed))

/** The value alone, as most actions register it; our masks; our masks and the redactor of `exec`. */
function figures({ secret, printed }: Leak): readonly [number, number, number] {
  const { masks } = masksFor(secret)
  const sent = masks.slice(0, MAX_MASKS)
  const shown = [
    logged([secret], printed),
    logged(sent, printed),
    logged(sent, redacted(masks, printed)),
  ] as const
  return [visible(shown[0], printed), visible(shown[1], printed), visible(shown[2], printed)]
}

const row = (leak: Leak): string =>
  `| ${[leak.title, ...figures(leak).map((figure) => `${figure} %`)].join(' | ')} |`

describe('abuse case 88: docs/masking.md', () => {
  let docs = ''
  beforeAll(async () => {
    docs = await readFile(new URL('../../../docs/masking.md', import.meta.url), 'utf8')
  })
  test('states the measured figures and no others', () => {
    const rows = docs.split('\n').filter((line) => / \d+ % \|$/.test(line))
    expect(rows).toEqual(LEAKS.map(row))
  })
})

/** What no list of strings can catch. */
const LOST: ReadonlySet<string> = new Set([
  'reversed',
  'one character per line',
  'first half alone',
  'compressed, in base64',
])
/** Text around the secret shares groups of four characters with it. */
const SHARED: ReadonlySet<string> = new Set(['base64 of `user:S`', 'base64 of `S:x`', 'PEM, `base64 -w0`'])

describe('of a secret that is printed', () => {
  test.each(LEAKS.filter(({ title }) => !LOST.has(title)))('$title, exec shows next to nothing', (leak) => {
    expect(figures(leak)[2]).toBeLessThanOrEqual(SHARED.has(leak.title) ? 35 : 12)
  })
  test.each(LEAKS)('$title, our masks show no more than the value as a mask', (leak) => {
    const [alone, masks, exec] = figures(leak)
    // The header of PEM is no secret, and padding may be left where the redactor came first.
    expect(masks).toBeLessThanOrEqual(alone + 5)
    expect(exec).toBeLessThanOrEqual(masks + 5)
  })
  test('a lone brace is hidden by the value as a mask and not by ours', () => {
    const secret = '{\n  "a": "canary-7f3a9c"\n}'
    expect(logged([secret], '{')).toBe('***')
    expect(logged(masksFor(secret).masks, 'if (true) {\n}')).toBe('if (true) {\n}')
  })
})
