import type { SignerRequest } from '../sign/request.ts'

/** The signing step whose set-up is examined. */
export interface DoctorRequest extends SignerRequest {
  /** Whether the credentials of the machine are used, so that no job is needed. */
  readonly ambient: boolean
  /** Whether the key may be tried by a signature, which is not kept. */
  readonly trial: boolean
}
