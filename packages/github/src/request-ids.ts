/** Headers of an answer by which GitHub finds its request. */
export const GITHUB_REQUEST_IDS: readonly string[] = ['x-github-request-id']
