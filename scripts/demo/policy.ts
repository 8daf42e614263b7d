import { stringify } from 'yaml'

/** Makes the policy of the demo: provenance of one workflow, signed by one key version. */
export function demoPolicy(server: string, key: string): string {
  const repository = `${server}/octo-org/octo-repo`
  return stringify({
    apiVersion: 'open-claw/v1',
    kind: 'ArtifactPolicy',
    metadata: { name: 'production' },
    spec: {
      attestors: [{ name: 'release', key: { uri: key } }],
      attestations: [
        {
          name: 'provenance',
          predicateType: 'https://slsa.dev/provenance/v1',
          attestors: ['release'],
          provenance: {
            repository,
            repositoryId: '456789',
            refs: ['refs/heads/main'],
            builders: [`${repository}/.github/workflows/release.yml@refs/heads/main`],
            events: ['push'],
            isolation: ['shared-job'],
          },
        },
      ],
    },
  })
}
