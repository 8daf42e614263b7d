// One row for each scheme of key URIs.
import {
  keyScheme,
  type Algorithm,
  type KeyScheme,
  type KeyService,
  type KeyUri,
  type KmsSigningKey,
} from '@open-claw/core'
import type { CloudSession } from './session.ts'
import { awsKeyService } from '@open-claw/aws'
import { azureKeyService } from '@open-claw/azure'
import { googleKeyService } from '@open-claw/google'
import { vaultKeyService } from '@open-claw/vault'

const SERVICES: Readonly<Record<KeyScheme, (session: CloudSession, uri: KeyUri) => KeyService>> = {
  gcpkms: (session) => googleKeyService(session.google()),
  awskms: (session, uri) => awsKeyService(session.aws(uri)),
  azurekms: (session, uri) => azureKeyService(session.azure(uri)),
  hashivault: (session) => vaultKeyService(session.vault()),
}

/** Opens the key of `uri` in its service. */
export const openKey = (
  session: CloudSession,
  uri: KeyUri,
  algorithm: Algorithm | undefined,
): Promise<KmsSigningKey> => SERVICES[keyScheme(uri)](session, uri).open(uri, algorithm)
