import type { SignerRequest } from '../sign/request.ts'

/** The signing step to examine. */
export interface DoctorRequest extends SignerRequest {
  /** Whether the machine's credentials are used, so that no job is needed. */
  readonly ambient: boolean
  /** Whether to try the key with a signature, which is discarded. */
  readonly trial: boolean
}
