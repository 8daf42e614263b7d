// Public keys for the gate: one row for each scheme of key URIs.
import { awsPublicKey } from '@open-claw/aws'
import { azurePublicKey } from '@open-claw/azure'
import { keyScheme, type KeyScheme, type KeyUri, type PublicKeySource } from '@open-claw/core'
import { googlePublicKey } from '@open-claw/google'
import type { CloudInputs } from '@open-claw/inputs'
import type { PublicKeySession } from '@open-claw/usecases'
import { vaultPublicKey } from '@open-claw/vault'
import { giveBack, openSession, type CloudSession } from './session.ts'

const SOURCES: Readonly<Record<KeyScheme, (session: CloudSession, uri: KeyUri) => PublicKeySource>> = {
  gcpkms: (session) => googlePublicKey(session.google()),
  awskms: (session, uri) => awsPublicKey(session.aws(uri)),
  azurekms: (session, uri) => azurePublicKey(session.azure(uri)),
  hashivault: (session) => vaultPublicKey(session.vault()),
}

/** A session that may fetch public keys and nothing else. */
export function openPublicKeys(cloud: CloudInputs): PublicKeySession {
  const session = openSession(cloud, 'verify')
  return {
    publicKey: (uri, wanted) => SOURCES[keyScheme(uri)](session, uri)(uri, wanted),
    [Symbol.asyncDispose]: () => giveBack(session),
  }
}
