// What an earlier step of the job leaves for the clients of later ones: a home full of their files, files in
// the working directory, and every variable that they read. All of it leads to one server and one program.
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { CLIENT_READS } from '@open-claw/wiring'
import { selfSigned } from '../unit/aws/certificate.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface HostileHome {
  readonly folder: string
  /** A program that leaves a mark. */
  readonly program: string
  /** Whether the program ran. */
  readonly ran: () => boolean
  /** Connections to the server that everything names. */
  readonly connections: () => number
  /** Variables of the table, each with the value that does most harm. */
  readonly variables: Readonly<Record<string, string>>
  stop(): void
}

const files = (program: string, trap: string, folder: string): Record<string, string> => {
  const profile = `[default]\nregion = us-east-1\nendpoint_url = ${trap}\ncredential_process = ${program}\nuse_fips_endpoint = true\n`
  const executable = JSON.stringify({
    type: 'external_account',
    audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/pool/providers/github',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    token_url: `${trap}/v1/token`,
    credential_source: { executable: { command: program, timeout_millis: 5000 } },
  })
  return {
    '.secureConnect/context_aware_metadata.json': JSON.stringify({ cert_provider_command: [program] }),
    '.config/gcloud/application_default_credentials.json': executable,
    '.config/gcloud/certificate_config.json': JSON.stringify({ cert_configs: {} }),
    '.aws/config': profile,
    '.aws/credentials': profile,
    '.vault-token': 'hvs.canary-of-another-step',
    '.node_modules/module/index.js': `require('child_process').execFileSync(${JSON.stringify(program)})`,
    'credentials.json': executable,
    'roots.pem': selfSigned().cert,
    'metadata.json': folder,
  }
}

/** Values that a client would act on; every other variable of the table names the server. */
const valuesOf = (folder: string, trap: string, program: string): Record<string, string> => ({
  GOOGLE_API_USE_CLIENT_CERTIFICATE: 'true',
  GOOGLE_API_USE_MTLS_ENDPOINT: 'always',
  GOOGLE_CLOUD_UNIVERSE_DOMAIN: 'universe.example.com',
  GOOGLE_EXTERNAL_ACCOUNT_ALLOW_EXECUTABLES: '1',
  GOOGLE_APPLICATION_CREDENTIALS: join(folder, 'credentials.json'),
  GOOGLE_API_CERTIFICATE_CONFIG: join(folder, '.config/gcloud/certificate_config.json'),
  GOOGLE_SDK_NODE_LOGGING: 'all',
  GRPC_DEFAULT_SSL_ROOTS_FILE_PATH: join(folder, 'roots.pem'),
  GRPC_TRACE: 'all',
  GRPC_VERBOSITY: 'DEBUG',
  CLOUDSDK_CONFIG: join(folder, '.config/gcloud'),
  AWS_CONFIG_FILE: join(folder, '.aws/config'),
  AWS_SHARED_CREDENTIALS_FILE: join(folder, '.aws/credentials'),
  AWS_PROFILE: 'default',
  AWS_USE_FIPS_ENDPOINT: 'true',
  AWS_USE_DUALSTACK_ENDPOINT: 'true',
  AWS_REGION: 'eu-west-3',
  AWS_ACCESS_KEY_ID: 'AKIACANARY',
  AWS_SECRET_ACCESS_KEY: 'canary-secret',
  AWS_SESSION_TOKEN: 'canary-session',
  AWS_WEB_IDENTITY_TOKEN_FILE: join(folder, '.vault-token'),
  AWS_ENDPOINT_URL_KMS: trap,
  AWS_ENDPOINT_URL_STS: trap,
  AZURE_LOG_LEVEL: 'verbose',
  AZURE_FEDERATED_TOKEN_FILE: join(folder, '.vault-token'),
  VAULT_TOKEN: 'hvs.canary-of-another-step',
  BAO_TOKEN: 'hvs.canary-of-another-step',
  HOME: folder,
  USERPROFILE: folder,
  APPDATA: join(folder, '.config'),
  LOCALAPPDATA: folder,
  XDG_DATA_HOME: folder,
  NODE_TLS_REJECT_UNAUTHORIZED: '0',
  NODE_USE_ENV_PROXY: '1',
  NODE_DEBUG: '',
  NODE_V8_COVERAGE: '',
  DEBUG: '*',
  PROGRAMFILES: folder,
  VAULT_ADDR: trap,
  BROWSER: program,
})

/** A home and an environment in which every table row of the clients is set. */
export async function hostileHome(): Promise<HostileHome> {
  const folder = temporaryFolder('home')
  const mark = join(folder, 'ran')
  const program = join(folder, 'program')
  writeFileSync(program, `#!/bin/sh\nenv > ${mark}\n`)
  chmodSync(program, 0o755)
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const trap = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  for (const [name, content] of Object.entries(files(program, trap, folder))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  const dangerous = CLIENT_READS.flatMap(({ variables }) => variables)
    .filter(({ fate }) => fate !== 'heeded')
    .flatMap(({ names }) => names)
  const named = dangerous.map((name): [string, string] => [name.replace(/_?\*$/, ''), trap])
  const both = ['HTTP_PROXY', 'ALL_PROXY', 'GRPC_PROXY'].map((name): [string, string] => [
    name.toLowerCase(),
    trap,
  ])
  return {
    folder,
    program,
    ran: () => existsSync(mark),
    connections: () => connections,
    variables: { ...Object.fromEntries([...named, ...both]), ...valuesOf(folder, trap, program) },
    stop: () => void server.close(),
  }
}
