// Verifies AWS Signature Version 4: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { AwsFailure } from './failure.ts'
import type { Session, SessionBook } from './sessions.ts'

/** A request as received: `POST /` without a query. */
export interface SignedRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** The scope that the credential must have. */
export interface SigningScope {
  readonly region: string
  readonly service: string
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=(?<id>\w{16,128})\/(?<day>\d{8})\/(?<region>[a-z0-9-]+)\/(?<service>[a-z-]+)\/aws4_request, ?SignedHeaders=(?<signed>[a-z0-9;-]+), ?Signature=(?<signature>[0-9a-f]{64})$/
/** Headers that must not be changed in transit. */
const REQUIRED = ['host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target']
/** How far the time of a request may be off, in milliseconds. */
const MAX_SKEW = 5 * 60_000

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')
const hmac = (key: Uint8Array | string, data: string): Buffer =>
  createHmac('sha256', key).update(data).digest()

interface Authorization {
  readonly id: string
  readonly day: string
  readonly region: string
  readonly service: string
  readonly signed: readonly string[]
  readonly signature: string
}

function parseAuthorization(header: string | undefined): Authorization {
  if (header === undefined)
    throw new AwsFailure('MissingAuthenticationTokenException', 'Missing Authentication Token')
  const groups = AUTHORIZATION.exec(header)?.groups
  if (groups === undefined)
    throw new AwsFailure('IncompleteSignatureException', 'Authorization header is not understood.')
  const { id = '', day = '', region = '', service = '', signed = '', signature = '' } = groups
  return { id, day, region, service, signed: signed.split(';'), signature }
}

const invalid = (message: string): AwsFailure => new AwsFailure('InvalidSignatureException', message)

/** Parses `20260102T030405Z` to milliseconds. */
const parseTime = (date: string): number =>
  Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))

function checkScope(given: Authorization, wanted: SigningScope, date: string): void {
  if (given.region !== wanted.region || given.service !== wanted.service)
    throw invalid('Credential should be scoped to a valid region and service.')
  if (!date.startsWith(given.day) || !(Math.abs(parseTime(date) - Date.now()) < MAX_SKEW))
    throw invalid('Signature expired or not yet current.')
}

function canonicalRequest({ headers, body }: SignedRequest, signed: readonly string[]): string {
  const lines = signed.map((name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`)
  return ['POST', '/', '', lines.join(''), signed.join(';'), sha256(body)].join('\n')
}

function expectedSignature(secret: string, given: Authorization, date: string, canonical: string): Buffer {
  const { day, region, service } = given
  const scope = [day, region, service, 'aws4_request']
  const key = scope.reduce((chained: Uint8Array | string, part) => hmac(chained, part), `AWS4${secret}`)
  return hmac(key, ['AWS4-HMAC-SHA256', date, scope.join('/'), sha256(canonical)].join('\n'))
}

function knownSession(request: SignedRequest, id: string, sessions: SessionBook): Session {
  const session = sessions.find(id)
  if (session === undefined || request.headers['x-amz-security-token'] !== session.sessionToken)
    throw new AwsFailure(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    )
  if (session.expires <= Date.now())
    throw new AwsFailure('ExpiredTokenException', 'The security token included in the request is expired')
  return session
}

/** Returns the session that signed the request. Throws AwsFailure. */
export function authenticate(request: SignedRequest, wanted: SigningScope, sessions: SessionBook): Session {
  const given = parseAuthorization(request.headers['authorization'])
  const session = knownSession(request, given.id, sessions)
  const date = request.headers['x-amz-date'] ?? ''
  checkScope(given, wanted, date)
  if (!REQUIRED.every((name) => given.signed.includes(name)))
    throw invalid('A header that has to be signed is not.')
  const canonical = canonicalRequest(request, given.signed)
  const expected = expectedSignature(session.secretAccessKey, given, date, canonical)
  if (timingSafeEqual(expected, Buffer.from(given.signature, 'hex'))) return session
  // The service quotes the string that it computed, session token included; so does the sandbox.
  throw invalid(
    `The request signature we calculated does not match the signature you provided.\n\nThe Canonical String for this request should have been\n'${canonical}'`,
  )
}
