// The facts about an examined bundle.
import type { ErrorCode, EvidenceFacts } from '@open-claw/core'

/** An examined bundle: its facts, or why there are none. */
export type Evidence =
  | { readonly path: string; readonly facts: EvidenceFacts }
  | { readonly path: string; readonly refused: Refusal }

/** Why a bundle gives no facts; without a reason it is EVIDENCE_REFUSED. */
export type Refusal =
  | {
      readonly reason?: 'EVIDENCE_REFUSED'
      readonly code: ErrorCode
      readonly message: string
      /** Defaults to the remedy of the code. */
      readonly remedy?: string
    }
  | { readonly reason: 'EVIDENCE_NOT_EXAMINED' | 'SUBJECT_MISMATCH'; readonly message: string }
