// What Node.js and the libraries that many clients share read by themselves.
import type { ClientReads } from '@open-claw/core'

export const COMMON_CLIENT_READS: ClientReads = {
  variables: [
    {
      reader: 'all that look into the home of the user',
      names: [
        'HOME',
        'USERPROFILE',
        'HOMEDRIVE',
        'HOMEPATH',
        'APPDATA',
        'LOCALAPPDATA',
        'PROGRAMDATA',
        'PROGRAMFILES',
      ],
      decides: ['identity', 'host', 'program'],
      fate: 'ambient',
    },
    {
      reader: 'the clients of Azure, gRPC, @actions/http-client and Node.js',
      names: ['HTTP_PROXY', 'ALL_PROXY', 'NODE_USE_ENV_PROXY'],
      decides: ['transport'],
      fate: 'never',
    },
    {
      reader: 'debug, retry-request, readable-stream, undici, minimatch, yaml, the clients of the clouds',
      names: [
        'DEBUG*',
        'JEST_WORKER_ID',
        'LOG_STREAM',
        'LOG_TOKENS',
        'NODE_DEBUG',
        'NODE_V8_COVERAGE',
        'READABLE_STREAM',
        'UNDICI_NO_FG',
        '__MINIMATCH_TESTING_PLATFORM__',
      ],
      decides: ['log'],
      fate: 'never',
    },
    {
      reader: 'Node.js',
      names: ['NODE_TLS_REJECT_UNAUTHORIZED'],
      decides: ['trust'],
      fate: 'never',
    },
    {
      reader: 'supports-color, commander',
      names: ['CI_NAME', 'CLICOLOR_FORCE', 'TEAMCITY_VERSION', 'TERM_PROGRAM*'],
      decides: ['nothing of these'],
      fate: 'never',
    },
    {
      reader: 'supports-color, commander',
      names: ['NO_COLOR', 'FORCE_COLOR'],
      decides: ['nothing of these'],
      fate: 'heeded',
    },
    {
      reader: 'every client of ours',
      names: ['HTTPS_PROXY', 'NO_PROXY'],
      decides: ['transport'],
      fate: 'heeded',
    },
    {
      reader: 'Node.js, when the process starts',
      names: ['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA', 'SSL_CERT_FILE', 'SSL_CERT_DIR'],
      decides: ['trust'],
      fate: 'heeded',
    },
  ],
  // No bundled client reads a file from the working directory.
  files: [],
  // It would let anyone on the way answer for a service.
  takenFromCommands: ['NODE_TLS_REJECT_UNAUTHORIZED'],
}
