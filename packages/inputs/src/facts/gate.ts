// Inputs of the gate, besides those that name what is judged.
import type { InputFact } from '@open-claw/core'

export const BUNDLES = {
  name: 'bundles',
  type: 'list',
  description: 'Bundles that may prove the artifacts, one pattern a line.',
  required: true,
} as const satisfies InputFact

export const POLICY = {
  name: 'policy',
  type: 'path',
  description: 'Path of the policy.',
  required: true,
} as const satisfies InputFact

export const POLICY_DIGEST = {
  name: 'policy-digest',
  type: 'text',
  description:
    'Digest of the reviewed policy, sha256:…. A policy with another digest is refused, so that a change under review cannot loosen its own gate.',
  required: true,
} as const satisfies InputFact
