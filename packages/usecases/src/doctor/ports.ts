import type { EvidenceStore, KeyUri } from '@open-claw/core'
import type { SigningHost, SigningPorts } from '../sign/ports.ts'

/** Who needs which permission to sign with a key, in the words of its service. */
export interface KeyGrant {
  /** Whom the service sees, as far as it is known here; undefined for what the machine has. */
  readonly principal: string | undefined
  readonly permission: string
}

/** What the doctor asks of the world: what signing asks, and no more than that where it can be helped. */
export interface DoctorPorts extends Pick<SigningPorts, 'openKeys' | 'authorities'> {
  readonly host: Pick<SigningHost, 'admitEvent' | 'claims' | 'clock'>
  readonly evidence: Pick<EvidenceStore, 'check'>
  /** `subject` is the one of the token of the job. */
  grant(uri: KeyUri, subject: string): KeyGrant
}
