import type { ErrorFact } from './error-fact.ts'

export const EVIDENCE_ERRORS = {
  // Bundles, verification and policy
  JSON_INVALID: {
    exit: 2,
    meaning: 'A document is not JSON, has a duplicate key, or is over the limits of size and depth.',
    remedy: 'Make the document again with the tool that wrote it.',
  },
  BUNDLE_INVALID: {
    exit: 1,
    meaning: 'A document is not a Sigstore bundle of a known version, nor a DSSE envelope.',
    remedy: 'Sign the artifact again.',
  },
  STATEMENT_INVALID: {
    exit: 1,
    meaning: 'The payload is not an in-toto statement.',
    remedy: 'Sign the artifact again.',
  },
  SIGNATURE_INVALID: {
    exit: 1,
    meaning: 'A signature does not verify with the key it names.',
    remedy: 'Do not use the artifact; find out where the bundle comes from.',
  },
  KEY_UNTRUSTED: {
    exit: 1,
    meaning: 'No trusted key made the signature.',
    remedy: 'Sign with a key that the policy trusts, or add the key to the policy after a review.',
  },
  EVIDENCE_NOT_FOUND: {
    exit: 1,
    meaning: 'There is no bundle to verify.',
    remedy: 'Correct the pattern, or sign the artifact first.',
  },
  POLICY_INVALID: {
    exit: 2,
    meaning: 'The policy is not valid: an unknown field, a wrong type, an empty list.',
    remedy: 'Correct the named field of the policy.',
  },
  POLICY_DIGEST_MISMATCH: {
    exit: 2,
    meaning: 'The policy is not the one that the workflow pins, or no pin was given.',
    remedy: 'Review the policy, then set policy-digest to its digest.',
  },
  DENIED: {
    exit: 1,
    meaning: 'The policy denies the artifact.',
    remedy: 'Read the reasons in the summary of the job; each has a code of its own.',
  },

  // Evidence
  EVIDENCE_EXISTS: {
    exit: 2,
    meaning: 'A file stands where the bundle would be written.',
    remedy: 'Remove it, or write to another folder.',
  },
  EVIDENCE_WRITE_FAILED: {
    exit: 3,
    meaning: 'The bundle could not be written.',
    remedy: 'Check the folder, its permissions, the free space and the length of the names.',
  },

  // Secrets
  SECRET_REFERENCE_INVALID: {
    exit: 2,
    meaning: 'A secret reference does not follow its grammar.',
    remedy: 'Write NAME = gcp-sm://project/secret/version#/json/pointer.',
  },
  SECRET_NAME_REFUSED: {
    exit: 2,
    meaning: 'A variable or output name could change how programs run, or belongs to the runner.',
    remedy: 'Choose another name.',
  },
  EVENT_REFUSED: {
    exit: 2,
    meaning: 'Strangers may have started the run, so it gets neither a key nor a secret.',
    remedy: 'Run the step on push, in the merge queue or by hand, or name the event in allow-events.',
  },
  SECRET_NOT_FOUND: {
    exit: 2,
    meaning: 'The secret, its version or the JSON pointer does not exist.',
    remedy: 'Check the reference.',
  },
  SECRET_FORBIDDEN: {
    exit: 2,
    meaning: 'The identity may not read the secret.',
    remedy: 'Grant secretmanager.versions.access on the secret.',
  },
  SECRET_UNUSABLE: {
    exit: 2,
    meaning: 'The secret is empty, disabled, destroyed, not text, or too large.',
    remedy: 'Store a usable value and name its version.',
  },
  SECRET_UNMASKABLE: {
    exit: 2,
    meaning: 'The value cannot be masked in the log, so it may not be delivered this way.',
    remedy: 'Use delivery: exec.',
  },
  SECRET_CORRUPT: {
    exit: 3,
    meaning: 'The secret arrived with a wrong checksum or for another version.',
    remedy: 'Run again.',
  },
  SECRET_FAILED: {
    exit: 3,
    meaning: 'The secret store failed, was throttled or did not answer in time.',
    remedy: 'Run again later.',
  },
  COMMAND_FAILED: {
    exit: 1,
    meaning: 'The script that was given the secret ended with an error.',
    remedy: 'Read its output above.',
  },
  STEP_FILES_CHANGED: {
    exit: 1,
    meaning:
      'The script that was given the secret wrote to files in which the step answers the runner, or locked or removed them; they were put back, unless the message says otherwise.',
    remedy: 'Set outputs, variables and the summary in a step that holds no secret.',
  },

  INTERNAL: {
    exit: 3,
    meaning: 'A mistake of ours: something failed that should have a code of its own.',
    remedy: 'Report it with the name of the action and its version.',
  },
} as const satisfies Record<string, ErrorFact>
