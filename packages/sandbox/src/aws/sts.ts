// STS: from the job's ID token to a session, as AssumeRoleWithWebIdentity does.
import * as v from 'valibot'
import { RawAnswer, type Operation } from '../gateway.ts'
import type { Route } from '../http.ts'
import type { OidcIssuer } from '../oidc.ts'
import { AwsFailure, escapeXml, inXml } from './failure.ts'
import { parseSessionPolicy } from './session-policy.ts'
import type { Session, SessionBook } from './sessions.ts'

const AUDIENCE = 'sts.amazonaws.com'
const ROLE = /^arn:aws:iam::(?<account>[0-9]{12}):role\/(?:[\w+=,.@-]+\/)*(?<name>[\w+=,.@-]{1,64})$/
/** Seconds. */
const MIN_LIFETIME = 900
const DEFAULT_LIFETIME = 3600
const MAX_LIFETIME = 43_200

const assumeRole = v.object({
  Action: v.literal('AssumeRoleWithWebIdentity'),
  Version: v.literal('2011-06-15'),
  RoleArn: v.pipe(v.string(), v.regex(ROLE)),
  RoleSessionName: v.pipe(v.string(), v.regex(/^[\w+=,.@-]{2,64}$/)),
  WebIdentityToken: v.pipe(v.string(), v.minLength(4)),
  DurationSeconds: v.optional(v.pipe(v.string(), v.regex(/^[0-9]{1,5}$/))),
  Policy: v.optional(v.string()),
})

const formRequest = v.object({ body: v.record(v.string(), v.unknown()) })

type Asked = v.InferOutput<typeof assumeRole>

function readForm(request: unknown): Asked {
  const form = v.safeParse(formRequest, request)
  const asked = v.safeParse(assumeRole, form.success ? form.output.body : {})
  if (asked.success) return asked.output
  const field = v.getDotPath(asked.issues[0]) ?? 'request'
  throw new AwsFailure('ValidationError', `${field} is missing or invalid.`)
}

function sessionLifetime({ DurationSeconds }: Asked): number {
  const seconds = DurationSeconds === undefined ? DEFAULT_LIFETIME : Number(DurationSeconds)
  if (seconds >= MIN_LIFETIME && seconds <= MAX_LIFETIME) return seconds
  throw new AwsFailure('ValidationError', 'DurationSeconds is out of range.')
}

const tag = (name: string, content: string): string => `<${name}>${content}</${name}>`

function sessionXml(session: Session, subject: string): RawAnswer {
  const credentials = [
    tag('AccessKeyId', session.accessKeyId),
    tag('SecretAccessKey', escapeXml(session.secretAccessKey)),
    tag('SessionToken', escapeXml(session.sessionToken)),
    tag('Expiration', new Date(session.expires).toISOString()),
  ].join('')
  const user =
    tag('AssumedRoleId', 'AROASANDBOXSANDBOXSAN:session') + tag('Arn', escapeXml(session.principal))
  const result = [
    tag('Credentials', credentials),
    tag('AssumedRoleUser', user),
    tag('SubjectFromWebIdentityToken', escapeXml(subject)),
    tag('Audience', AUDIENCE),
  ].join('')
  const metadata = tag('ResponseMetadata', tag('RequestId', '00000000-0000-0000-0000-000000000000'))
  const body = `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${tag('AssumeRoleWithWebIdentityResult', result)}${metadata}</AssumeRoleWithWebIdentityResponse>`
  return new RawAnswer(body, { contentType: 'text/xml' })
}

/** Routes `POST /` of the Query protocol. Every well-formed role trusts the sandbox's own issuer. */
export function stsAwsRoutes(issuer: OidcIssuer, sessions: SessionBook): readonly Route[] {
  const operation: Operation = inXml(async (request) => {
    const asked = readForm(request)
    const claims = await issuer.verify(asked.WebIdentityToken, AUDIENCE).catch(() => {
      throw new AwsFailure('InvalidIdentityToken', 'The web identity token could not be validated.')
    })
    const lifetime = sessionLifetime(asked)
    const policy = asked.Policy === undefined ? undefined : parseSessionPolicy(asked.Policy)
    const { account = '', name = '' } = ROLE.exec(asked.RoleArn)?.groups ?? {}
    const principal = `arn:aws:sts::${account}:assumed-role/${name}/${asked.RoleSessionName}`
    return sessionXml(sessions.issue(principal, lifetime, policy), claims.sub ?? '')
  })
  return [{ verb: 'POST', path: /^\/$/, service: 'aws-sts', method: 'AssumeRoleWithWebIdentity', operation }]
}
