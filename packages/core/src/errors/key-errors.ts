// Keys and their signatures.
import type { ErrorFact } from './error-fact.ts'

export const KEY_ERRORS = {
  KEY_URI_INVALID: {
    exit: 2,
    meaning: 'A key URI does not follow the grammar of its scheme.',
    remedy: 'Write the URI of the key as docs/keys.md has it for its service, or keyless.',
  },
  KEY_NOT_FOUND: {
    exit: 2,
    meaning: 'The key or the key version does not exist, or may not be seen.',
    remedy: 'Check the URI, and that the identity may view the key.',
  },
  KEY_FORBIDDEN: {
    exit: 2,
    meaning: 'The identity may not use the key.',
    remedy: 'Grant the identity of the job the permission to sign with the key and to see its public half.',
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
} as const satisfies Record<string, ErrorFact>
