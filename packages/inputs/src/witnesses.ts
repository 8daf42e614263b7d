// Reads the choice of certificate authority, timestamp authorities and log.
import { ClawError, parsedInput, type GivenInput } from '@open-claw/core'
import { parseEndpoint } from '@open-claw/net'
import type { Authority, WitnessChoice } from '@open-claw/usecases'
import {
  ALLOW_PUBLIC_LOG,
  CERTIFICATE_AUTHORITY,
  SIGNING_CONFIG,
  TIMESTAMP_AUTHORITY,
  TRANSPARENCY_LOG,
  TRANSPARENCY_LOG_VERSION,
} from './facts/witnesses.ts'
import { inputChoice, inputLines } from './reader.ts'

const parseAuthority = (text: string, input: string): Authority =>
  text === 'public' || text === 'github' ? text : parseEndpoint(text, input)

const parseLog = (text: string, input: string): WitnessChoice['log'] =>
  text === 'none' || text === 'public' ? text : parseEndpoint(text, input)

function timestampAuthorities(given: GivenInput): readonly Authority[] | undefined {
  const { name } = TIMESTAMP_AUTHORITY
  const lines = inputLines(given, TIMESTAMP_AUTHORITY)
  if (lines.length === 0) return undefined
  if (!lines.includes('none')) return lines.map((line) => parseAuthority(line, name))
  if (lines.length > 1) throw new ClawError('INPUT_INVALID', 'Input timestamp-authority: none stands alone.')
  return []
}

function logVersion(given: GivenInput): WitnessChoice['logVersion'] {
  if (given(TRANSPARENCY_LOG_VERSION.name) === undefined) return undefined
  return inputChoice(given, TRANSPARENCY_LOG_VERSION) === '1' ? 1 : 2
}

/** Reads the choice of witnesses. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
export const witnessInputs = (given: GivenInput): WitnessChoice => ({
  certificateAuthority: parsedInput(given, CERTIFICATE_AUTHORITY.name, parseAuthority),
  timestampAuthorities: timestampAuthorities(given),
  log: parsedInput(given, TRANSPARENCY_LOG.name, parseLog),
  logVersion: logVersion(given),
  allowPublicLog: inputChoice(given, ALLOW_PUBLIC_LOG) === 'true',
  signingConfig: given(SIGNING_CONFIG.name),
})
