// Payloads as GitHub writes them, and the claims that they must agree with.
import { expect, test } from '@jest/globals'
import type { RunFacts } from '@open-claw/core'
import { admitEvent, checkEvent } from '../../../packages/github/src/events/event.ts'
import { codeOf } from '../../support/errors.ts'
import { describeWithOracles, oracle } from '../../support/oracles.ts'

interface Expected {
  readonly file: string
  readonly event: string
  readonly claims: Readonly<Record<string, { readonly value?: string | null } | undefined>>
}

/** What an event may do without `allow-events`, by the file of its payload; every other one may use keys. */
const REFUSED: Readonly<Record<string, string>> = {
  'push-branch-deleted.json': 'EVENT_MISMATCH',
  'push-tag-deleted.json': 'EVENT_MISMATCH',
  'delete-tag.json': 'EVENT_REFUSED',
  'repository_dispatch.json': 'EVENT_REFUSED',
  'pull_request-fork.json': 'EVENT_REFUSED',
  'pull_request-deleted-fork.json': 'EVENT_REFUSED',
  'pull_request_target-fork.json': 'EVENT_REFUSED',
  'workflow_run-fork.json': 'EVENT_REFUSED',
  'issue_comment-on-pr.json': 'EVENT_REFUSED',
  'deployment_status.json': 'EVENT_REFUSED',
  'check_run-completed.json': 'EVENT_REFUSED',
  'registry_package-docker.json': 'EVENT_REFUSED',
}

/** Where the table has a short ref or leaves the choice: what its rule says. */
const REFS: Readonly<Record<string, string>> = {
  'deployment.json': 'refs/heads/master',
  'deployment-by-sha.json': '',
  'deployment_status.json': 'refs/heads/master',
  'pull_request-merged.json': 'refs/heads/main',
}

/** Payloads that do not tell the ref. */
const UNBOUND_REFS = new Set(['registry_package-docker.json', 'schedule.json'])

/** Claims that the table holds to equal a field of the payload. */
const BOUND = [
  ['sha', 'sha'],
  ['head_ref', 'headRef'],
  ['base_ref', 'baseRef'],
] as const

const { files = [] }: { files?: Expected[] } = oracle('platform/events/EXPECTED.json') ?? {}
const payloadOf = (file: string) => oracle(`platform/events/${file}`)

function factsOf({ file, event, claims }: Expected): RunFacts {
  const value = (name: string): string => claims[name]?.value ?? ''
  return {
    eventName: event,
    repositoryId: value('repository_id'),
    ref: REFS[file] ?? value('ref'),
    sha: value('sha'),
    headRef: value('head_ref'),
    baseRef: value('base_ref'),
  }
}

describeWithOracles('payloads of the platform', () => {
  test('all of them are looked at', () => {
    expect(files).toHaveLength(30)
  })

  test.each(files.map((expected) => [expected.file, expected] as const))('%s', async (file, expected) => {
    const event = { facts: factsOf(expected), payload: payloadOf(file) }
    expect(await codeOf(() => admitEvent(event, []))).toBe(REFUSED[file] ?? 'no error')
  })

  const agreeing = files.filter(({ file }) => REFUSED[file] !== 'EVENT_MISMATCH')
  test.each(agreeing.map((expected) => [expected.file, expected] as const))(
    '%s agrees with its claims, and with no others',
    async (file, expected) => {
      const facts = factsOf(expected)
      const payload = payloadOf(file)
      expect(checkEvent(payload, facts)).toBeUndefined()
      const others = [
        ...(payload.repository === undefined ? [] : ['repositoryId']),
        ...(UNBOUND_REFS.has(file) ? [] : ['ref']),
        ...BOUND.filter(([claim]) => 'equals_payload' in (expected.claims[claim] ?? {})).map(
          ([, fact]) => fact,
        ),
      ]
      const codes = others.map((fact) => codeOf(() => checkEvent(payload, { ...facts, [fact]: 'other' })))
      expect(await Promise.all(codes)).toEqual(others.map(() => 'EVENT_MISMATCH'))
      expect(await codeOf(() => checkEvent({}, facts))).toBe('EVENT_MISMATCH')
    },
  )

  test('a merged pull request that stays on its merge ref agrees too', () => {
    const merged = files.find(({ file }) => file === 'pull_request-merged.json')
    if (merged === undefined) throw new Error('The payload is absent.')
    const facts = { ...factsOf(merged), ref: 'refs/pull/62/merge' }
    expect(checkEvent(payloadOf(merged.file), facts)).toBeUndefined()
  })
})
