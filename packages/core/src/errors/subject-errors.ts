// Artifacts, and the subjects that they become.
import type { ErrorFact } from './error-fact.ts'

export const SUBJECT_ERRORS = {
  ARTIFACT_NOT_FOUND: {
    exit: 2,
    meaning: 'A pattern matched no file, or a named file does not exist.',
    remedy: 'Correct the pattern, or build the artifact before this step.',
  },
  ARTIFACT_REFUSED: {
    exit: 2,
    meaning:
      'A path is not a regular file inside the workspace, its name cannot be shown safely, or the gate found it beside the artifacts and nothing selects it.',
    remedy:
      'Name regular files inside the workspace, with plain names; keep what is deployed in a folder of its own.',
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
    meaning:
      'Two subjects have the same name once case and Unicode form are ignored, or one has two digests.',
    remedy: 'Rename one of them, or name the one that is meant.',
  },
  SUBJECT_MISSING: {
    exit: 2,
    meaning: 'Nothing is named: neither an artifact nor an image nor a checksums file.',
    remedy: 'Name what to work on in artifacts, images or checksums.',
  },
  SUBJECT_LIMIT: {
    exit: 2,
    meaning: 'There are more subjects than one run takes.',
    remedy: 'Name fewer artifacts, or split them over several steps.',
  },
  CHECKSUMS_INVALID: {
    exit: 2,
    meaning: 'A line of the checksums is not a checksum line or not UTF-8, or there is none at all.',
    remedy: 'Use the output of sha256sum, one "digest  name" per line.',
  },
  CHECKSUM_MISMATCH: {
    exit: 1,
    meaning: 'A file does not have the digest that the checksums list for it.',
    remedy: 'Do not deploy it; find out whether the file or the list was replaced.',
  },
  DIGEST_INVALID: {
    exit: 2,
    meaning: 'A digest is not lower-case hexadecimal of the right length.',
    remedy: 'Write sha256: and 64 lower-case hexadecimal digits.',
  },
} as const satisfies Record<string, ErrorFact>
