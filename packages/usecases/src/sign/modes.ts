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

/** The bundles to be signed, known before anything is signed. */
export interface SigningPlan {
  readonly planned: readonly PlannedBundle[]
  sign(signer: Signer): Promise<SignedBundle[]>
}

export interface SigningMode {
  /** Kind of signed content: a log may not hold both. */
  readonly content: 'envelope' | 'message'
  /** Returns the hashes to compute besides SHA-256. */
  hashes(signer: Promise<Signer>): Promise<readonly HashName[]>
  /** Starts while subjects are hashed and the key is opened. Only the returned function needs the subjects. */
  prepare(): Promise<(selected: SelectedSubjects) => SigningPlan>
}

/** Signs one statement about all subjects, with one signature. */
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

/** Signs one message for each file. */
export const PER_ARTIFACT_MODE: SigningMode = {
  content: 'message',
  // The key decides the hash, so it is opened first.
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
