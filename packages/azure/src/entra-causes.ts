// Why Microsoft Entra ID does not log a job in, by the numbers in its error code reference.
import type { KnownCause } from '@open-claw/net'

const compare =
  'Compare subject, issuer and audience of the federated credential with those of the token, letter by letter.'

export const ENTRA_CAUSES: readonly KnownCause[] = [
  {
    pattern: /\bAADSTS7002138\b/,
    what: 'a federated credential has this subject with other letter case',
    remedy:
      'Write owner, repository and environment in the federated credential with the letter case of the token.',
  },
  {
    pattern: /\bAADSTS700213\b/,
    what: 'no federated credential of the application has this subject',
    remedy: 'Set the subject of a federated credential to the sub of the token.',
  },
  {
    pattern: /\bAADSTS700211\b/,
    what: 'no federated credential of the application has this issuer',
    remedy: 'Set the issuer of the federated credential to the iss of the token, without a slash at its end.',
  },
  {
    pattern: /\bAADSTS700212\b/,
    what: 'no federated credential of the application has this audience',
    remedy: 'Set the audience of the federated credential to api://AzureADTokenExchange.',
  },
  {
    pattern: /\bAADSTS70021\b/,
    what: 'no federated credential of the application fits the token',
    remedy: compare,
  },
  {
    pattern: /\bAADSTS70025\b/,
    what: 'the application has no federated credential at all',
    remedy:
      'Add a federated credential for the sub of the token to the application, and check azure-client-id.',
  },
  {
    pattern: /\bAADSTS(?:700016|7000229)\b/,
    what: 'the application is not in this tenant',
    remedy:
      'Check azure-client-id and azure-tenant-id; the application needs a service principal in the tenant.',
  },
  {
    pattern: /\bAADSTS(?:90002|900021|900023)\b/,
    what: 'there is no such tenant in this cloud',
    remedy: 'Check azure-tenant-id, and that the vault is one of the cloud that the tenant is in.',
  },
  {
    pattern: /\bAADSTS(?:700024|500133)\b/,
    what: 'the token is not valid at this time',
    remedy: 'Run again for a new token.',
    clock: true,
  },
  {
    pattern: /\bAADSTS(?:70011|500011|650057)\b/,
    what: 'the tenant does not know the service that the token is for',
    remedy: 'Name the vault by the host name of its own cloud, and check azure-tenant-id.',
  },
  {
    pattern: /\bAADSTS(?:7000215|7000222|7000216)\b/,
    what: 'it received a client secret that is wrong or has expired',
    remedy: 'Use the federated credential of the job instead of a secret.',
  },
  {
    pattern: /\bAADSTS(?:7000112|7000113|700005)\b/,
    what: 'the application is disabled',
    remedy: 'Have the administrator of the tenant enable it.',
  },
  {
    pattern: /\bAADSTS5300[0-9]\b/,
    what: 'conditional access blocks the application at the location of the runner',
    remedy: 'Have the administrator of the tenant admit the application from the network of the runner.',
    code: 'SERVICE_REFUSED',
  },
  {
    pattern: /\bAADSTS(?:90033|90006)\b|\btemporarily_unavailable\b/,
    what: 'it has a temporary problem',
    remedy: 'Run again later.',
    code: 'CREDENTIALS_FAILED',
    retry: true,
  },
]
