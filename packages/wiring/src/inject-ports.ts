// What the use-case asks of the world, and the runner as its answer.
import { once } from 'node:events'
import type { AccessTokens, Clock, Mask, RequestHeaders, RunEvent, RunScript } from '@open-claw/core'
import { ambientGoogle, googleWorkloadIdentity, googleSecretStore } from '@open-claw/google'
import {
  admitMachineCredentials,
  annotate,
  exportVariables,
  jobClock,
  jobEnvironment,
  maskValue,
  runEvent,
  runScript,
  setOutputs,
  watchStepFiles,
} from '@open-claw/ci'
import { jobIdentityTokens } from '@open-claw/github'
import { writeSummary } from '@open-claw/reports'
import type { SecretStore } from '@open-claw/secrets'
import type { Credentials, InjectInputs } from '@open-claw/inputs'

/** Secret Manager knows no narrower scope; what the identity may read is narrowed by its grants. */
const SCOPE = 'https://www.googleapis.com/auth/cloud-platform'

export interface InjectPorts {
  readonly store: SecretStore
  readonly mask: Mask
  /** The event that started the workflow; its payload is not trusted. */
  readonly event: () => RunEvent
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly annotate: (level: 'notice' | 'warning' | 'error', title: string, message: string) => void
  readonly run: RunScript
  /** Remembers the step's files; the result puts back those that have changed since, and names them. */
  readonly watchStepFiles: () => () => readonly string[]
  /** Gives a promise where no more can be taken before it is fulfilled. */
  readonly print: (stream: 'stdout' | 'stderr', text: string) => Promise<unknown> | undefined
  readonly setOutputs: (outputs: Record<string, string>) => void
  readonly exportVariables: (variables: Record<string, string>) => void
  readonly writeSummary: (markdown: string) => Promise<void>
}

function accessTokens(credentials: Credentials, clock: Clock): AccessTokens | RequestHeaders {
  if (credentials.kind === 'ambient') {
    admitMachineCredentials()
    return ambientGoogle(SCOPE, maskValue)
  }
  const { provider, serviceAccount, stsEndpoint, iamEndpoint, issuer } = credentials
  return googleWorkloadIdentity({
    provider,
    serviceAccount,
    scope: SCOPE,
    stsEndpoint,
    iamEndpoint,
    identity: jobIdentityTokens({ issuer, environment: jobEnvironment(), mask: maskValue, clock }),
    mask: maskValue,
    clock,
  })
}

/** The ports of a step under GitHub Actions. */
export function runnerPorts({ credentials, secretEndpoint }: InjectInputs): InjectPorts {
  return {
    store: googleSecretStore({
      endpoint: secretEndpoint,
      tokens: accessTokens(credentials, jobClock),
      clock: jobClock,
    }),
    mask: maskValue,
    event: runEvent,
    environment: jobEnvironment(),
    annotate,
    run: runScript,
    watchStepFiles,
    print: (stream, text) => (process[stream].write(text) ? undefined : once(process[stream], 'drain')),
    setOutputs,
    exportVariables,
    writeSummary,
  }
}
