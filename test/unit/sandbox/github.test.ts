import { afterEach, expect, test } from '@jest/globals'
import { testSandbox } from '../../support/sandbox.ts'

const sandbox = await testSandbox()
afterEach(() => sandbox.control({ op: 'reset' }))

const RUN = 'octo-org/octo-repo/actions/runs/1111/attempts/2'
const get = async (run: string, authorization: string) => {
  const headers = authorization === '' ? {} : { authorization }
  const response = await fetch(`${sandbox.githubApi}/repos/${run}`, { headers })
  const body: Record<string, unknown> = Object(await response.json())
  return { status: response.status, body }
}

test.each(['Bearer', 'token'])('shows the attempt of the job to a %s', async (scheme) => {
  const { status, body } = await get(RUN, `${scheme} ${sandbox.githubToken}`)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    id: 1111,
    run_attempt: 2,
    event: 'push',
    head_sha: expect.stringMatching(/^[0-9a-f]{40}$/),
    path: '.github/workflows/release.yml',
    run_started_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    referenced_workflows: [],
    repository: { id: 456789, full_name: 'octo-org/octo-repo', owner: { id: 123456 } },
  })
})

test('lists a reusable workflow and follows the claims', async () => {
  const workflow = 'octo-org/shared/.github/workflows/build.yml@refs/tags/v1'
  await sandbox.control({ op: 'claims', claims: { job_workflow_ref: workflow, event_name: 'release' } })
  await sandbox.control({ op: 'run', run: { head_sha: '0'.repeat(40) } })
  const { body } = await get(RUN, `Bearer ${sandbox.githubToken}`)
  expect(body).toMatchObject({
    event: 'release',
    head_sha: '0'.repeat(40),
    referenced_workflows: [{ path: workflow, ref: 'refs/tags/v1' }],
  })
})

test.each(['', 'Bearer', 'Bearer ', 'Bearer ghs_guess', 'Basic eDp5'])(
  'refuses "%s"',
  async (authorization) => {
    const { status, body } = await get(RUN, authorization)
    expect(status).toBe(401)
    expect(body).toMatchObject({ message: 'Bad credentials' })
  },
)

test.each([
  RUN.replace('1111', '1112'),
  RUN.replace('attempts/2', 'attempts/1'),
  RUN.replace('octo-repo', 'other-repo'),
  'octo-org/octo-repo',
])('knows no %s', async (run) => {
  expect((await get(run, `Bearer ${sandbox.githubToken}`)).status).toBe(404)
})
