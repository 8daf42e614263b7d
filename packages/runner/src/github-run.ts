// What the GitHub API tells of the run: when it started and which reusable workflows it used.
import {
  ClawError,
  httpClient,
  isJsonObject,
  isPrintable,
  isTransientStatus,
  withRetry,
  type Clock,
  type JobClaims,
  type RetryHint,
} from '@open-claw/core'
import * as v from 'valibot'
import { jobClock } from './job-clock.ts'

const ATTEMPT_MS = 10_000
/** A run that uses a thousand reusable workflows has some 300 KiB. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024

const http = httpClient()

/**
 * `fetch` as Octokit asks for it, by the one client of ours: its own knows neither a bound on the time of a
 * proxy nor one on the size of an answer. No redirect is followed: it would carry the token to another host.
 */
const fetchWithin =
  (timeout: number) =>
  async (url: string, { headers }: { headers: Record<string, string> }): Promise<Response> => {
    const answer = await http(new URL(url), { method: 'GET', headers, timeout, maxBytes: MAX_ANSWER_BYTES })
    const type = answer.headers['content-type'] ?? ''
    return new Response(answer.body, { status: answer.status, headers: { 'content-type': type } })
  }

const Run = v.object({
  id: v.number(),
  run_attempt: v.number(),
  head_sha: v.string(),
  run_started_at: v.pipe(v.string(), v.isoTimestamp()),
  repository: v.object({ id: v.number() }),
  referenced_workflows: v.optional(
    v.nullable(
      v.array(
        v.object({
          path: v.pipe(v.string(), v.check(isPrintable)),
          sha: v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/)),
        }),
      ),
    ),
    [],
  ),
})

const statusOf = (error: unknown): number | undefined =>
  isJsonObject(error) && typeof error['status'] === 'number' ? error['status'] : undefined

function failure(error: unknown): ClawError {
  const status = statusOf(error)
  // Octokit's errors carry the request with its token: only the status goes on.
  if (status === 401 || status === 403 || status === 404) {
    return new ClawError(
      'GITHUB_FORBIDDEN',
      `The run could not be read (status ${status}); input github-token needs "permissions: actions: read".`,
    )
  }
  return new ClawError(
    'GITHUB_FAILED',
    `The GitHub API did not answer (${status === undefined ? 'no status' : `status ${status}`}).`,
  )
}

/** Start and reusable workflows of the run of `claims`. Throws GITHUB_FORBIDDEN or GITHUB_FAILED. */
export async function githubRun(options: {
  token: string
  apiUrl: URL
  claims: JobClaims
  clock?: Clock
}): Promise<{ startedOn: string; referencedWorkflows: { path: string; sha: string }[] }> {
  const { token, apiUrl, claims, clock = jobClock } = options
  const { getOctokit } = await import('@actions/github')
  const octokit = getOctokit(token, {
    baseUrl: apiUrl.href.replace(/\/$/, ''),
    log: { debug() {}, info() {}, warn() {}, error() {} },
  })
  const [owner = '', repo = ''] = claims.repository.split('/')
  const ask = async (budget: number): Promise<unknown> => {
    const { data } = await octokit.rest.actions.getWorkflowRunAttempt({
      owner,
      repo,
      run_id: Number(claims.runId),
      attempt_number: Number(claims.runAttempt),
      request: { fetch: fetchWithin(Math.min(budget, ATTEMPT_MS)) },
    })
    return data
  }
  const retryable = (error: unknown): RetryHint => {
    const status = statusOf(error)
    const why = `GitHub answers ${status === undefined ? 'nothing' : `status ${status}`}`
    return { retry: status === undefined || isTransientStatus(status), why }
  }
  const data = await withRetry(ask, retryable, clock).catch((error: unknown) => {
    throw failure(error)
  })
  const result = v.safeParse(Run, data)
  if (!result.success)
    throw new ClawError('GITHUB_FAILED', 'The GitHub API answered with a run that cannot be read.')
  const run = result.output
  if (
    String(run.id) !== claims.runId ||
    String(run.run_attempt) !== claims.runAttempt ||
    String(run.repository.id) !== claims.repositoryId
  ) {
    throw new ClawError(
      'GITHUB_FAILED',
      'The GitHub API answered with another run than the one of the OIDC token.',
    )
  }
  return { startedOn: run.run_started_at, referencedWorkflows: run.referenced_workflows ?? [] }
}
