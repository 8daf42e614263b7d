// What our own client of Vault reads on a machine that has credentials of its own.
import type { VendorClientReads } from '@open-claw/core'

export const VAULT_CLIENT_READS: VendorClientReads = {
  variables: [
    {
      reader: 'our own client of Vault',
      names: ['VAULT_TOKEN', 'BAO_TOKEN'],
      decides: ['identity'],
      fate: 'ambient',
    },
  ],
  files: [
    { path: '~/.vault-token', reader: 'our own client of Vault', decides: ['identity'], fate: 'ambient' },
  ],
}
