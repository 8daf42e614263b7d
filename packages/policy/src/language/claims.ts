// Claims of Fulcio's certificates, by their names in its documentation
// (https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md).
export const CLAIMS = [
  'githubWorkflowTrigger',
  'githubWorkflowSHA',
  'githubWorkflowName',
  'githubWorkflowRepository',
  'githubWorkflowRef',
  'buildSignerURI',
  'buildSignerDigest',
  'runnerEnvironment',
  'sourceRepositoryURI',
  'sourceRepositoryDigest',
  'sourceRepositoryRef',
  'sourceRepositoryIdentifier',
  'sourceRepositoryOwnerURI',
  'sourceRepositoryOwnerIdentifier',
  'buildConfigURI',
  'buildConfigDigest',
  'buildTrigger',
  'runInvocationURI',
  'sourceRepositoryVisibilityAtSigning',
  'deploymentEnvironment',
] as const

const NAMES: ReadonlySet<string> = new Set(CLAIMS)

export const isClaim = (name: string): boolean => NAMES.has(name)

const REFS: ReadonlySet<string> = new Set(['githubWorkflowRef', 'sourceRepositoryRef'])
const WORKFLOWS: ReadonlySet<string> = new Set(['buildConfigURI', 'buildSignerURI'])

export const isRefClaim = (name: string): boolean => REFS.has(name)
/** Checks for claims that hold the URL of a workflow and, if GitHub vouches, an @ and its ref. */
export const isWorkflowClaim = (name: string): boolean => WORKFLOWS.has(name)
