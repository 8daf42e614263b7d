// From the job's token to a signature and a secret: the whole chain that an action walks.
import { expect, test } from '@jest/globals'
import { createHash, verify } from 'node:crypto'
import { crc32c } from '@open-claw/core'
import { bearer, kmsGrpc, secretsGrpc, versionName } from './clients.ts'
import { testSandbox } from '../../support/sandbox.ts'

const PROVIDER =
  '//iam.googleapis.com/projects/123456/locations/global/workloadIdentityPools/github/providers/open-claw'
const sandbox = await testSandbox()

async function json(url: string, init: RequestInit): Promise<Record<string, unknown>> {
  const response = await fetch(url, init)
  expect(response.status).toBe(200)
  return Object(await response.json())
}

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
})

/** Exchanges the job's ID token for a token of the pool, and that for one of a service account. */
async function accessToken(): Promise<string> {
  const audience = encodeURIComponent(`https:${PROVIDER}`)
  const { value } = await json(`${sandbox.oidcRequestUrl}&audience=${audience}`, {
    headers: { authorization: `Bearer ${sandbox.oidcRequestToken}` },
  })
  const { access_token: federated } = await json(
    `${sandbox.stsEndpoint}/v1/token`,
    post({
      audience: PROVIDER,
      grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
      requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
      scope: 'https://www.googleapis.com/auth/cloud-platform',
      subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
      subjectToken: value,
    }),
  )
  const account = 'signer@demo.iam.gserviceaccount.com'
  const issued = await json(
    `${sandbox.iamEndpoint}/v1/projects/-/serviceAccounts/${account}:generateAccessToken`,
    post(
      { scope: ['https://www.googleapis.com/auth/cloud-platform'], lifetime: '300s' },
      { authorization: `Bearer ${String(federated)}` },
    ),
  )
  return String(issued['accessToken'])
}

test('an ID token becomes an access token, a signature and a secret', async () => {
  const call = bearer(await accessToken())

  const kms = kmsGrpc(sandbox.kmsEndpoint)
  const name = versionName('ec-sign-p256-sha256')
  const message = Buffer.from('an artifact')
  const sha256 = createHash('sha256').update(message).digest()
  const [key] = await kms.getPublicKey({ name }, call)
  const request = { name, digest: { sha256 }, digestCrc32c: { value: String(crc32c(sha256)) } }
  const [signed] = await kms.asymmetricSign(request, call)
  await kms.close()
  expect(verify('sha256', message, String(key.pem), Buffer.from(Object(signed.signature)))).toBe(true)
  expect(signed).toMatchObject({ name, verifiedDigestCrc32c: true, protectionLevel: 'SOFTWARE' })

  const data = Buffer.from('hunter2').toString('base64')
  await sandbox.control({ op: 'put-secret', project: 'demo', secret: 'token', data })
  const secrets = secretsGrpc(sandbox.secretEndpoint)
  const [secret] = await secrets.accessSecretVersion(
    { name: 'projects/demo/secrets/token/versions/latest' },
    call,
  )
  await secrets.close()
  expect(secret.name).toMatch(/^projects\/[0-9]+\/secrets\/token\/versions\/1$/)
  expect(String(secret.payload?.data)).toBe('hunter2')
  expect(secret.payload?.dataCrc32c).toBe(String(crc32c(Buffer.from('hunter2'))))

  const { calls } = await sandbox.control({ op: 'calls' })
  expect(calls).toMatchObject({
    'kms.AsymmetricSign': 1,
    'sts.ExchangeToken': 1,
    'iam.GenerateAccessToken': 1,
  })
})
