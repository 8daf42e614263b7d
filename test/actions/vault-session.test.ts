// The token of Vault that a step logs in for: given back by the step, or by its post if the step was killed.
import { afterEach, expect, test } from '@jest/globals'
import { newJob } from '../support/job.ts'
import { PROVIDERS } from '../support/providers.ts'
import { testSandbox, callsTo } from '../support/sandbox.ts'

const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))
const calls = () => callsTo(sandbox, 'vault')
const vault = PROVIDERS.find(({ name }) => name === 'Vault transit')
const inputs = { artifacts: 'a', ...vault?.inputs(sandbox) }
const step = { action: 'actions/sign-artifact', inputs }

test('a token of Vault is revoked by the step that was given it; its post has nothing to do', async () => {
  const { job, put } = newJob(sandbox)
  put('a', 'a')
  const { conclusion, state } = await job.step(step)
  expect([conclusion, state['session-ended']]).toEqual(['success', 'true'])
  const posts = await job.finish()
  expect(posts.map((post) => [post.conclusion, post.annotations])).toEqual([['success', []]])
  expect(await calls()).toEqual({ Login: 1, ReadKey: 1, Sign: 1, RevokeSelf: 1 })
})

test('a token of Vault is revoked after a failure too', async () => {
  const { job, put } = newJob(sandbox)
  put('a', 'a')
  await sandbox.control({ op: 'fault', service: 'vault', method: 'Sign', kind: 'forbidden' })
  const { conclusion, annotations } = await job.step(step)
  expect([conclusion, annotations.map(({ title }) => title)]).toEqual(['failure', ['KEY_FORBIDDEN']])
  expect(await calls()).toEqual({ Login: 1, ReadKey: 1, Sign: 1, RevokeSelf: 1 })
})

test('a token of Vault of a step that was killed is revoked by its post, by an accessor that opens nothing', async () => {
  const { job, put } = newJob(sandbox)
  put('a', 'a')
  await sandbox.control({ op: 'fault', service: 'vault', method: 'Sign', kind: 'hang' })
  const killed = await job.step({
    ...step,
    onStart: (kill) => {
      const poll = setInterval(() => {
        void (async () => {
          if (((await calls())['Sign'] ?? 0) === 0) return
          clearInterval(poll)
          kill('SIGKILL')
        })()
      }, 20)
    },
  })
  expect(killed.conclusion).toBe('failure')
  expect(Object.keys(killed.state)).toEqual(['vault-accessors'])
  for (const mask of killed.masks) expect(killed.state['vault-accessors']).not.toContain(mask)
  await sandbox.control({ op: 'reset' })
  const [post] = await job.finish()
  expect([post?.conclusion, post?.annotations]).toEqual(['success', []])
  // Its own login, the revocation of the other token, and of its own.
  expect(await calls()).toEqual({ Login: 1, RevokeAccessor: 1, RevokeSelf: 1 })
})

test('a token of Vault that cannot be revoked is told of and tried again by post; the signature stands', async () => {
  const { job, put, files } = newJob(sandbox)
  put('a', 'a')
  await sandbox.control({
    op: 'fault',
    service: 'vault',
    method: 'RevokeSelf',
    kind: 'forbidden',
    times: 1,
  })
  const signed = await job.step(step)
  expect(signed.conclusion).toBe('success')
  expect(signed.annotations.map(({ level, title }) => [level, title])).toEqual([
    ['warning', 'CREDENTIALS_REFUSED'],
  ])
  expect(files()).toContain('a.sign.sigstore.json')
  expect(Object.keys(signed.state)).toEqual(['vault-accessors'])
  await sandbox.control({ op: 'fault', service: 'vault', method: 'RevokeAccessor', kind: 'forbidden' })
  const [post] = await job.finish()
  expect([post?.conclusion, post?.annotations.map(({ level, title }) => [level, title])]).toEqual([
    'success',
    [['warning', 'CREDENTIALS_REFUSED']],
  ])
})
