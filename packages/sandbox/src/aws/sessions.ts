// Sessions: what STS issues and what KMS accepts.
import { randomBytes } from 'node:crypto'
import type { SessionPolicy } from './session-policy.ts'

/** A session of an assumed role. */
export interface Session {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  /** Milliseconds since the epoch. */
  readonly expires: number
  /** `arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION` */
  readonly principal: string
  readonly policy: SessionPolicy | undefined
}

/** The sessions that were issued. */
export interface SessionBook {
  /** Issues a session. `lifetime` in seconds. */
  issue(principal: string, lifetime: number, policy: SessionPolicy | undefined): Session
  /** Returns undefined for an access key id that was not issued. */
  find(accessKeyId: string): Session | undefined
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Makes an id as the service does: 20 characters that begin with ASIA. */
const accessKeyId = (): string =>
  `ASIA${[...randomBytes(16)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')}`

/** Creates an empty book. */
export function createSessions(): SessionBook {
  const issued = new Map<string, Session>()
  return {
    issue(principal, lifetime, policy) {
      const session: Session = {
        accessKeyId: accessKeyId(),
        secretAccessKey: randomBytes(30).toString('base64'),
        sessionToken: `sandbox${randomBytes(96).toString('base64')}`,
        expires: Date.now() + lifetime * 1000,
        principal,
        policy,
      }
      issued.set(session.accessKeyId, session)
      return session
    },
    find: (id) => issued.get(id),
  }
}
