// Lists what the Sigstore clients read on their own.
import type { VendorClientReads } from '@open-claw/core'

export const SIGSTORE_CLIENT_READS: VendorClientReads = {
  variables: [
    {
      reader: '@sigstore/tuf',
      names: ['XDG_DATA_HOME'],
      decides: ['trust'],
      fate: 'never',
    },
  ],
  files: [
    { path: '~/.local/share/sigstore-js/*', reader: '@sigstore/tuf', decides: ['trust'], fate: 'never' },
  ],
}
