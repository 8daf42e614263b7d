// The claims of the simulated job, with GitHub's names and forms.

/** Claims of an ID token by name. */
export type Claims = Readonly<Record<string, string | number>>
/** `name` is the older form of `sub`; `immutable` carries the numeric ids. */
export type SubjectForm = 'name' | 'immutable'

/** The claims of the job, seeded and overlaid. */
export interface JobClaimBook {
  /** Overlays the seeded claims of later tokens; null leaves one out. */
  overlay(claims: Readonly<Record<string, string | number | null>>, subject: SubjectForm | undefined): void
  current(): Claims
  reset(): void
}

const COMMIT = '6b2c5f0f4ee1d14b1b1e6b3d8dd0c1c2b4f1a7e9'
const WORKFLOW = 'octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main'

const SEEDED: Claims = {
  ref: 'refs/heads/main',
  ref_type: 'branch',
  ref_protected: 'true',
  sha: COMMIT,
  repository: 'octo-org/octo-repo',
  repository_id: '456789',
  repository_owner: 'octo-org',
  repository_owner_id: '123456',
  repository_visibility: 'private',
  actor: 'octocat',
  actor_id: '12',
  event_name: 'push',
  head_ref: '',
  base_ref: '',
  workflow: 'release',
  workflow_ref: WORKFLOW,
  workflow_sha: COMMIT,
  job_workflow_ref: WORKFLOW,
  job_workflow_sha: COMMIT,
  run_id: '1111',
  run_number: '10',
  run_attempt: '2',
  runner_environment: 'github-hosted',
  check_run_id: '9999',
}

const escapeColon = (value: unknown): string => String(value).replaceAll(':', '%3A')

/** Returns the `sub`: `environment` beats `pull_request`, which beats `ref`. */
function subjectClaim(claims: Claims, form: SubjectForm): string {
  const [owner, name] = String(claims['repository']).split('/')
  const repository =
    form === 'name'
      ? `${owner}/${name}`
      : `${owner}@${claims['repository_owner_id']}/${name}@${claims['repository_id']}`
  if (claims['environment'] !== undefined)
    return `repo:${repository}:environment:${escapeColon(claims['environment'])}`
  if (claims['event_name'] === 'pull_request') return `repo:${repository}:pull_request`
  return `repo:${repository}:ref:${escapeColon(claims['ref'])}`
}

/** Creates the seeded claims. */
export function createJobClaims(): JobClaimBook {
  let overlaid: Record<string, string | number | null> = {}
  let subjectForm: SubjectForm = 'name'
  return {
    overlay(claims, subject) {
      overlaid = { ...overlaid, ...claims }
      subjectForm = subject ?? subjectForm
    },
    current() {
      const kept = Object.entries({ ...SEEDED, ...overlaid }).filter(([, value]) => value !== null)
      const claims = Object.fromEntries(kept.map(([key, value]) => [key, value ?? '']))
      return 'sub' in overlaid ? claims : { ...claims, sub: subjectClaim(claims, subjectForm) }
    },
    reset() {
      overlaid = {}
      subjectForm = 'name'
    },
  }
}
