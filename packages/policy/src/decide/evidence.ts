// What is known about a bundle once it was looked at.
import type { ErrorCode, EvidenceFacts } from '@open-claw/core'

/** A bundle that was looked at: facts, or why there are none. */
export type Evidence =
  | { readonly path: string; readonly facts: EvidenceFacts }
  | { readonly path: string; readonly refused: Refusal }

/** Why a bundle gives no facts; without a reason it is EVIDENCE_REFUSED. */
export type Refusal =
  | {
      readonly reason?: 'EVIDENCE_REFUSED'
      readonly code: ErrorCode
      readonly message: string
      /** Where it is left out, the remedy of the code counts. */
      readonly remedy?: string
    }
  | { readonly reason: 'EVIDENCE_NOT_EXAMINED' | 'SUBJECT_MISMATCH'; readonly message: string }
