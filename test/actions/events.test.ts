// Events of strangers, and the events of releases, as the runner gives them to what is committed in dist/.
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { PUSH_FACTS, PUSH_PAYLOAD } from '../support/events.ts'
import { PROVIDERS } from '../support/providers.ts'
import { cloudInputs, KEY, keyInputs, newJob, type TestJob } from '../support/job.ts'
import { testSandbox, putSecret } from '../support/sandbox.ts'

const sandbox = await testSandbox()
beforeEach(async () => {
  await sandbox.control({ op: 'reset' })
  await putSecret(sandbox, 'db', 'canary-5d41402abc')
})

const { repository } = PUSH_PAYLOAD
const PULL = {
  number: 5,
  repository,
  pull_request: { number: 5, head: { ref: 'change', repo: { id: 999 } }, base: { ref: 'main' } },
}
const PULL_VARIABLES = { GITHUB_HEAD_REF: 'change', GITHUB_BASE_REF: 'main' }

/** Name, payload and variables of an event of a stranger. */
const STRANGERS: [string, unknown, Record<string, string>][] = [
  ['pull_request', PULL, { ...PULL_VARIABLES, GITHUB_REF: 'refs/pull/5/merge' }],
  ['pull_request_target', PULL, PULL_VARIABLES],
  ['issue_comment', { repository, comment: { body: '/release' } }, {}],
  ['issues', { repository, issue: {} }, {}],
  ['discussion_comment', { repository }, {}],
  ['check_run', { repository, check_run: { head_sha: 'b'.repeat(40) } }, {}],
  ['workflow_run', { repository, workflow_run: { event: 'push', head_repository: { id: 999 } } }, {}],
]

const KEYLESS = PROVIDERS.find(({ name }) => name === 'keyless')?.inputs(sandbox) ?? {}
const SIGNING = ['.', 'actions/sign-artifact', 'actions/attach-provenance']
const inputsOf = (action: string): Record<string, string> =>
  action === 'actions/inject-secret'
    ? {
        ...cloudInputs(sandbox),
        'secret-endpoint': sandbox.secretEndpoint,
        secrets: 'DB = gcp-sm://demo/db/1',
        run: 'node --version',
      }
    : { ...keyInputs(sandbox), key: KEY, artifacts: 'a' }

function jobOn(name: string, event: unknown, variables: Record<string, string> = {}): TestJob {
  const job = newJob(sandbox, { event, env: { GITHUB_EVENT_NAME: name, ...variables } })
  job.put('a', 'a')
  return job
}

// Cases 30 and 93.
describe.each([...SIGNING, 'actions/inject-secret'])('%s', (action) => {
  test.each(STRANGERS)('asks for nothing on %s of a stranger', async (name, event, variables) => {
    const job = jobOn(name, event, variables)
    const before = job.files()
    const step = await job.job.step({ action, inputs: inputsOf(action) })
    expect(step.annotations.map(({ title }) => title)).toEqual(['EVENT_REFUSED'])
    expect([step.exitCode, step.outputs, job.files()]).toEqual([1, {}, before])
    const { calls } = await sandbox.control({ op: 'calls' })
    expect(Object.values(calls).filter((count) => count > 0)).toEqual([])
  })

  test('abuse case 32: an event file without anything is a mismatch', async () => {
    const step = await jobOn('push', {}).job.step({ action, inputs: inputsOf(action) })
    expect(step.annotations.map(({ title }) => title)).toEqual(['EVENT_MISMATCH'])
  })
})

test('a key is used on an event that allow-events names, and the summary says so', async () => {
  const [name, event, variables] = ['issue_comment', { repository, comment: {} }, {}] as const
  const job = jobOn(name, event, variables)
  await sandbox.control({ op: 'claims', claims: { event_name: name } })
  const step = await job.job.step({ action: '.', inputs: { ...inputsOf('.'), 'allow-events': name } })
  expect([step.conclusion, step.annotations]).toEqual(['success', []])
  expect(step.rawSummary).toMatch(/allow.*events.*by that input alone/s)
})

test('abuse case 32: a token of another event than the environment names is a mismatch', async () => {
  await sandbox.control({ op: 'claims', claims: { event_name: 'release' } })
  const step = await jobOn('push', PUSH_PAYLOAD).job.step({ action: '.', inputs: inputsOf('.') })
  expect(step.annotations.map(({ title }) => title)).toEqual(['EVENT_MISMATCH'])
})

test('the bytes of a predicate file are in the signed payload', async () => {
  const job = jobOn('push', PUSH_PAYLOAD)
  const text = '{"10": 9007199254740993, "2": 1.0, "z": -0}'
  job.put('p.json', `\ufeff${text}\r\n`)
  const step = await job.job.step({
    action: 'actions/attach-provenance',
    inputs: {
      ...inputsOf('actions/attach-provenance'),
      'predicate-type': 'urn:example:report',
      'predicate-path': 'p.json',
    },
  })
  expect([step.conclusion, step.annotations]).toEqual(['success', []])
  const bundle = JSON.parse(readFileSync(join(job.workspace, 'a.report.sigstore.json'), 'utf8'))
  const payload = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString()
  expect(payload.endsWith(`"predicateType":"urn:example:report","predicate":${text}}`)).toBe(true)
})

// A certificate has the names in two forms: escaped in its subject, as they are in its extensions.
test('a keyless signature of a workflow with a space, an umlaut and an @ in its name', async () => {
  const ref = 'refs/tags/pkg@1-größe'
  const workflow = `octo-org/octo-repo/.github/workflows/Bau & Prüfung@neu.yml@${ref}`
  await sandbox.control({
    op: 'claims',
    claims: { ref, workflow_ref: workflow, job_workflow_ref: workflow, environment: 'Produktion EU 🚀' },
  })
  const job = jobOn('push', { ...PUSH_PAYLOAD, ref }, { GITHUB_REF: ref })
  const step = await job.job.step({ action: '.', inputs: { artifacts: 'a', ...KEYLESS } })
  expect([step.conclusion, step.annotations]).toEqual(['success', []])
  const san = new X509Certificate(step.outputs['certificate'] ?? '').subjectAltName
  expect(san).toContain('Bau%20&%20Pr%C3%BCfung@neu.yml@refs/tags/pkg@1-gr%C3%B6%C3%9Fe')
  const bundle = JSON.parse(readFileSync(join(job.workspace, 'a.provenance.sigstore.json'), 'utf8'))
  const { predicate } = JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString())
  expect(predicate.buildDefinition.externalParameters.workflow).toMatchObject({
    path: '.github/workflows/Bau & Prüfung@neu.yml',
    ref,
  })
  expect(predicate.runDetails.builder.id).toMatch(/\/Bau & Prüfung@neu\.yml@refs\/tags\/pkg@1-größe$/)
})

const TAG = 'refs/tags/v1.2.3'
test.each([
  ['annotated', { after: '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c' }],
  ['lightweight', {}],
])('the push of an %s tag gets provenance of its commit', async (_, more) => {
  const workflow = `octo-org/octo-repo/.github/workflows/release.yml@${TAG}`
  await sandbox.control({
    op: 'claims',
    claims: { ref: TAG, ref_type: 'tag', workflow_ref: workflow, job_workflow_ref: workflow },
  })
  const job = jobOn('push', { ...PUSH_PAYLOAD, ref: TAG, ...more }, { GITHUB_REF: TAG, ImageOS: 'ubuntu24' })
  const step = await job.job.step({ action: '.', inputs: inputsOf('.') })
  expect([step.conclusion, step.annotations]).toEqual(['success', []])
  const bundle = JSON.parse(readFileSync(join(job.workspace, 'a.provenance.sigstore.json'), 'utf8'))
  const statement = JSON.parse(Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString())
  expect(statement.predicate.buildDefinition.resolvedDependencies[0]).toEqual({
    uri: expect.stringMatching(/^git\+.*\/octo-org\/octo-repo@refs\/tags\/v1\.2\.3$/),
    digest: { gitCommit: PUSH_FACTS.sha },
  })
  expect(statement.predicate.buildDefinition.internalParameters.runner.image).toBe('ubuntu24')
})
