// Reads the inputs of the gate.
import {
  ClawError,
  parsedInput,
  parseSha256,
  requiredInput,
  type GivenInput,
  type Host,
  type KeyVendor,
  type Sha256,
} from '@open-claw/core'
import type { VerifyRequest } from '@open-claw/usecases'
import { cloudInputs, type CloudInputs } from './credentials.ts'
import { BUNDLES, POLICY, POLICY_DIGEST } from './facts/gate.ts'
import { readAction } from './read-action.ts'
import { inputLines, type InputHost } from './reader.ts'
import { subjectInputs } from './subjects.ts'

/** The artifacts to judge, and how the job reaches the keys of the policy. */
export interface GateInputs extends VerifyRequest {
  readonly cloud: CloudInputs
}

const parseDigest = (text: string, input: string): Sha256 => parseSha256(text, `Input ${input}`)

function bundlePatterns(given: GivenInput): readonly string[] {
  const bundles = inputLines(given, BUNDLES)
  if (bundles.length > 0) return bundles
  throw new ClawError('INPUT_MISSING', 'Input bundles is required and empty.', {
    remedy: 'Name the bundle files, one pattern on each line.',
  })
}

/** Reads the inputs of the gate. Throws a ClawError that names the input. */
export const gateInputs = (
  host: InputHost & Pick<Host, 'workspace'>,
  vendors: readonly KeyVendor[],
): GateInputs =>
  readAction('verify-before-deploy', host, vendors, (given) => ({
    bundles: bundlePatterns(given),
    workspace: host.workspace(),
    // Announced subjects are ignored: any step of the job could have announced something else.
    sources: subjectInputs(given, []),
    policy: requiredInput(given, POLICY.name),
    policyDigest: parsedInput(given, POLICY_DIGEST.name, parseDigest),
    cloud: cloudInputs(given, vendors),
  }))
