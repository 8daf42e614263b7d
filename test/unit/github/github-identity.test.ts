// Who the job is, as each program asks for it through its host.
import { beforeEach, expect, test } from '@jest/globals'
import { githubIdentity } from '@open-claw/github'
import { codeOf } from '../../support/errors.ts'
import { PUSH } from '../../support/events.ts'
import { rememberingHost } from '../../support/host.ts'
import { testSandbox } from '../../support/sandbox.ts'

const sandbox = await testSandbox()
beforeEach(() => sandbox.control({ op: 'reset' }))
const issuer = new URL(sandbox.oidcIssuer)

const step = () =>
  rememberingHost({
    environment: {
      ACTIONS_ID_TOKEN_REQUEST_URL: sandbox.oidcRequestUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: sandbox.oidcRequestToken,
    },
  })

test('all who ask share one token and one verification of it', async () => {
  const host = step()
  const { identity, claims } = githubIdentity(host)
  const [first, again] = await Promise.all([claims(issuer)(), claims(new URL(issuer.href))()])
  expect(again).toBe(first)
  expect(first.repository).toBe('octo-org/octo-repo')
  expect(identity(issuer)).toBe(identity(new URL(issuer.href)))
  const { calls } = await sandbox.control({ op: 'calls' })
  expect(Object.entries(calls).filter(([name]) => name.startsWith('oidc.'))).toEqual(
    expect.arrayContaining([[expect.stringMatching(/request/i), 1]]),
  )
  expect(host.told.masks).toContain(sandbox.oidcRequestToken)
})

test('an event is let through or refused by the list of GitHub', async () => {
  const of = (eventName: string) =>
    githubIdentity({ ...step(), event: () => ({ ...PUSH, facts: { ...PUSH.facts, eventName } }) })
  expect(of('push').admitEvent([])).toEqual({ name: 'push', widened: false, allowed: [] })
  expect(await codeOf(() => of('issue_comment').admitEvent([]))).toBe('EVENT_REFUSED')
})

test('where no event started it, there is none to refuse', () => {
  expect(githubIdentity({ ...step(), event: () => undefined }).admitEvent([])).toBeUndefined()
})
