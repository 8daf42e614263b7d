// The control channel: what a test or the demo can ask of the sandbox beside the services' own APIs.
import * as v from 'valibot'
import { FAULT_KINDS, SERVICE_NAMES, SERVICES, TOKEN_DEFECTS } from './services.ts'

const includes = (list: readonly string[], item: string | undefined): boolean =>
  item === undefined || list.includes(item)

const count = v.pipe(v.number(), v.integer(), v.minValue(1))
const base64 = v.pipe(v.string(), v.base64())

const faultSchema = v.pipe(
  v.strictObject({
    op: v.literal('fault'),
    service: v.picklist(SERVICE_NAMES),
    /** One of its methods; without it, every method of the service. */
    method: v.optional(v.string()),
    kind: v.picklist(FAULT_KINDS),
    /** How often it happens; without it, until `reset`. */
    times: v.optional(count),
    /** Seconds in the Retry-After header of an HTTP answer, or in the RetryInfo of a gRPC status (127 at most). */
    retryAfter: v.optional(count),
    /** How long `slow` waits, in milliseconds. */
    delay: v.optional(count),
  }),
  v.check(
    (fault) => includes(SERVICES[fault.service].methods, fault.method),
    'The service has no such method.',
  ),
  v.check(
    (fault) => includes(SERVICES[fault.service].faults, fault.kind),
    'The service cannot have this fault.',
  ),
)

/** Every request of the control channel. */
export const controlSchema = v.variant('op', [
  faultSchema,
  /** Restores the seeded state: no faults, no counts, no secrets, no added or changed key versions. */
  v.strictObject({ op: v.literal('reset') }),
  v.strictObject({ op: v.literal('calls') }),
  /** Adds an enabled version to a key, named by the last segment of its resource name. */
  v.strictObject({ op: v.literal('rotate'), key: v.string() }),
  v.strictObject({
    op: v.literal('key-state'),
    key: v.string(),
    version: v.string(),
    state: v.picklist(['ENABLED', 'DISABLED', 'DESTROYED']),
  }),
  v.strictObject({
    op: v.literal('put-secret'),
    project: v.string(),
    /** Location of a regional secret. */
    location: v.optional(v.string()),
    secret: v.string(),
    /** Decimal; without it, the next one. */
    version: v.optional(v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,8}$/))),
    data: base64,
    state: v.optional(v.picklist(['ENABLED', 'DISABLED', 'DESTROYED'])),
  }),
  /** Overlays the claims of later tokens; `null` leaves a claim out. */
  v.strictObject({
    op: v.literal('claims'),
    claims: v.record(v.string(), v.nullable(v.union([v.string(), v.number()]))),
    /** Form of `sub` if the claims do not set it; `name` is the older one. */
    subject: v.optional(v.picklist(['name', 'immutable'])),
  }),
  /** Mints an OIDC token without the request URL, defective on demand. */
  v.strictObject({
    op: v.literal('mint'),
    audience: v.string(),
    defect: v.optional(v.picklist(TOKEN_DEFECTS)),
  }),
  /** Issues an access token without the exchange, for tests of later steps. */
  v.strictObject({ op: v.literal('access-token'), scope: v.optional(v.string()) }),
  /** Makes every access token issued so far invalid. */
  v.strictObject({ op: v.literal('revoke-tokens') }),
  /** Points an alias of AWS KMS (`alias/NAME`) to a key id. */
  v.strictObject({ op: v.literal('aws-alias'), alias: v.string(), key: v.string() }),
  /** Adds a version to a key of the transit engine; the answer names it. */
  v.strictObject({ op: v.literal('vault-rotate'), key: v.string() }),
  /** Sets the digits after the second in times of the timestamp authority. */
  v.strictObject({
    op: v.literal('tsa'),
    fraction: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9)),
  }),
  /** Overlays the fields of the workflow run that the GitHub API shows. */
  v.strictObject({ op: v.literal('run'), run: v.record(v.string(), v.unknown()) }),
])

/** A request of the control channel, as sent. */
export type ControlRequest = v.InferInput<typeof controlSchema>
/** A fault that fits its service. */
export type FaultRequest = v.InferOutput<typeof faultSchema>

/** What the control channel answers. */
export const answerSchema = v.strictObject({
  /** Calls since the start or the last reset by `service.Method`, zeros included. */
  calls: v.record(v.string(), v.number()),
  /** From `mint` and `access-token`. */
  token: v.optional(v.string()),
  /** From `rotate` and `put-secret`: the version that was added. */
  version: v.optional(v.string()),
})

/** What the control channel answers. */
export type ControlAnswer = v.InferOutput<typeof answerSchema>

/** The line that the process prints. */
export const endpointsSchema = v.strictObject({
  kmsEndpoint: v.string(),
  kmsRestEndpoint: v.string(),
  secretEndpoint: v.string(),
  secretRestEndpoint: v.string(),
  stsEndpoint: v.string(),
  iamEndpoint: v.string(),
  oidcIssuer: v.string(),
  oidcRequestUrl: v.string(),
  oidcRequestToken: v.string(),
  githubApi: v.string(),
  githubToken: v.string(),
  awsKmsEndpoint: v.string(),
  awsStsEndpoint: v.string(),
  azureVaultEndpoint: v.string(),
  azureLoginEndpoint: v.string(),
  vaultEndpoint: v.string(),
  fulcioEndpoint: v.string(),
  tsaEndpoint: v.string(),
  rekorEndpoint: v.string(),
  rekorTilesEndpoint: v.string(),
  /** PEM of the authority behind every https endpoint of the sandbox. */
  authority: v.string(),
  /** JSON of the trusted root that covers Fulcio, TSA and both logs. */
  trustedRoot: v.string(),
  /** JSON of the signing config that names them. */
  signingConfig: v.string(),
  controlUrl: v.string(),
  controlToken: v.string(),
})

/** Where the services listen, and the tokens that the parent needs. */
export type Endpoints = v.InferOutput<typeof endpointsSchema>
