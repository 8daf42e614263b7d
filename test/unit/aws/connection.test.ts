// Where requests are sent and what the environment may say about it. The variables are set as an earlier
// step would set them.
import { chmod, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { ClawError, type KeyUri } from '@open-claw/core'
import type { SessionTokens } from '../../../packages/aws/src/session-credentials.ts'
import { parseKeyUri } from '../../support/key-uris.ts'
import { awsKeyService } from '../../../packages/aws/src/kms/signing.ts'
import { type AwsKeyOptions, awsKmsEndpoint } from '../../../packages/aws/src/kms/client.ts'
import { testClock } from '../../support/clock.ts'
import { codeOf, refusal } from '../../support/errors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { awsServiceAt, awsUri, fixed, P256_ARN, sessionWith } from './keys.ts'
import { startScriptedAws, type ScriptedAws } from './scripted.ts'
import { selfSigned } from './certificate.ts'

const SESSION = {
  accessKeyId: 'ASIACANARYCANARY1234',
  secretAccessKey: 'canary-secret-access-key',
  sessionToken: 'canary-session-token',
  expires: Date.now() + 900_000,
}
const URI = awsUri(P256_ARN)
const environment = { ...process.env }
const roots = getCACertificates('default')
const { cert, key } = selfSigned()

let folder = ''
let plain: ScriptedAws
let encrypted: ScriptedAws
let decoy: ScriptedAws
beforeAll(async () => {
  folder = temporaryFolder('aws-connection')
  plain = await startScriptedAws()
  encrypted = await startScriptedAws({ cert, key })
  decoy = await startScriptedAws()
  await writeDecoyProfile()
})
afterAll(async () => {
  for (const server of [plain, encrypted, decoy]) server.stop()
})
beforeEach(() => {
  for (const server of [plain, encrypted, decoy]) server.play({})
})
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
  setDefaultCACertificates(roots)
})

const openAt = (endpoint: string, credentials: AwsKeyOptions['credentials'] = fixed(SESSION), uri = URI) =>
  refusal(() => awsServiceAt(endpoint, credentials).service.open(uri))
const openUri = (uri: KeyUri) => {
  const options = {
    endpoint: undefined,
    region: 'us-east-1',
    credentials: fixed(SESSION),
    clock: testClock(),
  }
  return refusal(() => awsKeyService(options).open(uri))
}
const atPlain = (): string => `http://127.0.0.1:${plain.port}`
/** An empty answer is refused, but only after it was asked for. */
const ANSWERED = 'KEY_CHANGED'
const untouched = (...servers: ScriptedAws[]): void => {
  for (const server of servers) expect(server.headers).toEqual([])
}

describe('an endpoint with TLS', () => {
  test('whose certificate the roots of Node trust is asked', async () => {
    setDefaultCACertificates([...roots, cert])
    expect((await openAt(`https://127.0.0.1:${encrypted.port}`)).code).toBe(ANSWERED)
    expect(encrypted.headers).toHaveLength(2)
  })
  test('that the URI names is asked over https', async () => {
    setDefaultCACertificates([...roots, cert])
    const uri = parseKeyUri(`awskms://127.0.0.1:${encrypted.port}/${P256_ARN}`, 'key')
    expect((await openUri(uri)).code).toBe(ANSWERED)
    expect(encrypted.headers).toHaveLength(2)
  })
  test('that the URI names is not asked where the input names another', async () => {
    const uri = parseKeyUri(`awskms://127.0.0.1:${encrypted.port}/${P256_ARN}`, 'key')
    expect((await openAt(atPlain(), fixed(SESSION), uri)).code).toBe(ANSWERED)
    expect(plain.headers).toHaveLength(2)
    untouched(encrypted)
  })
  test('that nobody trusts gets nothing', async () => {
    expect((await openAt(`https://127.0.0.1:${encrypted.port}`)).code).toBe('KMS_FAILED')
    untouched(encrypted)
  })
  test('whose certificate only a variable trusts gets nothing (abuse case 24)', async () => {
    const file = join(folder, 'roots.pem')
    await writeFile(file, cert)
    process.env['AWS_CA_BUNDLE'] = file
    process.env['SSL_CERT_FILE'] = file
    expect((await openAt(`https://127.0.0.1:${encrypted.port}`)).code).toBe('KMS_FAILED')
    untouched(encrypted)
  })
  test('whose certificate is for another name gets nothing', async () => {
    setDefaultCACertificates([...roots, cert])
    expect((await openAt(`https://localhost:${encrypted.port}`)).code).toBe('KMS_FAILED')
    untouched(encrypted)
  })
  test('that answers without TLS gets nothing, though the URI names it', async () => {
    const uri = parseKeyUri(`awskms://127.0.0.1:${plain.port}/${P256_ARN}`, 'key')
    expect((await openUri(uri)).code).toBe('KMS_FAILED')
    untouched(plain)
  })
})

describe('the region of a key', () => {
  const ARNS = [
    ['aws', 'eu-west-1', 'kms.eu-west-1.amazonaws.com'],
    ['aws-cn', 'cn-north-1', 'kms.cn-north-1.amazonaws.com.cn'],
    ['aws-us-gov', 'us-gov-west-1', 'kms.us-gov-west-1.amazonaws.com'],
    ['aws-iso', 'us-iso-east-1', 'kms.us-iso-east-1.c2s.ic.gov'],
    ['aws-iso-b', 'us-isob-east-1', 'kms.us-isob-east-1.sc2s.sgov.gov'],
    ['aws-eusc', 'eusc-de-east-1', 'kms.eusc-de-east-1.amazonaws.eu'],
  ] as const
  test.each(ARNS)('in the partition %s, %s, has its endpoint', async (_, region, host) => {
    poison()
    expect((await awsKmsEndpoint(region)).href).toBe(`https://${host}/`)
  })
  test.each(ARNS)('in the partition %s, %s, is what is signed for', async (partition, region, _host) => {
    const arn = P256_ARN.replace('arn:aws:', `arn:${partition}:`).replace('us-east-1', region)
    plain.play({ GetPublicKey: ({ KeyId }) => ({ KeyId, KeyUsage: 'SIGN_VERIFY' }) })
    const error = await openAt(atPlain(), fixed(SESSION), awsUri(arn))
    expect([error.code, error.message]).toEqual(['KEY_ALGORITHM_UNSUPPORTED', expect.stringContaining(arn)])
    for (const headers of plain.headers) expect(headers['authorization']).toContain(`/${region}/kms/`)
  })
})

/** What the client would read, all pointing to a server of somebody else. */
function poison(): void {
  const url = `http://127.0.0.1:${decoy.port}`
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: url,
    AWS_ENDPOINT_URL_KMS: url,
    AWS_ENDPOINT_URL_STS: url,
    AWS_REGION: 'eu-west-1',
    AWS_DEFAULT_REGION: 'eu-west-1',
    AWS_PROFILE: 'decoy',
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'config'),
    AWS_ACCESS_KEY_ID: 'AKIADECOYDECOYDECOY1',
    AWS_SECRET_ACCESS_KEY: 'decoy-secret',
    AWS_SESSION_TOKEN: 'decoy-token',
    AWS_USE_FIPS_ENDPOINT: 'true',
    AWS_USE_DUALSTACK_ENDPOINT: 'true',
    AWS_MAX_ATTEMPTS: '9',
    AWS_RETRY_MODE: 'adaptive',
    AWS_DEFAULTS_MODE: 'mobile',
    AWS_AUTH_SCHEME_PREFERENCE: 'noAuth',
    AWS_SDK_UA_APP_ID: 'decoy',
    HTTP_PROXY: url,
    HTTPS_PROXY: url,
    http_proxy: url,
  })
}

/** A profile with a credential process, an endpoint and a region, none of which may be used. */
async function writeDecoyProfile(): Promise<void> {
  const program = join(folder, 'credential-process')
  await writeFile(program, `#!/bin/sh\ntouch ${join(folder, 'ran')}\n`)
  await chmod(program, 0o700)
  const lines = [
    '[profile decoy]',
    'region = eu-west-1',
    `credential_process = ${program}`,
    `endpoint_url = http://127.0.0.1:${decoy.port}`,
    'services = decoy',
    '[services decoy]',
    'kms =',
    `  endpoint_url = http://127.0.0.1:${decoy.port}`,
  ]
  await writeFile(join(folder, 'config'), lines.join('\n'))
}

describe('the environment (abuse cases 24 and 25)', () => {
  test('changes neither where a request goes, nor who makes it, nor how often', async () => {
    poison()
    expect((await openAt(atPlain())).code).toBe(ANSWERED)
    untouched(decoy)
    expect(plain.headers).toHaveLength(2)
    for (const headers of plain.headers) {
      expect(headers['authorization']).toMatch(/Credential=ASIACANARYCANARY1234\/\d{8}\/us-east-1\/kms\//)
      expect(headers['x-amz-security-token']).toBe(SESSION.sessionToken)
      expect(headers['amz-sdk-request']).toBe('attempt=1; max=1')
      expect(headers['user-agent']).toContain('app/open-claw')
    }
    expect(existsSync(join(folder, 'ran'))).toBe(false)
  })
  test('does not name the region of an alias', async () => {
    poison()
    const { service } = awsServiceAt(atPlain(), fixed(SESSION), { region: undefined })
    expect(await codeOf(() => service.open(awsUri('alias/release')))).toBe('INPUT_MISSING')
    untouched(plain, decoy)
  })
})

describe('the environment that is asked for (abuse cases 24 and 25)', () => {
  test('gives credentials, and still no endpoint and no region', async () => {
    poison()
    delete process.env['AWS_PROFILE']
    expect((await openAt(atPlain(), 'ambient')).code).toBe(ANSWERED)
    untouched(decoy)
    for (const headers of plain.headers)
      expect(headers['authorization']).toMatch(/Credential=AKIADECOYDECOYDECOY1\/\d{8}\/us-east-1\/kms\//)
  })
  test('is hidden, once for all calls', async () => {
    poison()
    delete process.env['AWS_PROFILE']
    const masked: string[] = []
    const { service } = awsServiceAt(atPlain(), 'ambient', { mask: (value) => void masked.push(value) })
    await Promise.allSettled([service.open(URI), service.open(URI)])
    expect(masked).toContain('AKIADECOYDECOYDECOY1')
    expect(masked.toSorted()).toEqual([...new Set(masked)].toSorted())
    expect(masked.length).toBeGreaterThanOrEqual(2)
  })
  test('ends where it has nothing before anything is asked, and shows nothing', async () => {
    for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
    Object.assign(process.env, {
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: join(folder, 'canary-config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'canary-credentials'),
      HOME: folder,
    })
    const error = await openAt(atPlain(), 'ambient')
    expect(error.code).toBe('CREDENTIALS_MISSING')
    expect(`${error.message} ${String(error.cause)} ${error.stack}`).not.toContain('canary')
    untouched(plain, decoy)
  })
})

describe('a session', () => {
  test('that cannot be had ends in its own error, and nothing is asked', async () => {
    const tokens: SessionTokens = {
      mint: async () => {
        throw new ClawError('CREDENTIALS_REFUSED', 'The exchange was refused.')
      },
    }
    const error = await openAt(atPlain(), tokens)
    expect([error.code, error.message]).toEqual(['CREDENTIALS_REFUSED', 'The exchange was refused.'])
    expect(Object.keys(error)).not.toContain('$metadata')
    untouched(plain)
  })
  test('that was renewed is used by the next call', async () => {
    let current = SESSION
    const { service } = awsServiceAt(atPlain(), { mint: async () => sessionWith(current) })
    await refusal(() => service.open(URI))
    current = { ...SESSION, accessKeyId: 'ASIARENEWEDRENEWED12' }
    await refusal(() => service.open(URI))
    const ids = plain.headers.map((headers) => /ASIA\w+/.exec(headers['authorization'] ?? '')?.[0])
    expect(ids.slice(0, 2)).toEqual([SESSION.accessKeyId, SESSION.accessKeyId])
    expect(ids.slice(2)).toEqual([current.accessKeyId, current.accessKeyId])
  })
})
