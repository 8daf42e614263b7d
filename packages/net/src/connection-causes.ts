// Causes of failed connections, by the words of Node.js, OpenSSL and gRPC. All of them lie between the runner and the service.
import type { KnownCause } from './known-cause.ts'

export const CONNECTION_CAUSES: readonly KnownCause[] = [
  {
    pattern:
      /^(?!ERR_)[A-Z_]*(?:CERT|CRL|SIGNATURE|ISSUER|ALTNAME)|^ERR_TLS_CERT|Last error: .*(?:certificate|altnames)/,
    what: 'the certificate that was shown is not trusted here',
    remedy:
      'Have NODE_EXTRA_CA_CERTS of the runner, or vault-ca for Vault, name the authority, as a proxy that opens TLS has its own.',
    retry: false,
  },
  {
    pattern: /^(?:ENOTFOUND|EAI_AGAIN)\n|^Name resolution failed|\nName resolution failed/,
    what: 'its name cannot be resolved here',
    remedy: 'Check the name in the inputs, and DNS, HTTPS_PROXY and NO_PROXY of the runner.',
  },
  {
    pattern: /^ERR_PROXY_TUNNEL\n|^timeout at the proxy\n/,
    what: 'the proxy does not let the connection through',
    remedy: 'Check HTTPS_PROXY and NO_PROXY of the runner, and what the proxy allows.',
  },
  {
    pattern: /Last error: .*\b(?<where>E[A-Z]{4,15})\b/,
    what: 'there is no connection',
    remedy: 'Check that the runner may reach it, and run again later.',
  },
]
