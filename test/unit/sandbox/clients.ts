// The genuine clients, as they are pointed at loopback.
import { KeyManagementServiceClient } from '@google-cloud/kms'
import { SecretManagerServiceClient } from '@google-cloud/secret-manager'
import { afterAll } from '@jest/globals'
import type { Sandbox } from '@open-claw/sandbox'
import { credentials } from '@grpc/grpc-js'
import { OAuth2Client, PassThroughClient } from 'google-auth-library'

const PARENT = 'projects/demo/locations/global/keyRings/release/cryptoKeys'

export const keyName = (key: string): string => `${PARENT}/${key}`
export const versionName = (key: string, version = '1'): string =>
  `${PARENT}/${key}/cryptoKeyVersions/${version}`

/** Insecure channels carry no call credentials in grpc-js, so the token goes into the metadata of each call. */
export const bearer = (token: string) => ({ otherArgs: { headers: { authorization: `Bearer ${token}` } } })

const grpcOptions = (endpoint: string) => {
  const { hostname, port } = new URL(endpoint)
  return {
    apiEndpoint: hostname,
    port: Number(port),
    sslCreds: credentials.createInsecure(),
    authClient: new PassThroughClient(),
  }
}

const restOptions = (endpoint: string, token: string) => {
  const { hostname, port } = new URL(endpoint)
  const authClient = new OAuth2Client()
  authClient.setCredentials({ access_token: token })
  return { fallback: true, protocol: 'http', apiEndpoint: hostname, port: Number(port), authClient } as const
}

export const kmsGrpc = (endpoint: string) => new KeyManagementServiceClient(grpcOptions(endpoint))
export const secretsGrpc = (endpoint: string) => new SecretManagerServiceClient(grpcOptions(endpoint))

/** Clients of the key service over both transports, closed after the last test of the file. */
export function kmsClients(sandbox: Sandbox, token: string) {
  const grpc = kmsGrpc(sandbox.kmsEndpoint)
  const rest = new KeyManagementServiceClient(restOptions(sandbox.kmsRestEndpoint, token))
  afterAll(() => Promise.all([grpc.close(), rest.close()]))
  return { grpc, rest }
}

/** Clients of the secret store over both transports, closed after the last test of the file. */
export function secretsClients(sandbox: Sandbox, token: string) {
  const grpc = secretsGrpc(sandbox.secretEndpoint)
  const rest = new SecretManagerServiceClient(restOptions(sandbox.secretRestEndpoint, token))
  afterAll(() => Promise.all([grpc.close(), rest.close()]))
  return { grpc, rest }
}
