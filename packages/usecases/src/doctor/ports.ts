import type { EvidenceStore, KeyUri, SigningGrant } from '@open-claw/core'
import type { SigningHost, SigningPorts } from '../sign/ports.ts'

/** What the doctor asks of the world: what signing asks, and no more than that where it can be helped. */
export interface DoctorPorts extends Pick<SigningPorts, 'openKeys' | 'authorities'> {
  readonly host: Pick<SigningHost, 'admitEvent' | 'claims' | 'clock'>
  readonly evidence: Pick<EvidenceStore, 'check'>
  /** `subject` is the one of the token of the job. */
  grant(uri: KeyUri, subject: string): SigningGrant
}
