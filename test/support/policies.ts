// A policy that tests bend.
import { trustedKey } from '@open-claw/core'
import { parsePolicy as parsePolicyWith, type ArtifactPolicy } from '@open-claw/policy'
import { parse, stringify } from 'yaml'
import { KEY_URIS } from './key-uris.ts'
import { testKey } from './keys.ts'

export const parsePolicy = (bytes: Uint8Array): Promise<ArtifactPolicy> => parsePolicyWith(bytes, KEY_URIS)

export const key = testKey()
const PEM = trustedKey('release', key.publicKey).key.export({ type: 'spki', format: 'pem' }).toString()
export const POLICY = stringify({
  apiVersion: 'open-claw/v1',
  kind: 'ArtifactPolicy',
  metadata: { name: 'production' },
  spec: {
    attestors: [
      { name: 'release', key: { publicKey: PEM } },
      {
        name: 'staging',
        key: { uri: 'gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1' },
      },
    ],
    attestations: [
      {
        name: 'provenance',
        predicateType: 'https://slsa.dev/provenance/v1',
        attestors: ['release'],
        provenance: {
          repository: 'https://github.com/octo-org/octo-repo',
          repositoryId: '74',
          refs: ['refs/heads/main', 'refs/tags/v*'],
          builders: ['https://github.com/octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main'],
          events: ['push'],
          isolation: ['shared-job'],
          runnerEnvironment: 'github-hosted',
        },
      },
    ],
  },
})
export type Json = Record<string, any>
export const edit = (change: (policy: Json) => void): Buffer => {
  const json = parse(POLICY)
  change(json)
  return Buffer.from(stringify(json))
}
