// The control channel: loopback HTTP with a bearer token that only the parent of this process learns.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import type { AwsPart } from './aws/aws.ts'
import type { AzurePart } from './azure/azure.ts'
import type { SigstorePart } from './sigstore/sigstore.ts'
import type { VaultPart } from './vault/vault.ts'
import { CLOUD_PLATFORM, type AccessTokenBook } from './access-tokens.ts'
import { controlSchema, type ControlAnswer } from './control-request.ts'
import type { RunBook } from './github.ts'
import { listen, type Listener } from './http.ts'
import type { JobClaimBook } from './job-claims.ts'
import type { KeyRing } from './key-ring.ts'
import type { Ledger } from './ledger.ts'
import type { OidcIssuer } from './oidc.ts'
import type { SecretStore } from './secrets.ts'
import { STATUSES, StatusError } from './status.ts'

/** Everything that the control channel can change. */
export interface Cloud {
  readonly ledger: Ledger
  readonly ring: KeyRing
  readonly secrets: SecretStore
  readonly tokens: AccessTokenBook
  readonly claims: JobClaimBook
  readonly issuer: OidcIssuer
  readonly run: RunBook
  readonly parts: {
    readonly aws: AwsPart
    readonly azure: AzurePart
    readonly vault: VaultPart
    readonly sigstore: SigstorePart
  }
}

type Control = v.InferOutput<typeof controlSchema>
type TokenControl = Extract<Control, { op: 'calls' | 'mint' | 'access-token' | 'revoke-tokens' }>
type Added = Omit<ControlAnswer, 'calls'>

/** Seconds. */
const TOKEN_LIFETIME = 3600

async function answerTokens({ issuer, tokens }: Cloud, request: TokenControl): Promise<Added> {
  if (request.op === 'mint') return { token: await issuer.mint(request.audience, request.defect) }
  if (request.op === 'access-token') {
    return { token: tokens.issue([request.scope ?? CLOUD_PLATFORM], TOKEN_LIFETIME).token }
  }
  if (request.op === 'revoke-tokens') tokens.revokeAll()
  return {}
}

function putSecret({ secrets }: Cloud, { data, ...secret }: Extract<Control, { op: 'put-secret' }>): Added {
  return { version: secrets.put({ ...secret, data: new Uint8Array(Buffer.from(data, 'base64')) }) }
}

function reset(cloud: Cloud): void {
  for (const part of [cloud.ledger, cloud.ring, cloud.secrets, cloud.claims, cloud.run]) part.reset()
  for (const part of Object.values(cloud.parts)) part.reset()
}

type PartControl = Extract<Control, { op: 'aws-alias' | 'vault-rotate' | 'tsa' }>

const isPartControl = (request: Control): request is PartControl =>
  ['aws-alias', 'vault-rotate', 'tsa'].includes(request.op)

function changePart({ parts }: Cloud, request: PartControl): Added {
  if (request.op === 'vault-rotate') return { version: parts.vault.rotate(request.key) }
  if (request.op === 'aws-alias') parts.aws.repoint(request.alias, request.key)
  else parts.sigstore.setFraction(request.fraction)
  return {}
}

function changeState(cloud: Cloud, request: Exclude<Control, TokenControl>): Added {
  if (isPartControl(request)) return changePart(cloud, request)
  if (request.op === 'rotate') return { version: cloud.ring.rotate(request.key) }
  if (request.op === 'put-secret') return putSecret(cloud, request)
  if (request.op === 'fault') cloud.ledger.add(request)
  else if (request.op === 'reset') reset(cloud)
  else if (request.op === 'key-state') cloud.ring.setState(request.key, request.version, request.state)
  else if (request.op === 'claims') cloud.claims.overlay(request.claims, request.subject)
  else cloud.run.overlay(request.run)
  return {}
}

const isTokenControl = (request: Control): request is TokenControl =>
  ['calls', 'mint', 'access-token', 'revoke-tokens'].includes(request.op)

function authorise(request: IncomingMessage, token: string): void {
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw new StatusError('UNAUTHENTICATED', 'The control channel is for the parent of the sandbox.')
  }
}

async function readControl(request: IncomingMessage): Promise<Control> {
  try {
    const body: unknown = JSON.parse(await text(request))
    return v.parse(controlSchema, body)
  } catch (error) {
    const why = error instanceof v.ValiError ? error.message : 'not JSON'
    throw new StatusError('INVALID_ARGUMENT', `The control request is not understood: ${why}`)
  }
}

async function answerControl(cloud: Cloud, request: IncomingMessage, token: string): Promise<ControlAnswer> {
  authorise(request, token)
  const control = await readControl(request)
  const added = isTokenControl(control) ? await answerTokens(cloud, control) : changeState(cloud, control)
  return { calls: cloud.ledger.calls(), ...added }
}

/** The open channel and its bearer token. */
export interface ControlListener extends Listener {
  readonly token: string
}

/** Opens the channel on a free port of loopback. */
export async function listenControl(cloud: Cloud): Promise<ControlListener> {
  const token = randomBytes(32).toString('base64url')
  const server = createServer((request, response) => {
    answerControl(cloud, request, token).then(
      (answer) => response.end(JSON.stringify(answer)),
      (error: unknown) => {
        const known = error instanceof StatusError
        response
          .writeHead(known ? STATUSES[error.status].http : 500)
          .end(known ? error.message : 'The sandbox failed.')
      },
    )
  })
  return { ...(await listen(server)), token }
}
