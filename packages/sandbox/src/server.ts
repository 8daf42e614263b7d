// The sandbox process: a whole cloud on loopback. It prints its endpoints as one line of JSON and lives until
// its stdin closes, so that it cannot outlive its parent.
import { createAccessTokens } from './access-tokens.ts'
import { listenAws } from './aws/aws.ts'
import { listenAzure } from './azure/azure.ts'
import { listenControl, type Cloud } from './control.ts'
import type { Endpoints } from './control-request.ts'
import { createGateway } from './gateway.ts'
import { createGithubToken, createRun, githubError, githubRoutes } from './github.ts'
import { listenGrpc } from './grpc.ts'
import { googleError, listenHttp, type Listener } from './http.ts'
import { createJobClaims } from './job-claims.ts'
import { createKeyRing } from './key-ring.ts'
import { createKms, kmsRoutes } from './kms.ts'
import { createLedger } from './ledger.ts'
import { createOidcIssuer, createRequestToken, oidcRoutes } from './oidc.ts'
import type { PartContext } from './part.ts'
import { listenSigstore } from './sigstore/sigstore.ts'
import { createSecrets, createSecretStore, secretRoutes } from './secrets.ts'
import { iamRoutes, oauthError, stsRoutes } from './token-exchange.ts'
import { listenVault } from './vault/vault.ts'

const KMS_PROTOS = {
  service: 'kms',
  protos: '@google-cloud/kms/build/protos/protos.json',
  name: 'google.cloud.kms.v1.KeyManagementService',
} as const

const SECRET_PROTOS = {
  service: 'secrets',
  protos: '@google-cloud/secret-manager/build/protos/protos.json',
  name: 'google.cloud.secretmanager.v1.SecretManagerService',
} as const

function createCloud(): Omit<Cloud, 'parts'> {
  const claims = createJobClaims()
  return {
    ledger: createLedger(),
    ring: createKeyRing(),
    secrets: createSecretStore(),
    tokens: createAccessTokens(),
    claims,
    issuer: createOidcIssuer(claims),
    run: createRun(claims),
  }
}

async function listenParts(context: PartContext): Promise<Cloud['parts']> {
  const [aws, azure, vault, sigstore] = await Promise.all([
    listenAws(context),
    listenAzure(context),
    listenVault(context),
    listenSigstore(context),
  ])
  return { aws, azure, vault, sigstore }
}

async function start(): Promise<{ readonly endpoints: Endpoints; readonly listeners: readonly Listener[] }> {
  const cloud = createCloud()
  const gateway = createGateway(cloud.ledger)
  const kms = createKms(cloud.ring, cloud.tokens)
  const secrets = createSecrets(cloud.secrets, cloud.tokens)
  const requestToken = createRequestToken()
  const githubToken = createGithubToken()
  const [kmsGrpc, kmsRest, secretGrpc, secretRest] = await Promise.all([
    listenGrpc({ ...KMS_PROTOS, operations: kms }, gateway),
    listenHttp(kmsRoutes(kms), gateway, googleError),
    listenGrpc({ ...SECRET_PROTOS, operations: secrets }, gateway),
    listenHttp(secretRoutes(secrets), gateway, googleError),
  ])
  const parts = await listenParts({ gateway, issuer: cloud.issuer })
  const [sts, iam, oidc, github, control] = await Promise.all([
    listenHttp(stsRoutes(cloud.issuer, cloud.tokens), gateway, oauthError),
    listenHttp(iamRoutes(cloud.tokens), gateway, googleError),
    listenHttp(oidcRoutes(cloud.issuer, requestToken), gateway, githubError),
    listenHttp(githubRoutes(cloud.run, cloud.claims, githubToken), gateway, githubError),
    listenControl({ ...cloud, parts }),
  ])
  cloud.issuer.setUrl(oidc.url)
  const endpoints: Endpoints = {
    kmsEndpoint: kmsGrpc.url,
    kmsRestEndpoint: kmsRest.url,
    secretEndpoint: secretGrpc.url,
    secretRestEndpoint: secretRest.url,
    stsEndpoint: sts.url,
    iamEndpoint: iam.url,
    oidcIssuer: oidc.url,
    oidcRequestUrl: `${oidc.url}/token?api-version=2.0`,
    oidcRequestToken: requestToken,
    githubApi: github.url,
    githubToken,
    ...parts.aws.endpoints,
    ...parts.azure.endpoints,
    ...parts.vault.endpoints,
    ...parts.sigstore.endpoints,
    controlUrl: control.url,
    controlToken: control.token,
  }
  const own = [kmsGrpc, kmsRest, secretGrpc, secretRest, sts, iam, oidc, github, control]
  const others = Object.values(parts).flatMap(({ listeners }) => listeners)
  return { endpoints, listeners: [...own, ...others] }
}

const { endpoints, listeners } = await start()
const stop = (): void => {
  for (const listener of listeners) listener.close()
  process.exit(0)
}
process.once('SIGTERM', stop)
process.stdin.once('close', stop).once('end', stop).resume()
process.stdout.write(`${JSON.stringify(endpoints)}\n`)
