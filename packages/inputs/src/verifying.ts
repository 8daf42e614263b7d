import { parseSha256, ClawError } from '@open-claw/core'
import { listInput, optionalInput, requiredInput, workspace } from '@open-claw/ci'
import type { VerifyRequest } from '@open-claw/usecases'
import { cloudInputs, type CloudInputs } from './credentials.ts'

export interface GateInputs extends VerifyRequest {
  readonly cloud: CloudInputs
}

export function gateInputs(): GateInputs {
  const bundles = listInput('bundles')
  if (bundles.length === 0)
    throw new ClawError('INPUT_MISSING', 'Input bundles is required and empty.', {
      remedy: 'Name the bundle files, one pattern on each line.',
    })
  const digest = optionalInput('policy-digest')
  return {
    workspace: workspace(),
    sources: {
      artifacts: listInput('artifacts'),
      images: listInput('images'),
      checksums: optionalInput('checksums'),
      // What to deploy is named here: any step of the job could have announced something else.
      announced: [],
    },
    bundles,
    policy: requiredInput('policy'),
    policyDigest: digest === undefined ? undefined : parseSha256(digest, 'Input policy-digest'),
    cloud: cloudInputs(),
  }
}
