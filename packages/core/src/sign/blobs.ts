// Signs files one by one (mode: per-artifact), with message signatures like those of `cosign sign-blob`.
import { ALGORITHMS, type HashName } from '../keys/algorithms.ts'
import type { Digests } from '../formats/digest-set.ts'
import { ClawError } from '../errors/claw-error.ts'
import { keyName, type SigningKey, type Witness } from '../ports.ts'
import { printable } from '../formats/printable.ts'
import type { Subject } from '../formats/subject.ts'
import { writeMessageBundle } from './bundle-writer.ts'
import { inLanes } from './lanes.ts'
import { signDigest } from './signer.ts'
import type { SignedBundle } from '../formats/signed-bundle.ts'
import { NO_WITNESS } from './witness.ts'

/** Returns the hash with which this key signs files. Throws KEY_ALGORITHM_UNSUPPORTED where it signs whole messages. */
export function blobHash(key: SigningKey): HashName {
  const { hash } = ALGORITHMS[key.algorithm]
  if (hash !== null) return hash
  throw new ClawError(
    'KEY_ALGORITHM_UNSUPPORTED',
    `${keyName(key)} (${key.algorithm}) signs whole messages, so files cannot be signed one by one.`,
    { remedy: 'Use mode: statement, or a key that signs digests.' },
  )
}

/** Signs each subject that was hashed here. `digests` by subject name. Throws ARTIFACT_NOT_FOUND and what `signDigest` and `witness` throw. */
export async function signBlobs(
  key: SigningKey,
  subjects: readonly Subject[],
  digests: ReadonlyMap<string, Digests>,
  witness: Witness = NO_WITNESS,
): Promise<SignedBundle[]> {
  const hash = blobHash(key)
  const work = subjects.map((subject) => {
    const digest = digests.get(subject.name)?.get(hash)
    if (digest === undefined) {
      throw new ClawError(
        'ARTIFACT_NOT_FOUND',
        `"${printable(subject.name)}" is known by its digest alone, and mode: per-artifact signs files.`,
        { remedy: 'Use mode: statement.' },
      )
    }
    return { subject, digest: Buffer.from(digest, 'hex') }
  })
  return inLanes(work, async ({ subject, digest }) => {
    const signature = await signDigest(key, digest)
    const message = { hash, digest }
    const content = { kind: 'message', ...message, signature: signature.signature } as const
    const json = await writeMessageBundle(message, signature, await witness.attest({ content, key }))
    return { json, subjects: [subject], predicateType: undefined }
  })
}
