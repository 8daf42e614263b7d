// What the tests of certificates, timestamps and logs share.
import { createHash } from 'node:crypto'
import { type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterEach } from '@jest/globals'
import {
  ALGORITHMS,
  preAuthEncoding,
  type Algorithm,
  type ClawError,
  type SignedContent,
  type SigningKey,
} from '@open-claw/core'
import type { FaultKind, Service } from '../../../packages/sandbox/src/services.ts'
import type { Sandbox } from '@open-claw/sandbox'
import { testKey } from '../../support/keys.ts'
import { loopbackServer } from '../../support/loopback.ts'

export const PAYLOAD_TYPE = 'application/vnd.in-toto+json'

const sha = (hash: string, bytes: Uint8Array): Buffer => createHash(hash).update(bytes).digest()

/** Fresh bytes each time: a log refuses what it has. */
export const payload = (): Buffer => Buffer.from(JSON.stringify({ at: process.hrtime.bigint().toString() }))

async function signatureOver(key: SigningKey, message: Buffer): Promise<Buffer> {
  const { hash } = ALGORITHMS[key.algorithm]
  const request =
    hash === null
      ? ({ input: 'message', message } as const)
      : ({ input: 'digest', hash, digest: sha(hash, message) } as const)
  return Buffer.from(await key.sign(request))
}

/** A signed envelope or a signed file. */
export async function signedBy(
  key: SigningKey,
  kind: 'envelope' | 'message',
  message: Buffer = payload(),
): Promise<SignedContent> {
  if (kind === 'message') {
    const hash = ALGORITHMS[key.algorithm].hash ?? 'sha256'
    const signature = await signatureOver(key, message)
    return { key, content: { kind, hash, digest: sha(hash, message), signature } }
  }
  const signature = await signatureOver(key, preAuthEncoding(PAYLOAD_TYPE, message))
  return { key, content: { kind, payloadType: PAYLOAD_TYPE, payload: message, signature } }
}

/** A signature that no log is asked about. */
export function pretended(algorithm: Algorithm, kind: 'envelope' | 'message'): SignedContent {
  const key = { ...testKey(), algorithm }
  const signature = Buffer.alloc(64)
  return kind === 'message'
    ? { key, content: { kind, hash: 'sha256', digest: Buffer.alloc(32), signature } }
    : { key, content: { kind, payloadType: PAYLOAD_TYPE, payload: payload(), signature } }
}

/** Makes `service` fail. */
export const fail = (sandbox: Sandbox, service: Service, method: string, kind: FaultKind) =>
  sandbox.control({ op: 'fault', service, method, kind })

/** Everything of an error that may be shown. */
export function shown(error: ClawError): string {
  const causes: string[] = []
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    causes.push(`${cause.message} ${String(cause.stack)} ${JSON.stringify(cause)}`)
  return causes.join('\n')
}

export type Reply = (response: ServerResponse, body: Buffer) => void

/** A server that says what the test tells it to, and remembers what each test asked. */
export async function scripted() {
  const requests: { readonly method: string; readonly path: string; readonly body: Buffer }[] = []
  const script: { reply: Reply } = { reply: (response) => response.writeHead(404).end() }
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request)
    requests.push({ method: request.method ?? '', path: request.url ?? '', body })
    script.reply(response, body)
  }
  const origin = await loopbackServer((request, response) => void answer(request, response))
  afterEach(() => {
    requests.length = 0
  })
  return { requests, script, url: new URL(origin) }
}

export const json =
  (body: unknown, status = 201): Reply =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
export const text =
  (body: string | Buffer, status = 200): Reply =>
  (response) =>
    response.writeHead(status).end(body)
