import type { EvidenceStore, KeyUri, SigningGrant } from '@open-claw/core'
import type { SigningHost, SigningPorts } from '../sign/ports.ts'

/** The ports of the doctor: the fewest possible of those of signing. */
export interface DoctorPorts extends Pick<SigningPorts, 'openKeys' | 'authorities'> {
  readonly host: Pick<SigningHost, 'admitEvent' | 'claims' | 'clock'>
  readonly evidence: Pick<EvidenceStore, 'check'>
  /** Returns the permission to sign that `subject`, from the job's token, needs. */
  grant(uri: KeyUri, subject: string): SigningGrant
}
