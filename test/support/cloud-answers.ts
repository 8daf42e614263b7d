// One answer of a cloud, given to the client of the product that asks for it: what it makes of it.
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createHttp2Server } from 'node:http2'
import type { AddressInfo } from 'node:net'
import type { ClawError, Clock } from '@open-claw/core'
import { parseKeyUri } from './key-uris.ts'
import { AWS_AUDIENCE, awsWebIdentity } from '../../packages/aws/src/web-identity.ts'
import { awsKeyService } from '../../packages/aws/src/kms/signing.ts'
import { azureFederation } from '../../packages/azure/src/federation.ts'
import { azureKeyService } from '../../packages/azure/src/kms/signing.ts'
import { googleWorkloadIdentity } from '../../packages/google/src/workload-identity.ts'
import { googleSecretStore } from '../../packages/google/src/secrets/secret-manager.ts'
import { googleKeyService } from '../../packages/google/src/kms/signing.ts'
import { vaultLogin } from '../../packages/vault/src/login.ts'
import { vaultKeyService } from '../../packages/vault/src/transit/signing.ts'
import { parseSecretRequests } from '../../packages/wiring/src/secret-stores.ts'
import { refusal } from './errors.ts'
import { statusDetails } from './grpc-status.ts'
import { testToken } from './token.ts'

export interface CloudAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** XML, or JSON. */
  readonly body: unknown
}

export type CloudService =
  | 'gcp-sts'
  | 'gcp-iamcredentials'
  | 'gcp-kms'
  | 'gcp-secret-manager'
  | 'aws-sts'
  | 'aws-kms'
  | 'entra'
  | 'azure-key-vault'
  | 'vault-login'
  | 'vault-transit'

/** Must be in nothing that is shown. */
export const TOKEN = 'hvs.canary-of-the-job'
const JWT = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from(
  '{"sub":"repo:octo-org/octo-repo:ref:refs/heads/main","iss":"https://issuer.example"}',
).toString('base64url')}.canary`
const GUID = '00000000-0000-4000-8000-000000000000'
const ARN = 'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000001'

const text = ({ body }: CloudAnswer): string => (typeof body === 'string' ? body : JSON.stringify(body))

/** A server that gives `answer` to all but the exchange before it, and counts. */
async function serve(answer: CloudAnswer, before?: string) {
  let asked = 0
  const server = createServer((request: IncomingMessage, response) => {
    request.resume()
    if (request.url === before) {
      const token = { access_token: TOKEN, token_type: 'Bearer', expires_in: 3600 }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(token))
      return
    }
    asked += 1
    response.writeHead(answer.status, answer.headers).end(text(answer))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    asked: () => asked,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The same for gRPC: the JSON of the REST API as its status. */
async function serveGrpc({ body }: CloudAnswer) {
  let asked = 0
  const status = statusDetails(body)
  const server = createHttp2Server()
  server.on('stream', (stream) => {
    asked += 1
    stream.respond({ ':status': 200, 'content-type': 'application/grpc', ...status }, { endStream: true })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    asked: () => asked,
    stop: () => void server.close(),
  }
}

const tokens = { mint: async () => ({ token: testToken(TOKEN), expires: Date.now() + 600_000 }) }
const identity = { mint: async () => testToken(JWT) }
const mask = (): void => undefined

type Ask = (url: URL, clock: Clock) => Promise<unknown>

const google =
  (serviceAccount?: string): Ask =>
  (url, clock) =>
    googleWorkloadIdentity({
      provider: 'projects/1/locations/global/workloadIdentityPools/pool/providers/github',
      serviceAccount,
      scope: 'https://www.googleapis.com/auth/cloudkms',
      stsEndpoint: url,
      iamEndpoint: url,
      identity,
      mask,
      clock,
    }).mint()

const ASK: Record<CloudService, Ask> = {
  'gcp-sts': google(),
  'gcp-iamcredentials': google('release@demo.iam.gserviceaccount.com'),
  'gcp-kms': (endpoint, clock) =>
    googleKeyService({ endpoint, tokens, clock }).open(
      parseKeyUri('gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k/cryptoKeyVersions/1', 'key'),
    ),
  'gcp-secret-manager': async (endpoint, clock) => {
    const [request] = parseSecretRequests(['A = gcp-sm://demo/db/1'], 'secrets')
    if (request === undefined) throw new Error('no request')
    return googleSecretStore({ endpoint, tokens, clock }).reveal(request.reference)
  },
  'aws-sts': (stsEndpoint, clock) =>
    awsWebIdentity({
      role: 'arn:aws:iam::111122223333:role/release',
      key: parseKeyUri(`awskms:///${ARN}`, 'key'),
      region: undefined,
      audience: AWS_AUDIENCE,
      runId: '1',
      stsEndpoint,
      identity,
      mask,
      clock,
    }).mint(),
  'aws-kms': (endpoint, clock) => {
    const session = {
      accessKeyId: testToken('AKIACANARY'),
      secretAccessKey: testToken('canary'),
      sessionToken: testToken(TOKEN),
    }
    const credentials = { mint: async () => ({ ...session, expires: Date.now() + 600_000 }) }
    return awsKeyService({ endpoint, region: undefined, credentials, clock }).open(
      parseKeyUri(`awskms:///${ARN}`, 'key'),
    )
  },
  entra: (loginEndpoint, clock) =>
    azureFederation({
      tenantId: GUID,
      clientId: GUID,
      scope: 'https://vault.azure.net/.default',
      audience: 'api://AzureADTokenExchange',
      loginEndpoint,
      identity,
      mask,
      clock,
    }).mint(),
  'azure-key-vault': (endpoint, clock) =>
    azureKeyService({ endpoint, tokens, clock }).open(
      parseKeyUri(`azurekms://acme.vault.azure.net/k/${'a'.repeat(32)}`, 'key'),
    ),
  'vault-login': (address, clock) =>
    vaultLogin({
      address,
      namespace: undefined,
      role: 'ci',
      audience: 'https://vault.example',
      tls: undefined,
      identity,
      mask,
      clock,
    }).mint(),
  'vault-transit': (address, clock) =>
    vaultKeyService({ address, namespace: undefined, tls: undefined, tokens, clock }).open(
      parseKeyUri('hashivault://release', 'key'),
    ),
}

/** Asks `service`, which is to be at `url`. */
export const ask = (service: CloudService, url: URL, clock: Clock): Promise<unknown> =>
  ASK[service](url, clock)

/** What the product says of an answer, and whether it asked again. */
export interface Outcome {
  readonly error: ClawError
  /** All that a person sees. */
  readonly shown: string
  readonly retried: boolean
  readonly asked: number
}

/** Asks `service`, which gives `answer` each time. `ahead` is how far our clock is ahead, in seconds. */
export async function outcomeOf(service: CloudService, answer: CloudAnswer, ahead = 0): Promise<Outcome> {
  const isGrpc = service === 'gcp-kms' || service === 'gcp-secret-manager'
  const before = service === 'gcp-iamcredentials' ? '/v1/token' : undefined
  const server = isGrpc ? await serveGrpc(answer) : await serve(answer, before)
  const sleeps: number[] = []
  // Waiting takes no time at all: two calls at once would use up the time of each other.
  const clock: Clock = {
    now: () => Date.now() + ahead * 1000,
    sleep: async (milliseconds) => void sleeps.push(milliseconds),
  }
  try {
    const error = await refusal(() => ASK[service](server.url, clock))
    const shown = `${error.message} ${error.remedy}`
    return { error, shown, retried: sleeps.length > 0, asked: server.asked() }
  } finally {
    server.stop()
  }
}
