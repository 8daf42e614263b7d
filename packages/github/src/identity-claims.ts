// Verifies the job's OIDC token (OpenID Connect Core 1.0 §3.1.3.7). Provenance is made of its claims.
import {
  ClawError,
  isCommit,
  isJsonObject,
  isPrintable,
  isRef,
  isRepository,
  parseWorkflowRef,
  printable,
  type Clock,
  type JobClaims,
  type Token,
} from '@open-claw/core'
import { requestJson } from '@open-claw/net'
import * as v from 'valibot'
import { MAX_ANSWER_BYTES, requestProblem } from './request-problem.ts'

/** Runners' clocks are off by seconds; more means a stale or forged token. */
const SKEW_SECONDS = 60
const MAX_AGE_SECONDS = 600

const Id = v.pipe(v.string(), v.regex(/^[0-9]{1,20}$/))
const CommitId = v.pipe(v.string(), v.guard(isCommit))
/** A customised sub joins several claims, each of which may be as long as git and GitHub allow. */
const MAX_TEXT = 8192
/**
 * One rule for every claim with a user-chosen name: what git and GitHub allow, in any script, with spaces and
 * emoji, but nothing invisible, since it ends up in provenance and in summaries.
 */
const Text = v.pipe(v.string(), v.maxLength(MAX_TEXT), v.check(isPrintable))
const Name = v.pipe(Text, v.nonEmpty())
const WorkflowRef = v.pipe(
  Text,
  v.check((text) => parseWorkflowRef(text) !== undefined),
)

const Claims = v.object({
  sub: Name,
  repository: v.pipe(v.string(), v.guard(isRepository)),
  repository_id: Id,
  repository_owner: Name,
  repository_owner_id: Id,
  repository_visibility: v.picklist(['public', 'private', 'internal']),
  // Empty for a deployment by commit, and sometimes for a release.
  ref: v.union([v.literal(''), v.pipe(Text, v.guard(isRef))]),
  head_ref: v.optional(Text, ''),
  base_ref: v.optional(Text, ''),
  sha: CommitId,
  event_name: v.pipe(v.string(), v.regex(/^[a-z_]+$/)),
  workflow_ref: WorkflowRef,
  workflow_sha: CommitId,
  job_workflow_ref: WorkflowRef,
  job_workflow_sha: CommitId,
  run_id: Id,
  run_attempt: Id,
  runner_environment: v.picklist(['github-hosted', 'self-hosted']),
  actor: Name,
  actor_id: Id,
  environment: v.optional(Text),
})

const invalid = (why: string): ClawError =>
  new ClawError('OIDC_TOKEN_INVALID', `The OIDC token of the job is refused: ${why}.`)

/**
 * Checks `repo:o/r:…`, with ids since 2026-07-15 `repo:o@1/r@2:…`, or either of them alone if a template has no
 * further key. A sub customised otherwise begins with another key and is not checked.
 */
function checkSubject({
  sub,
  repository,
  repository_id,
  repository_owner_id,
}: v.InferOutput<typeof Claims>): void {
  if (!sub.startsWith('repo:')) return
  const [owner = '', name = ''] = repository.split('/')
  const forms = [`repo:${repository}`, `repo:${owner}@${repository_owner_id}/${name}@${repository_id}`]
  if (!forms.some((form) => sub === form || sub.startsWith(`${form}:`)))
    throw invalid('its sub names another repository than its repository claim')
}

async function fetchKeys(issuer: URL, clock: Clock): Promise<unknown> {
  const base = issuer.href.replace(/\/$/, '')
  const asked = { service: 'GitHub', maxBytes: MAX_ANSWER_BYTES, clock }
  const discovery = await requestJson({ ...asked, url: new URL(`${base}/.well-known/openid-configuration`) })
  const { issuer: named, jwks_uri: location } = isJsonObject(discovery) ? discovery : {}
  const url = typeof location === 'string' ? URL.parse(location) : null
  // A discovery document that points elsewhere would let its server choose the keys.
  if (named !== base || url === null || url.origin !== issuer.origin)
    throw invalid(`the discovery document of ${issuer.host} names another issuer or host`)
  return requestJson({ ...asked, url })
}

async function issuerKeys(issuer: URL, clock: Clock): Promise<unknown> {
  try {
    return await fetchKeys(issuer, clock)
  } catch (error) {
    if (error instanceof ClawError && error.code === 'OIDC_TOKEN_INVALID') throw error
    const { problem, remedy } = requestProblem(error)
    throw new ClawError(
      'OIDC_KEYS_UNAVAILABLE',
      `The keys of ${issuer.host} could not be fetched: ${problem}.`,
      { remedy },
    )
  }
}

/** Names the check that failed in jose; its messages are not shown, since they may quote the token. */
function joseProblem(error: unknown): ClawError {
  const code = isJsonObject(error) && typeof error['code'] === 'string' ? error['code'] : 'unknown'
  const claim =
    isJsonObject(error) && typeof error['claim'] === 'string' ? `, claim ${printable(error['claim'])}` : ''
  return invalid(`${printable(code)}${claim}`)
}

async function verifySignature(
  token: Token,
  keys: unknown,
  expected: { issuer: string; audience: string; now: Date },
): Promise<unknown> {
  const { createLocalJWKSet, decodeProtectedHeader, jwtVerify } = await import('jose')
  try {
    if (typeof decodeProtectedHeader(token.reveal()).kid !== 'string')
      throw invalid('its header names no key')
    const { payload } = await jwtVerify(token.reveal(), createLocalJWKSet(checkKeys(keys)), {
      algorithms: ['RS256'],
      issuer: expected.issuer,
      audience: expected.audience,
      clockTolerance: SKEW_SECONDS,
      currentDate: expected.now,
      maxTokenAge: MAX_AGE_SECONDS,
      requiredClaims: ['exp', 'nbf', 'iat', 'jti'],
    })
    // jose accepts a list that contains the audience; either party could replay a token for two.
    if (payload.aud !== expected.audience) throw invalid('its aud is not the requested audience alone')
    return payload
  } catch (error) {
    throw error instanceof ClawError ? error : joseProblem(error)
  }
}

const KeySet = v.object({
  keys: v.pipe(v.array(v.looseObject({ kty: v.string(), kid: v.string() })), v.minLength(1), v.maxLength(64)),
})

function checkKeys(keys: unknown): v.InferOutput<typeof KeySet> {
  const result = v.safeParse(KeySet, keys)
  if (!result.success)
    throw new ClawError('OIDC_KEYS_UNAVAILABLE', 'The key set of the issuer holds no usable key.')
  return result.output
}

/** Verifies signature, issuer, audience and times of `token`, and returns its claims. Throws OIDC_TOKEN_INVALID or OIDC_KEYS_UNAVAILABLE. */
export async function verifyIdentityToken(options: {
  token: Token
  issuer: URL
  audience: string
  clock: Clock
}): Promise<JobClaims> {
  const { token, issuer, audience, clock } = options
  const keys = await issuerKeys(issuer, clock)
  const base = issuer.href.replace(/\/$/, '')
  const payload = await verifySignature(token, keys, { issuer: base, audience, now: new Date(clock.now()) })
  const result = v.safeParse(Claims, payload, { abortEarly: true })
  if (!result.success)
    throw invalid(`its claim ${printable(v.getDotPath(result.issues[0]) ?? '')} is absent or malformed`)
  const claims = result.output
  checkSubject(claims)
  return {
    issuer: base,
    subject: claims.sub,
    repository: claims.repository,
    repositoryId: claims.repository_id,
    repositoryOwner: claims.repository_owner,
    repositoryOwnerId: claims.repository_owner_id,
    repositoryVisibility: claims.repository_visibility,
    ref: claims.ref,
    headRef: claims.head_ref,
    baseRef: claims.base_ref,
    sha: claims.sha,
    eventName: claims.event_name,
    workflowRef: claims.workflow_ref,
    workflowSha: claims.workflow_sha,
    jobWorkflowRef: claims.job_workflow_ref,
    jobWorkflowSha: claims.job_workflow_sha,
    runId: claims.run_id,
    runAttempt: claims.run_attempt,
    runnerEnvironment: claims.runner_environment,
    actor: claims.actor,
    actorId: claims.actor_id,
    environment: claims.environment,
  }
}
