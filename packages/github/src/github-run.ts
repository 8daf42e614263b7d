// Reads the run from the GitHub API: when it started and which reusable workflows it used.
import {
  HTTP_STATUS,
  hintAfter,
  RequestFailure,
  requestOnce,
  retryAfter,
  withRetry,
  type FailureFacts,
  type HttpAnswer,
  type RetryHint,
} from '@open-claw/net'
import {
  ClawError,
  isCommit,
  isPrintable,
  type Clock,
  type JobClaims,
  type RunDetails,
  type Token,
} from '@open-claw/core'
import * as v from 'valibot'

/** A run with a thousand reusable workflows has some 300 KiB. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024

/** Returns the milliseconds until an exhausted rate limit resets; undefined if none is exhausted. */
function rateLimitWait({ status, headers }: HttpAnswer, clock: Clock): number | undefined {
  if (status !== HTTP_STATUS.forbidden && status !== HTTP_STATUS.tooManyRequests) return undefined
  const after = retryAfter(headers['retry-after'], clock)
  if (after !== undefined || headers['x-ratelimit-remaining'] !== '0') return after
  const reset = headers['x-ratelimit-reset'] ?? ''
  return /^[0-9]{1,12}$/.test(reset) ? Math.max(0, Number(reset) * 1000 - clock.now()) : 0
}

/**
 * Returns a `fetch` for Octokit that uses our client: Octokit's own limits neither the time of a proxy nor the
 * size of an answer. No redirect is followed: it would carry the token to another host.
 */
const fetchWithin =
  (timeout: number, clock: Clock) =>
  async (url: string, { headers }: { headers: Record<string, string> }): Promise<Response> => {
    const readFailure = (answer: HttpAnswer): FailureFacts => {
      const after = rateLimitWait(answer, clock)
      return after === undefined ? { after } : { after, reason: 'rate limit', passes: true }
    }
    const asked = { url: new URL(url), headers, readFailure, maxBytes: MAX_ANSWER_BYTES, clock }
    const answer = await requestOnce(asked, timeout)
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
          sha: v.pipe(v.string(), v.guard(isCommit)),
        }),
      ),
    ),
    [],
  ),
})

/** Returns the original error: Octokit reports any failure as status 500, and keeps the cause. */
const causeIn = (error: unknown): unknown => (error instanceof Error ? error.cause : undefined)

const shown = (cause: unknown): string => {
  if (!(cause instanceof RequestFailure)) return 'an answer that cannot be read'
  const { message, reason, status } = cause
  return status === undefined || reason === undefined ? message : `${message}, ${reason}`
}

function hintFor(error: unknown): RetryHint {
  const cause = causeIn(error)
  return { ...hintAfter('GitHub')(cause), why: `GitHub answers ${shown(cause)}` }
}

/** The token is missing, may not read the run, or may not see its repository. */
const REFUSALS: ReadonlySet<number> = new Set([
  HTTP_STATUS.unauthorized,
  HTTP_STATUS.forbidden,
  HTTP_STATUS.notFound,
])

/** Makes a new error: Octokit's carry the request with its token, so only the status or the reason is kept. */
function failure(cause: unknown): ClawError {
  if (cause instanceof ClawError) return cause
  const { refused, status = 0, told } = cause instanceof RequestFailure ? cause : new RequestFailure({})
  if (refused && REFUSALS.has(status)) {
    return new ClawError(
      'GITHUB_FORBIDDEN',
      `The run could not be read (status ${status}); input github-token needs "permissions: actions: read".`,
    )
  }
  const why = told === undefined ? '' : `: ${told.what}`
  return new ClawError('GITHUB_FAILED', `The GitHub API did not tell of the run (${shown(cause)})${why}.`, {
    remedy: told?.remedy,
  })
}

/** Fetches start and reusable workflows of the run of `claims`. Throws GITHUB_FORBIDDEN or GITHUB_FAILED. */
export async function githubRun(options: {
  token: Token
  apiUrl: URL
  claims: JobClaims
  clock: Clock
}): Promise<RunDetails> {
  const { token, apiUrl, claims, clock } = options
  const { getOctokit } = await import('@actions/github')
  const octokit = getOctokit(token.reveal(), {
    baseUrl: apiUrl.href.replace(/\/$/, ''),
    log: { debug() {}, info() {}, warn() {}, error() {} },
  })
  const [owner = '', repo = ''] = claims.repository.split('/')
  const attempt = async (timeout: number): Promise<unknown> => {
    const { data } = await octokit.rest.actions.getWorkflowRunAttempt({
      owner,
      repo,
      run_id: Number(claims.runId),
      attempt_number: Number(claims.runAttempt),
      request: { fetch: fetchWithin(timeout, clock) },
    })
    return data
  }
  const data = await withRetry(attempt, hintFor, clock).catch((error: unknown) => {
    throw failure(causeIn(error))
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
