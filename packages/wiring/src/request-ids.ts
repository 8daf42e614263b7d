// Headers by which a provider finds a request, for the log of requests.
import { GITHUB_REQUEST_IDS } from '@open-claw/github'
import { KEY_VENDORS } from './vendors.ts'

export const REQUEST_IDS: readonly string[] = [
  ...KEY_VENDORS.flatMap(({ requestIds }) => requestIds),
  ...GITHUB_REQUEST_IDS,
]
