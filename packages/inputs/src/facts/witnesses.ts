// Inputs that name the certificate authority, the timestamp authorities and the log.
import type { InputFact, InputNeed } from '@open-claw/core'

const NO_SIGNING_CONFIG: InputNeed = {
  oneOf: [{ input: 'signing-config', is: [''] }],
  because: 'signing-config names all services',
}

export const CERTIFICATE_AUTHORITY = {
  name: 'certificate-authority',
  type: 'text',
  description:
    'For key: keyless, who certifies the identity of the job: `public` (Sigstore), `github` (its instance for private repositories), or the URL of a Fulcio. Left out: `public` for a public repository, `github` for any other.',
  choices: ['public', 'github'],
  option: { value: 'authority', help: 'for --key keyless: public, github or a URL' },
  needs: [
    NO_SIGNING_CONFIG,
    { oneOf: [{ input: 'key', is: ['keyless'] }], because: 'only key: keyless is certified' },
  ],
} as const satisfies InputFact

export const TIMESTAMP_AUTHORITY = {
  name: 'timestamp-authority',
  type: 'list',
  description:
    'RFC 3161 authorities, one a line: a URL with its path, `public`, `github`, or `none`. Left out: none for a key, the one beside the certificate authority for key: keyless.',
  choices: ['public', 'github', 'none'],
  option: { value: 'authority', help: 'a URL, public, github or none; may be repeated' },
  needs: [NO_SIGNING_CONFIG],
} as const satisfies InputFact

export const TRANSPARENCY_LOG = {
  name: 'transparency-log',
  type: 'text',
  description:
    '`none`, `public` (Sigstore), or the URL of a Rekor. Left out: `none`, but `public` where the certificate authority is `public`.',
  choices: ['none', 'public'],
  option: { value: 'log', help: 'none, public or a URL' },
  needs: [NO_SIGNING_CONFIG],
} as const satisfies InputFact

export const TRANSPARENCY_LOG_VERSION = {
  name: 'transparency-log-version',
  type: 'choice',
  description: 'API of a log that is named by URL: `1` or `2`. Left out: `2`.',
  choices: ['1', '2'],
  option: { value: 'number', help: 'API of a log named by URL: 1 or 2' },
  needs: [
    NO_SIGNING_CONFIG,
    {
      oneOf: [{ input: 'transparency-log', not: ['', 'none', 'public'] }],
      because: 'only a log that is named by URL has a choice of versions',
    },
  ],
} as const satisfies InputFact

export const ALLOW_PUBLIC_LOG = {
  name: 'allow-public-log',
  type: 'boolean',
  description:
    '`true` lets a repository that is not public be written to a public log or certified by a public authority, for all time.',
  default: 'false',
  choices: ['true', 'false'],
  option: {
    value: 'boolean',
    help: 'true lets a private repository be written to a public log',
  },
  needs: [
    {
      oneOf: [
        { input: 'key', is: ['keyless'] },
        { input: 'transparency-log', not: ['', 'none'] },
        { input: 'signing-config', not: [''] },
      ],
      because: 'without key: keyless, transparency-log and signing-config nothing is written to a log',
    },
  ],
} as const satisfies InputFact

export const SIGNING_CONFIG = {
  name: 'signing-config',
  type: 'path',
  description: 'Path of a signing config as cosign reads it, in place of the four inputs that name services.',
  option: { value: 'path', help: 'a signing config as cosign reads it' },
} as const satisfies InputFact
