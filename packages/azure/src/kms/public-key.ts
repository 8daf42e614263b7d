// Public keys and what the service says about them. No signing here: the deployment gate loads only this.
import {
  ClawError,
  fitsAlgorithm,
  printable,
  type Algorithm,
  type KeyUri,
  type PublishedKey,
  chooseAlgorithm,
  type PublicKeySource,
} from '@open-claw/core'
import type { KeyVaultKey } from '@azure/keyvault-keys'
import { corrupt } from '@open-claw/net'
import { AZURE_ALGORITHMS, PROTECTION_LEVELS } from './algorithms.ts'
import { NO_CREDENTIAL, keyVaultAt, type AzureKeyOptions, type KeyVault } from './client.ts'
import { azureKeyName, azureKeyUri, type AzureKeyName } from '../key-uri.ts'
import { AZURE_PERMISSIONS } from '../permissions.ts'
import { importJwk } from './jwk.ts'
import { askKeyVault } from './failures.ts'

/** A pinned key version. */
export interface PinnedKey extends PublishedKey {
  /** `https://host/keys/name/version` */
  readonly resource: string
  readonly name: string
  readonly version: string
  /** Throws KEY_UNUSABLE outside the validity period of the key. */
  readonly checkTime: () => void
}

const changed = (resource: string): ClawError =>
  new ClawError('KEY_CHANGED', `${resource}: the answer is about another key or version.`)

const unusable = (resource: string, problem: string): ClawError =>
  new ClawError('KEY_UNUSABLE', `${resource} ${problem}.`, {
    remedy: 'Name a version that may sign now.',
  })

/** Returns the version in a key identifier that starts with `prefix`. Host and key names ignore case. Throws KEY_CHANGED. */
function versionIn(kid: string, prefix: string): string {
  const found = kid.toLowerCase().startsWith(prefix.toLowerCase()) ? kid.slice(prefix.length) : ''
  if (!/^[0-9a-f]{32}$/.test(found)) throw changed(prefix.slice(0, -1))
  return found
}

/** Throws KEY_CHANGED unless `kid` is the identifier of `key`. */
export function checkKeyId(kid: unknown, { resource, version }: PinnedKey): void {
  const prefix = resource.slice(0, -version.length)
  if (typeof kid !== 'string' || versionIn(kid, prefix) !== version) throw changed(resource)
}

/** Returns the check of RFC 7519 §4.1.4 and §4.1.5; it fails on a bound that cannot be read. */
function timeCheck(answer: KeyVaultKey, resource: string, keyVault: KeyVault): () => void {
  const { notBefore, expiresOn } = answer.properties
  return () => {
    const now = keyVault.clock.now()
    if (notBefore !== undefined && !(Number(notBefore) <= now)) throw unusable(resource, 'is not valid yet')
    if (expiresOn !== undefined && !(now < Number(expiresOn))) throw unusable(resource, 'has expired')
  }
}

function checkPurpose({ properties, keyOperations }: KeyVaultKey, resource: string): void {
  if (properties.enabled !== true) throw unusable(resource, 'is not enabled')
  if (keyOperations?.includes('sign') !== true) throw unusable(resource, 'is not for signing (key_ops)')
}

function readKey(
  answer: KeyVaultKey,
  keyVault: KeyVault,
  { key: name, version: pinned }: AzureKeyName,
  wanted: Algorithm | undefined,
): PinnedKey {
  const prefix = `https://${keyVault.host}/keys/${name}/`
  const version = versionIn(answer.id ?? '', prefix)
  const resource = prefix + version
  if (pinned !== undefined && version !== pinned) throw changed(prefix + pinned)
  const type = PROTECTION_LEVELS.get(answer.key?.kty ?? '')
  if (type === undefined)
    throw unusable(resource, `is of type ${printable(String(answer.key?.kty))}, which does not sign`)
  checkPurpose(answer, resource)
  const checkTime = timeCheck(answer, resource, keyVault)
  checkTime()
  const key = importJwk(answer.key ?? {})
  if (key === undefined) throw corrupt(resource, 'the answer has no public key that can be read')
  const offered = [...AZURE_ALGORITHMS.keys()].filter((algorithm) => fitsAlgorithm(key, algorithm))
  return {
    uri: azureKeyUri({ host: keyVault.host, key: name }, version),
    algorithm: chooseAlgorithm(resource, offered, wanted),
    publicKey: key.export({ type: 'spki', format: 'der' }),
    protectionLevel: type.level,
    resource,
    name,
    version,
    checkTime,
  }
}

/** Resolves the version of `uri` once, to the newest, and fetches its public key. Throws what `ask` throws, KEY_URI_INVALID, KEY_CHANGED or KEY_ALGORITHM_UNSUPPORTED. */
export async function pinKey(
  keyVault: KeyVault,
  uri: KeyUri,
  wanted: Algorithm | undefined,
): Promise<PinnedKey> {
  const name = azureKeyName(uri)
  const { key, version } = name
  const resource = `https://${keyVault.host}/keys/${key}${version === undefined ? '' : `/${version}`}`
  return askKeyVault(
    keyVault,
    { resource, permission: AZURE_PERMISSIONS.get },
    async (options) => {
      const { KeyClient } = await import('@azure/keyvault-keys')
      const client = new KeyClient(keyVault.origin, NO_CREDENTIAL, keyVault.clientOptions())
      return client.getKey(key, version === undefined ? options : { ...options, version })
    },
    (answer) => readKey(answer, keyVault, name, wanted),
  )
}

/** Fetches public keys by their URIs; for verifiers. */
export function azurePublicKey(options: AzureKeyOptions): PublicKeySource {
  return (uri, wanted) => pinKey(keyVaultAt(azureKeyName(uri).host, options), uri, wanted)
}
