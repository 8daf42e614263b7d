// Error answers of the clouds as they were published: what each means, whether it is asked again, and what the
// message advises. The answers are read from where they were collected; their meanings stand here.
import { expect, test } from '@jest/globals'
import { outcomeOf, TOKEN, type CloudService } from '../../support/cloud-answers.ts'
import { describeWithOracles, oracle } from '../../support/oracles.ts'

type Expected = readonly [code: string, retried: boolean, advice: RegExp]

const EXPECTED: Readonly<Record<string, Expected>> = {
  'gcp-sts-3': ['CREDENTIALS_REFUSED', false, /Set issuerUri .* iss of the token/],
  'gcp-sts-4': ['CREDENTIALS_REFUSED', false, /127 bytes.* shorter claim to google.subject/],
  'gcp-sts-5': ['CREDENTIALS_REFUSED', false, /new token/],
  'gcp-sts-6': ['CREDENTIALS_FAILED', true, /upload its JWKS/],
  'gcp-iamcredentials-2': ['CREDENTIALS_REFUSED', false, /workloadIdentityUser .* map the attribute/],
  'gcp-iamcredentials-3': ['CREDENTIALS_REFUSED', false, /one scope and 300 s/],
  'gcp-iamcredentials-4': ['CREDENTIALS_REFUSED', false, /exchanged token.* Run again for a new token/],
  'gcp-kms-1': ['KEY_FORBIDDEN', false, /no such key.*useToSign.*Grant the identity of the job/],
  'gcp-kms-2': ['KEY_FORBIDDEN', false, /Grant .*viewPublicKey.*roles\/cloudkms.publicKeyViewer/],
  'gcp-kms-3': ['SERVICE_REFUSED', false, /project of the caller.*project 98765.*Enable the API/],
  'gcp-kms-5': ['KEY_NOT_FOUND', false, /Check the URI/],
  'gcp-kms-6': ['KEY_UNUSABLE', false, /digest does not fit the algorithm/],
  'gcp-kms-8': ['KMS_FAILED', true, /Run again later/],
  'gcp-secret-manager-2': ['SECRET_UNUSABLE', false, /destroyed; latest is .* Name another version/],
  'gcp-secret-manager-3': ['SECRET_UNUSABLE', false, /disabled; latest is .* Enable it/],
  'gcp-secret-manager-4': ['SECRET_NOT_FOUND', false, /add a version/],
  'aws-sts-1': ['CREDENTIALS_REFUSED', false, /no such role.*sub.*iss.*aud.* letter by letter/],
  'aws-sts-3': ['CREDENTIALS_FAILED', true, /keys of the issuer/],
  'aws-sts-4': ['CREDENTIALS_REFUSED', false, /Create the identity provider in IAM of that account/],
  'aws-sts-5': ['CREDENTIALS_REFUSED', false, /Set aws-audience/],
  'aws-sts-6': ['CREDENTIALS_REFUSED', false, /maximum session duration/],
  'aws-sts-7': ['CREDENTIALS_FAILED', true, /cannot reach the issuer/],
  'aws-sts-8': ['CREDENTIALS_REFUSED', false, /new token/],
  'aws-sts-10': ['CREDENTIALS_REFUSED', false, /region/],
  'aws-kms-1': ['KEY_FORBIDDEN', false, /Grant the identity of the job kms:GetPublicKey/],
  'aws-kms-2': ['KEY_FORBIDDEN', false, /in the policy of the key/],
  'aws-kms-4': ['KEY_UNUSABLE', false, /to be deleted.* cancel the deletion/],
  'aws-kms-5': ['KEY_NOT_FOUND', false, /Check region, account and id/],
  'aws-kms-8': ['KMS_FAILED', true, /rate of requests/],
  'aws-kms-9': ['KMS_FAILED', true, /Run again later/],
  'aws-kms-10': ['KMS_FAILED', true, /Run again later/],
  'aws-kms-11': ['KEY_FORBIDDEN', false, /session has ended.* new session/],
  'entra-2': ['CREDENTIALS_REFUSED', false, /Set the issuer of the federated credential/],
  'entra-3': ['CREDENTIALS_REFUSED', false, /api:\/\/AzureADTokenExchange/],
  'entra-5': ['CREDENTIALS_REFUSED', false, /with the letter case of the token/],
  'entra-6': ['CREDENTIALS_REFUSED', false, /Check azure-client-id and azure-tenant-id/],
  'entra-7': ['CREDENTIALS_REFUSED', false, /federated credential .* instead of a secret/],
  'entra-8': ['CREDENTIALS_REFUSED', false, /new token/],
  'entra-10': ['CREDENTIALS_REFUSED', false, /service that the token is for/],
  'entra-11': ['CREDENTIALS_REFUSED', false, /host name of its own cloud/],
  'azure-key-vault-2': ['KEY_FORBIDDEN', false, /Set azure-tenant-id to the tenant of the vault/],
  'azure-key-vault-3': ['KEY_FORBIDDEN', false, /Assign Key Vault Crypto User .* after a few minutes/],
  'azure-key-vault-4': ['KEY_FORBIDDEN', false, /get and sign on keys in the access policy/],
  'azure-key-vault-5': ['KEY_FORBIDDEN', false, /access policy for the application of the job itself/],
  'azure-key-vault-7': ['KEY_UNUSABLE', false, /Enable it, or name another version/],
  'azure-key-vault-8': ['KEY_UNUSABLE', false, /Enable it, or name another version/],
  'azure-key-vault-9': ['KEY_NOT_FOUND', false, /deleted can be recovered/],
  'azure-key-vault-11': ['KEY_UNUSABLE', false, /Set key-algorithm/],
  'azure-key-vault-12': ['KMS_FAILED', true, /request rate of the vault/],
  'vault-1': ['CREDENTIALS_REFUSED', false, /bound_subject.* delete the role before writing it again/],
  'vault-3': ['CREDENTIALS_REFUSED', false, /Set vault-audience/],
  'vault-4': ['CREDENTIALS_REFUSED', false, /ref_protected.*"true" and true/],
  'vault-5': ['CREDENTIALS_REFUSED', false, /vault-auth-path and vault-namespace/],
  'vault-6': ['CREDENTIALS_REFUSED', false, /Correct vault-role/],
  'vault-7': ['KEY_FORBIDDEN', false, /path or a namespace.*read on transit\/keys\/release/],
  'vault-8': ['KEY_FORBIDDEN', false, /path or a namespace.*read on transit\/keys\/release/],
  'vault-9': ['KEY_FORBIDDEN', false, /token has ended.* new token/],
  'vault-10': ['KEY_NOT_FOUND', false, /Check the URI/],
  'vault-11': ['KEY_NOT_FOUND', false, /no engine is mounted.*vault-transit-path/],
  'vault-12': ['KEY_NOT_FOUND', false, /Check the URI/],
  'vault-13': ['KEY_NOT_FOUND', false, /Create the key/],
  'vault-15': ['KMS_FAILED', false, /Unseal it/],
  'vault-16': ['CREDENTIALS_FAILED', true, /rate limit quota/],
}

/** Answers to logins; the others are those of the transit engine. */
const LOGINS = new Set(['vault-1', 'vault-3', 'vault-4', 'vault-5', 'vault-6', 'vault-16'])

/** Nothing here asks this service. */
const NOT_ASKED = new Set(['aws-secrets-manager'])

interface Row {
  readonly id: string
  readonly service: string
  readonly http_status: number
  readonly body: any
}

const rows: readonly Row[] = oracle('platform/errors/cloud-errors.json')?.rows ?? []
const askedRows = rows.filter(({ service }) => !NOT_ASKED.has(service))

const serviceOf = ({ id, service }: Row): CloudService =>
  service === 'vault' ? (LOGINS.has(id) ? 'vault-login' : 'vault-transit') : (service as CloudService)

/** What the service calls it; Vault has no word but the status. */
const REASONS: Readonly<Record<string, (row: Row) => string>> = {
  vault: ({ http_status: status }) => `status ${status}`,
  'aws-sts': ({ body }) => /<Code>(\w+)<\/Code>/.exec(body)?.[1] ?? 'no code',
  'aws-kms': ({ body }) => body['__type'],
  entra: ({ body }) => `AADSTS${body.error_codes[0]}`,
  'azure-key-vault': ({ body: { error } }) =>
    /^AKV\d+/.exec(error.message)?.[0] ?? error.innererror?.code ?? error.code,
  gcp: ({ body: { error } }) => error.details?.[0]?.reason ?? error.status ?? error,
}
const reasonOf = (row: Row): string => (REASONS[row.service] ?? REASONS['gcp'])?.(row) ?? 'no reason'

/** The same answer with a token in its text: services quote what they were sent. */
function quoting(body: any): unknown {
  if (typeof body === 'string') return body.replace('</Message>', ` ${TOKEN}</Message>`)
  const copy = structuredClone(body)
  const holder = typeof copy.error === 'object' ? copy.error : copy
  for (const name of ['message', 'Message', 'error_description'])
    if (typeof holder[name] === 'string') holder[name] += ` ${TOKEN}`
  if (Array.isArray(copy.errors)) copy.errors = copy.errors.map((line: string) => `${line} ${TOKEN}`)
  return copy
}

describeWithOracles('error answers of the clouds', () => {
  test('each that the product can meet has its meaning here, and no other', () => {
    expect(askedRows.map(({ id }) => id).toSorted()).toEqual(Object.keys(EXPECTED).toSorted())
    expect(rows.length - askedRows.length).toBe(4)
  })

  test.each(askedRows.map((row) => [row.id, row] as const))('%s', async (id, row) => {
    const answer = { status: row.http_status, body: quoting(row.body) }
    const { error, shown, retried } = await outcomeOf(serviceOf(row), answer)
    const [code, again, advice] = EXPECTED[id] ?? ['no code', false, /^$/]
    expect([error.code, retried]).toEqual([code, again])
    expect(shown).toMatch(advice)
    expect(shown).toContain(reasonOf(row))
    expect(`${shown} ${String(error.cause)} ${error.stack}`).not.toContain(TOKEN)
    // One sentence of what to do.
    expect(error.remedy).toMatch(/^[A-Z][^]*\.$/)
    expect(error.message).toMatch(/\.$/)
  })
})
