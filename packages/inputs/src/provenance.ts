// Inputs that provenance takes beside those of every signature.
import { parseEndpoint } from '@open-claw/net'
import { maskValue, optionalInput } from '@open-claw/ci'

const GITHUB_API = 'https://api.github.com'

export interface ProvenanceInputs {
  readonly githubToken: string | undefined
  readonly githubApi: URL
}

/** Reads the inputs of provenance. */
export function provenanceInputs(): ProvenanceInputs {
  const githubToken = optionalInput('github-token')
  if (githubToken !== undefined) maskValue(githubToken)
  return { githubToken, githubApi: parseEndpoint(optionalInput('github-api') ?? GITHUB_API, 'github-api') }
}
