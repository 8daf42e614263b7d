// The two modes of signing, as values of one flow.
import {
  blobHash,
  signBlobs,
  signStatements,
  splitSubjects,
  type HashName,
  type PlannedBundle,
  type Predicate,
  type SignedBundle,
} from '@open-claw/core'
import type { SelectedSubjects } from '@open-claw/files'
import type { Signer } from './signer.ts'

/** What will be signed, known before anything is. */
export interface SigningPlan {
  readonly planned: readonly PlannedBundle[]
  sign(signer: Signer): Promise<SignedBundle[]>
}

export interface SigningMode {
  /** What is signed, for a log that does not hold everything. */
  readonly content: 'envelope' | 'message'
  /** Hashes to compute beside SHA-256. */
  hashes(signer: Promise<Signer>): Promise<readonly HashName[]>
  /** Begun while subjects are hashed and the key is opened. The plan needs the subjects. */
  prepare(): Promise<(selected: SelectedSubjects) => SigningPlan>
}

/** One statement about all subjects, one signature. */
export const statementMode = (predicate: () => Promise<Predicate>): SigningMode => ({
  content: 'envelope',
  hashes: () => Promise.resolve([]),
  prepare: async () => {
    const made = await predicate()
    return ({ subjects }) => ({
      planned: splitSubjects(subjects).map((group) => ({ subjects: group, predicateType: made.type })),
      sign: ({ key, witness }) => signStatements(key, subjects, made, witness),
    })
  },
})

/** One message signature for each file. */
export const PER_ARTIFACT_MODE: SigningMode = {
  content: 'message',
  // The key decides the hash, so that it is opened first.
  hashes: async (signer) => [blobHash((await signer).key)],
  prepare: () =>
    Promise.resolve(({ subjects, files }) => ({
      planned: subjects.map((subject) => ({ subjects: [subject], predicateType: undefined })),
      sign: ({ key, witness }) => {
        const digests = new Map([...files].map(([name, { digests: own }]) => [name, own]))
        return signBlobs(key, subjects, digests, witness)
      },
    })),
}
