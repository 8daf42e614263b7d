// Headers by which a provider finds a request, for the log of requests.
import { AWS_REQUEST_IDS } from '@open-claw/aws'
import { AZURE_REQUEST_IDS } from '@open-claw/azure'
import { GITHUB_REQUEST_IDS } from '@open-claw/github'
import { GOOGLE_REQUEST_IDS } from '@open-claw/google'

export const REQUEST_IDS: readonly string[] = [
  ...AWS_REQUEST_IDS,
  ...AZURE_REQUEST_IDS,
  ...GOOGLE_REQUEST_IDS,
  ...GITHUB_REQUEST_IDS,
]
