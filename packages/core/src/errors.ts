// Every way in which Open Claw refuses or fails. docs/errors.md is generated from this table.

/** Exit codes of the command line: 1 denied, 2 wrong use or configuration, 3 a service failed and may answer later. */
type Exit = 1 | 2 | 3

interface ErrorFact {
  readonly exit: Exit
  readonly meaning: string
  readonly remedy: string
}

export const ERRORS = {
  // Inputs and environment
  INPUT_MISSING: { exit: 2, meaning: 'A required input is absent or empty.', remedy: 'Set the named input.' },
  INPUT_INVALID: {
    exit: 2,
    meaning: 'An input has a value that its grammar does not allow.',
    remedy: 'Correct the named input; the message says what is allowed.',
  },
  ENDPOINT_INSECURE: {
    exit: 2,
    meaning: 'An endpoint is neither https nor loopback, or carries credentials, a query or a fragment.',
    remedy: 'Use an https URL.',
  },
  RUNNER_CONTRACT: {
    exit: 2,
    meaning:
      'The step does not run under a GitHub Actions runner, or the runner left out something it always gives.',
    remedy: 'Run it as a step of a workflow.',
  },

  // Subjects and hashing
  ARTIFACT_NOT_FOUND: {
    exit: 2,
    meaning: 'A pattern matched no file, or a named file does not exist.',
    remedy: 'Correct the pattern, or build the artifact before this step.',
  },
  ARTIFACT_REFUSED: {
    exit: 2,
    meaning: 'A path is not a regular file inside the workspace, or its name cannot be shown safely.',
    remedy: 'Name regular files inside the workspace, with plain names.',
  },
  ARTIFACT_CHANGED: {
    exit: 2,
    meaning: 'A file changed while it was read.',
    remedy: 'Finish writing artifacts before this step; look for a background process.',
  },
  ARTIFACT_UNREADABLE: {
    exit: 2,
    meaning: 'A file could not be read.',
    remedy: 'Check the permissions of the file.',
  },
  SUBJECT_DUPLICATE: {
    exit: 2,
    meaning: 'Two subjects have the same name once case and Unicode form are ignored.',
    remedy: 'Rename one of them.',
  },
  SUBJECT_LIMIT: {
    exit: 2,
    meaning: 'There are no subjects, or more than the format or the key can take.',
    remedy: 'Name fewer artifacts, or split them over several steps.',
  },
  CHECKSUMS_INVALID: {
    exit: 2,
    meaning: 'A line of the checksums is not a checksum line, or there is none at all.',
    remedy: 'Use the output of sha256sum, one "digest  name" per line.',
  },
  DIGEST_INVALID: {
    exit: 2,
    meaning: 'A digest is not lower-case hexadecimal of the right length.',
    remedy: 'Write sha256: and 64 lower-case hexadecimal digits.',
  },

  // Keys and signing
  KEY_URI_INVALID: {
    exit: 2,
    meaning: 'A key URI does not follow the grammar of its scheme.',
    remedy: 'Compare it with the key URI table in the documentation.',
  },
  KEY_NOT_FOUND: {
    exit: 2,
    meaning: 'The key or the key version does not exist, or may not be seen.',
    remedy: 'Check the URI, and that the identity may view the key.',
  },
  KEY_FORBIDDEN: {
    exit: 2,
    meaning: 'The identity may not use the key.',
    remedy: 'Grant the permission that the message names.',
  },
  KEY_UNUSABLE: {
    exit: 2,
    meaning: 'The key version is disabled, destroyed or not made for signing.',
    remedy: 'Enable the version or name another one.',
  },
  KEY_ALGORITHM_UNSUPPORTED: {
    exit: 2,
    meaning: 'The algorithm of the key cannot be used for this signature.',
    remedy: 'Use a key with one of the algorithms in the documentation.',
  },
  KEY_CHANGED: {
    exit: 2,
    meaning: 'The service answered for another key, version or algorithm than the one that was pinned.',
    remedy: 'Find out who moved the key before running again.',
  },
  KEY_MESSAGE_TOO_LARGE: {
    exit: 2,
    meaning: 'The key signs whole messages and the message is over its limit.',
    remedy: 'Name fewer artifacts, or use a key that signs digests.',
  },
  SIGNATURE_CORRUPT: {
    exit: 3,
    meaning:
      'A signature or a response of the key service fails its checksum, or does not verify with the pinned public key.',
    remedy: 'Run again; if it repeats, treat the key service or the path to it as compromised.',
  },
  KMS_FAILED: {
    exit: 3,
    meaning: 'The key service failed, was throttled or did not answer in time.',
    remedy: 'Run again later.',
  },

  // Identity and credentials
  OIDC_UNAVAILABLE: {
    exit: 2,
    meaning: 'The job has no OIDC identity.',
    remedy: 'Add "permissions: id-token: write" to the job. Workflows of a fork get none.',
  },
  OIDC_HOST_REFUSED: {
    exit: 2,
    meaning: 'The token request URL is not a host of the expected issuer.',
    remedy: 'Set oidc-issuer to the issuer of your GitHub instance; find out who changed the variable.',
  },
  OIDC_REQUEST_FAILED: {
    exit: 3,
    meaning: 'The runner could not get an OIDC token.',
    remedy: 'Run again later.',
  },
  OIDC_TOKEN_INVALID: {
    exit: 2,
    meaning: 'The OIDC token does not verify, or a claim is missing or wrong.',
    remedy: 'The message names the claim; check the issuer and the audience.',
  },
  OIDC_KEYS_UNAVAILABLE: {
    exit: 3,
    meaning: 'The keys of the OIDC issuer could not be fetched.',
    remedy: 'Run again later.',
  },
  CREDENTIALS_MISSING: {
    exit: 2,
    meaning: 'No way to authenticate to the cloud was given.',
    remedy: 'Set workload-identity-provider, or credentials: ambient.',
  },
  CREDENTIALS_REFUSED: {
    exit: 2,
    meaning: 'The cloud refused to exchange the identity of the job.',
    remedy: 'Compare the trust condition with the sub that the message shows.',
  },
  CREDENTIALS_FAILED: {
    exit: 3,
    meaning: 'The token exchange failed, was throttled or did not answer in time.',
    remedy: 'Run again later.',
  },

  // Provenance
  PREDICATE_INVALID: {
    exit: 2,
    meaning:
      'The predicate is not a JSON object of an allowed size and depth, or would override what the platform vouches for.',
    remedy: 'Correct the predicate file or the predicate type.',
  },
  EVENT_MISMATCH: {
    exit: 2,
    meaning: 'The event file of the runner disagrees with the claims of the OIDC token.',
    remedy: 'Find out which step or process changed it.',
  },
  GITHUB_FAILED: {
    exit: 3,
    meaning: 'The GitHub API failed, was throttled or did not answer in time.',
    remedy: 'Run again later.',
  },
  GITHUB_FORBIDDEN: {
    exit: 2,
    meaning: 'The GitHub token may not do what was asked.',
    remedy: 'Add the permission that the message names.',
  },

  // Bundles, verification and policy
  JSON_INVALID: {
    exit: 2,
    meaning: 'A document is not JSON, has a duplicate key, or is over the limits of size and depth.',
    remedy: 'Make the document again with the tool that wrote it.',
  },
  BUNDLE_INVALID: {
    exit: 1,
    meaning: 'A document is not a Sigstore bundle of a known version.',
    remedy: 'Sign the artifact again.',
  },
  BUNDLE_UNSUPPORTED: {
    exit: 1,
    meaning: 'The bundle is well formed, but of a kind that is not verified here.',
    remedy: 'Use a bundle that a KMS key signed.',
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
  EVIDENCE_NOT_FOUND: {
    exit: 1,
    meaning: 'There is no bundle to verify.',
    remedy: 'Correct the pattern, or sign the artifact first.',
  },
  POLICY_INVALID: {
    exit: 2,
    meaning: 'The policy is not valid: an unknown field, a wrong type, an empty list.',
    remedy: 'Correct the policy; the message names the field.',
  },
  POLICY_DIGEST_MISMATCH: {
    exit: 2,
    meaning: 'The policy is not the one that the workflow pins, or no pin was given.',
    remedy: 'Review the policy, then set policy-digest to the digest in the message.',
  },
  DENIED: {
    exit: 1,
    meaning: 'The policy denies the artifact.',
    remedy: 'The report lists each reason with its own code.',
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
    remedy: 'Check the folder, its permissions and the free space.',
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
    meaning: 'The command that was given the secret ended with an error.',
    remedy: 'Read the output of the command above.',
  },

  INTERNAL: {
    exit: 3,
    meaning: 'A mistake of ours: something failed that should have a code of its own.',
    remedy: 'Report it with the name of the action and its version.',
  },
} as const satisfies Record<string, ErrorFact>

export type ErrorCode = keyof typeof ERRORS

/**
 * The one error class. `message` says what failed, for which input or artifact, and what to do;
 * it never holds a token, a secret or text from outside that was not made printable.
 */
export class ClawError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'ClawError'
    this.code = code
  }

  get exit(): Exit {
    return ERRORS[this.code].exit
  }
}
