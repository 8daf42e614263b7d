// What Fulcio writes into a certificate for a GitHub job (fulcio docs/oid-info.md).
import type { JWTPayload } from 'jose'
import { StatusError } from '../status.ts'
import { extension } from './certificates.ts'
import { element, sequence, utf8 } from './der.ts'

const ARC = '1.3.6.1.4.1.57264.1'

type Claim = (name: string) => string

/** Returns the server: the sandbox's issuer stands for a whole GitHub under one address. */
const serverUrl = (claim: Claim): string => claim('iss')

/** Deprecated extensions, which hold bare text. */
const BARE: Readonly<Record<number, (claim: Claim) => string>> = {
  1: (claim) => claim('iss'),
  2: (claim) => claim('event_name'),
  3: (claim) => claim('sha'),
  4: (claim) => claim('workflow'),
  5: (claim) => claim('repository'),
  6: (claim) => claim('ref'),
}

/** Extensions that hold a UTF8String. */
const TEXTS: Readonly<Record<number, (claim: Claim) => string>> = {
  8: (claim) => claim('iss'),
  9: (claim) => `${serverUrl(claim)}/${claim('job_workflow_ref')}`,
  10: (claim) => claim('job_workflow_sha'),
  11: (claim) => claim('runner_environment'),
  12: (claim) => `${serverUrl(claim)}/${claim('repository')}`,
  13: (claim) => claim('sha'),
  14: (claim) => claim('ref'),
  15: (claim) => claim('repository_id'),
  16: (claim) => `${serverUrl(claim)}/${claim('repository_owner')}`,
  17: (claim) => claim('repository_owner_id'),
  18: (claim) => `${serverUrl(claim)}/${claim('workflow_ref')}`,
  19: (claim) => claim('workflow_sha'),
  20: (claim) => claim('event_name'),
  21: (claim) =>
    `${serverUrl(claim)}/${claim('repository')}/actions/runs/${claim('run_id')}/attempts/${claim('run_attempt')}`,
  22: (claim) => claim('repository_visibility'),
  24: (claim) => claim('sub'),
}

/** Returns the subject alternative name and the extensions for a verified token. Throws INVALID_ARGUMENT if a claim is missing. */
export function identityExtensions(token: JWTPayload): readonly Buffer[] {
  const claim: Claim = (name) => {
    const value = token[name]
    if (typeof value === 'string' && value !== '') return value
    throw new StatusError('INVALID_ARGUMENT', `The token has no claim ${name}.`)
  }
  const render = (table: typeof TEXTS, encode: (text: string) => Uint8Array): readonly Buffer[] =>
    Object.entries(table).map(([arc, text]) => extension(`${ARC}.${arc}`, encode(text(claim))))
  const { environment } = token
  // A URI is ASCII: Fulcio escapes other characters here, but not in the extensions.
  const uri = Buffer.from(encodeURI(`${serverUrl(claim)}/${claim('job_workflow_ref')}`))
  return [
    // Critical, since the subject is empty (RFC 5280 §4.2.1.6).
    extension('2.5.29.17', sequence(element(0x86, uri)), true),
    ...render(BARE, (text) => Buffer.from(text)),
    ...render(TEXTS, utf8),
    ...(typeof environment === 'string' ? [extension(`${ARC}.23`, utf8(environment))] : []),
  ]
}
