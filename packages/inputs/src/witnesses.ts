// Inputs that choose who certifies, who says when, and where it is logged.
import { ClawError } from '@open-claw/core'
import { parseEndpoint } from '@open-claw/net'
import { choiceInput, listInput, optionalInput } from '@open-claw/ci'
import type { Authority, WitnessChoice } from '@open-claw/usecases'

function authority(text: string, input: string): Authority {
  return text === 'public' || text === 'github' ? text : parseEndpoint(text, input)
}

function timestampAuthorities(): readonly Authority[] | undefined {
  const lines = listInput('timestamp-authority')
  if (lines.length === 0) return undefined
  if (!lines.includes('none')) return lines.map((line) => authority(line, 'timestamp-authority'))
  if (lines.length > 1) throw new ClawError('INPUT_INVALID', 'Input timestamp-authority: none stands alone.')
  return []
}

function log(): WitnessChoice['log'] {
  const text = optionalInput('transparency-log')
  return text === undefined || text === 'none' || text === 'public'
    ? text
    : parseEndpoint(text, 'transparency-log')
}

function logVersion(): WitnessChoice['logVersion'] {
  if (optionalInput('transparency-log-version') === undefined) return undefined
  return choiceInput('transparency-log-version', ['1', '2'], '2') === '1' ? 1 : 2
}

/** Reads the inputs. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
export function witnessInputs(): WitnessChoice {
  const certificate = optionalInput('certificate-authority')
  return {
    certificateAuthority:
      certificate === undefined ? undefined : authority(certificate, 'certificate-authority'),
    timestampAuthorities: timestampAuthorities(),
    log: log(),
    logVersion: logVersion(),
    allowPublicLog: choiceInput('allow-public-log', ['true', 'false'], 'false') === 'true',
    signingConfig: optionalInput('signing-config'),
  }
}
