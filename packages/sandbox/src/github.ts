// The part of GitHub's REST API that says when and how a run started.
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import type { Operation } from './gateway.ts'
import type { ErrorBody, Route } from './http.ts'
import type { Claims, JobClaimBook } from './job-claims.ts'
import { parseRequest } from './requests.ts'
import { STATUSES, StatusError } from './status.ts'

/** The only workflow run. */
export interface RunBook {
  overlay(run: Readonly<Record<string, unknown>>): void
  current(): Readonly<Record<string, unknown>>
  reset(): void
}

/** Creates a token that looks like an installation token. */
export const createGithubToken = (): string => `ghs_${randomBytes(27).toString('base64url')}`

/** Words errors as the REST API does. */
export const githubError: ErrorBody = (status, message) => ({
  message,
  documentation_url: 'https://docs.github.com/rest',
  status: String(STATUSES[status].http),
})

const text = (claims: Claims, name: string): string => String(claims[name] ?? '')

/** Returns the reusable workflow that the API lists: a workflow file other than the started one. */
function referencedWorkflows(claims: Claims): readonly unknown[] {
  const path = text(claims, 'job_workflow_ref')
  if (path === text(claims, 'workflow_ref')) return []
  return [{ path, sha: text(claims, 'job_workflow_sha'), ref: path.replace(/^[^@]*@/, '') }]
}

function seededRun(claims: Claims, started: string): Readonly<Record<string, unknown>> {
  const repository = text(claims, 'repository')
  const actor = { login: text(claims, 'actor'), id: Number(claims['actor_id']), type: 'User' }
  return {
    id: Number(claims['run_id']),
    name: text(claims, 'workflow'),
    run_number: Number(claims['run_number']),
    run_attempt: Number(claims['run_attempt']),
    event: text(claims, 'event_name'),
    status: 'in_progress',
    conclusion: null,
    head_branch: text(claims, 'ref').replace(/^refs\/(?:heads|tags)\//, ''),
    head_sha: text(claims, 'sha'),
    path: text(claims, 'workflow_ref').replace(`${repository}/`, '').replace(/@.*$/, ''),
    created_at: started,
    run_started_at: started,
    updated_at: started,
    actor,
    triggering_actor: actor,
    referenced_workflows: referencedWorkflows(claims),
    repository: {
      id: Number(claims['repository_id']),
      name: repository.replace(/^.*\//, ''),
      full_name: repository,
      private: claims['repository_visibility'] !== 'public',
      owner: { login: text(claims, 'repository_owner'), id: Number(claims['repository_owner_id']) },
    },
  }
}

/** Creates the run that the claims describe. */
export function createRun(claims: JobClaimBook): RunBook {
  const started = `${new Date().toISOString().slice(0, 19)}Z`
  let overlaid: Readonly<Record<string, unknown>> = {}
  return {
    overlay(run) {
      overlaid = { ...overlaid, ...run }
    },
    current: () => ({ ...seededRun(claims.current(), started), ...overlaid }),
    reset() {
      overlaid = {}
    },
  }
}

const attemptRequest = v.object({
  path: v.object({ owner: v.string(), repo: v.string(), run: v.string(), attempt: v.string() }),
})

/** Routes `GET /repos/{owner}/{repo}/actions/runs/{run}/attempts/{attempt}` for the only run. */
export function githubRoutes(run: RunBook, claims: JobClaimBook, token: string): readonly Route[] {
  const operation: Operation = (request, { authorization }) => {
    if (!/^(?:Bearer|token) /i.test(authorization ?? '') || authorization?.replace(/^\S+ /, '') !== token) {
      throw new StatusError('UNAUTHENTICATED', 'Bad credentials')
    }
    const { path } = parseRequest(attemptRequest, request)
    const now = claims.current()
    const known = [text(now, 'repository'), text(now, 'run_id'), text(now, 'run_attempt')]
    const asked = [`${path.owner}/${path.repo}`, path.run, path.attempt]
    if (known.join() !== asked.join()) throw new StatusError('NOT_FOUND', 'Not Found')
    return run.current()
  }
  const path =
    /^\/repos\/(?<owner>[^/]+)\/(?<repo>[^/]+)\/actions\/runs\/(?<run>[^/]+)\/attempts\/(?<attempt>[^/]+)$/
  return [{ verb: 'GET', path, service: 'github', method: 'GetRunAttempt', operation }]
}
