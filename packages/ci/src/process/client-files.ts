// The files that the bundled clients read by themselves. What lies in the home of the user is out of reach
// while the process has none.
import type { Decides, Fate } from './client-variables.ts'

export interface ClientFile {
  /** Below the home of the user, or from the root. */
  readonly path: string
  readonly reader: string
  readonly decides: readonly Decides[]
  /** `heeded`: an earlier step without the rights of an administrator cannot write it. */
  readonly fate: Fate
}

/** No bundled client reads a file from the working directory. */
export const CLIENT_FILES = [
  {
    path: '~/.secureConnect/context_aware_metadata.json',
    reader: 'Google clients (google-gax)',
    decides: ['program'],
    fate: 'never',
  },
  {
    path: '~/.config/gcloud/application_default_credentials.json',
    reader: 'google-auth-library',
    decides: ['identity', 'host'],
    fate: 'ambient',
  },
  {
    path: '~/.config/gcloud/certificate_config.json',
    reader: 'google-auth-library',
    decides: ['identity'],
    fate: 'ambient',
  },
  { path: '~/.aws/config', reader: 'AWS clients', decides: ['identity', 'host', 'program'], fate: 'ambient' },
  {
    path: '~/.aws/credentials',
    reader: 'AWS clients',
    decides: ['identity', 'host', 'program'],
    fate: 'ambient',
  },
  { path: '~/.aws/sso/cache/*.json', reader: 'AWS clients', decides: ['identity'], fate: 'ambient' },
  { path: '~/.aws/login/cache/*.json', reader: 'AWS clients', decides: ['identity'], fate: 'ambient' },
  {
    path: '~/.azure/*',
    reader: 'the programs that @azure/identity runs',
    decides: ['identity'],
    fate: 'ambient',
  },
  { path: '~/.vault-token', reader: 'our own client of Vault', decides: ['identity'], fate: 'ambient' },
  { path: '~/.local/share/sigstore-js/*', reader: '@sigstore/tuf', decides: ['trust'], fate: 'never' },
  {
    path: '/sys/class/dmi/id/bios_date',
    reader: 'gcp-metadata',
    decides: ['nothing of these'],
    fate: 'heeded',
  },
  { path: '/opt/azcmagent/bin/himds', reader: '@azure/identity', decides: ['identity'], fate: 'heeded' },
] as const satisfies readonly ClientFile[]
