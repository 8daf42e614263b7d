// How steps end, and what is left of them.
import { existsSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { fixture, job, show } from '../../support/fixture-action.ts'

const POST = 'console.log("post")'

test.each([
  ['always()', 1, 1],
  ['success()', 0, 1],
  ['failure()', 1, 0],
])(
  'ends of a step post-if %s runs %i time after a failure and %i after a success',
  async (postIf, failed, succeeded) => {
    for (const [code, count] of [
      [1, failed],
      [0, succeeded],
    ]) {
      const one = job()
      await one.step({ action: fixture(`process.exit(${code})`, POST, postIf) })
      expect(await one.finish()).toHaveLength(count ?? 0)
    }
  },
)

test('ends of a step a post runs once', async () => {
  const one = job()
  await one.step({ action: fixture('', POST) })
  expect([(await one.finish()).length, (await one.finish()).length]).toEqual([1, 0])
})

test('ends of a step the post of a killed step runs and has what was saved', async () => {
  const one = job()
  const step = await one.step({
    action: fixture(
      "put(process.env.GITHUB_STATE, 'k=1\\n'); console.log('saved'); setInterval(() => {}, 1000)",
      'console.log(process.env.STATE_k)',
    ),
    onOutput: (_, control) => control.kill('SIGKILL'),
  })
  expect([step.exitCode, (await one.finish())[0]?.log]).toEqual([137, '1'])
})

test('ends of a step a cancelled step may end by itself', async () => {
  const one = job()
  const step = await one.step({
    action: fixture(
      "process.on('SIGINT', () => process.exit(0)); console.log('ready'); setInterval(() => {}, 1000)",
    ),
    onOutput: (_, control) => control.cancel(),
  })
  expect([step.conclusion, step.exitCode, one.status]).toEqual(['cancelled', 0, 'cancelled'])
})

test('ends of a step a step that ignores its cancellation is killed in the end', async () => {
  const step = await job({ grace: [20, 20] }).step({
    action: fixture(
      "for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => console.log(signal)); console.log('ready'); setInterval(() => {}, 1000)",
    ),
    onOutput: (_, control) => control.cancel(),
  })
  expect([step.conclusion, step.exitCode, step.log.split('\n')]).toEqual([
    'cancelled',
    137,
    ['ready', 'SIGINT', 'SIGTERM'],
  ])
})

test('ends of a step outputs that a mask touches are named, for a job would drop them', async () => {
  const step = await job().step({
    action: fixture(
      "console.log('::add-mask::canary-1'); put(process.env.GITHUB_OUTPUT, 'a=canary-1\\nb=plain\\n')",
    ),
  })
  expect([step.masks, step.hiddenOutputs, step.outputs]).toEqual([
    ['canary-1'],
    ['a'],
    { a: 'canary-1', b: 'plain' },
  ])
})

test('ends of a step a summary is masked line by line', async () => {
  const step = await job().step({
    action: fixture(
      "console.log('::add-mask::canary-1'); put(process.env.GITHUB_STEP_SUMMARY, 'x canary-1\\ncanary-1')",
    ),
  })
  expect([step.summary, step.rawSummary]).toEqual(['x ***\n***', 'x canary-1\ncanary-1'])
})

test('ends of a step standard input is closed', async () => {
  const step = await job().step({
    action: fixture("process.stdin.on('end', () => console.log('end')).resume()"),
  })
  expect(step.log).toBe('end')
})

test('ends of a step what one stream leaves unfinished is not joined to a line of the other', async () => {
  const step = await job().step({
    action: fixture(
      "process.stdout.write('a', () => process.stderr.write('::warning::b\\n', () => process.stdout.write('c\\n')))",
    ),
  })
  expect([step.annotations.length, step.log.includes('ac')]).toEqual([1, true])
})

test('ends of a step the files of a step exist and are its own', async () => {
  const one = job()
  const [first, second] = [
    await one.step({ action: show('GITHUB_OUTPUT') }),
    await one.step({ action: show('GITHUB_OUTPUT') }),
  ]
  const paths = [first, second].map(({ log }) => JSON.parse(log)[0])
  expect([existsSync(paths[0]), paths[0] === paths[1]]).toEqual([true, false])
})
