// Inputs that choose who certifies, who says when, and where it is logged.
import { ClawError } from '@open-claw/core'
import { parseEndpoint } from '@open-claw/net'
import { choiceInput, listInput, optionalInput } from '@open-claw/ci'

/** `public` is Sigstore's public good instance, `github` the instance of GitHub for private repositories. */
export type Authority = 'public' | 'github' | URL

export interface WitnessInputs {
  readonly certificateAuthority: Authority | undefined
  /** Empty: none was asked for. undefined: what goes with the certificate authority. */
  readonly timestampAuthorities: readonly Authority[] | undefined
  readonly log: 'none' | 'public' | URL | undefined
  /** Of a log that is named by URL. */
  readonly logVersion: 1 | 2 | undefined
  readonly allowPublicLog: boolean
  /** Workspace-relative path of a signing config. */
  readonly signingConfig: string | undefined
}

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

function log(): WitnessInputs['log'] {
  const text = optionalInput('transparency-log')
  return text === undefined || text === 'none' || text === 'public'
    ? text
    : parseEndpoint(text, 'transparency-log')
}

function logVersion(): WitnessInputs['logVersion'] {
  if (optionalInput('transparency-log-version') === undefined) return undefined
  return choiceInput('transparency-log-version', ['1', '2'], '2') === '1' ? 1 : 2
}

/** Reads the inputs. Throws INPUT_INVALID or ENDPOINT_INSECURE. */
export function witnessInputs(): WitnessInputs {
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
