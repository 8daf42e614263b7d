// Reads the inputs of inject-secret.
import { ClawError, parsedInput, requiredInput, type GivenInput, type KeyVendor } from '@open-claw/core'
import { parseShell } from '@open-claw/ci'
import { parseEvents } from '@open-claw/github'
import { parseEndpoint } from '@open-claw/net'
import type { SecretRequestParser, SecretVersion } from '@open-claw/secrets'
import type { InjectRequest, Target } from '@open-claw/usecases'
import { CREDENTIALS, OIDC_ISSUER } from './facts/credentials.ts'
import { DELIVERY, RUN, SECRET_ENDPOINT, SECRET_EVENTS, SECRETS, SHELL } from './facts/injecting.ts'
import { readAction } from './read-action.ts'
import { inputChoice, inputLines, type InputHost } from './reader.ts'

/** The credentials with which the job authenticates to any service. */
export interface JobProof {
  readonly kind: 'workload-identity' | 'ambient'
  readonly issuer: URL
}

/** Readers that the secret stores supply: references become `V`, credentials become `C`. */
export interface SecretReaders<V extends SecretVersion, C> {
  readonly stores: readonly Pick<KeyVendor, 'credentials'>[]
  readonly parseRequests: SecretRequestParser<V>
  /** Reads the credentials. Throws CREDENTIALS_MISSING, or an error that names an input. */
  readonly readCredentials: (given: GivenInput, proof: JobProof) => C
}

/** The requested secrets, and how the job reaches them. */
export interface InjectInputs<V extends SecretVersion, C> extends InjectRequest<V> {
  readonly credentials: C
  /** Undefined for the store's own address. */
  readonly secretEndpoint: URL | undefined
}

function deliveryTarget(given: GivenInput): Target {
  const delivery = inputChoice(given, DELIVERY)
  return delivery === 'exec'
    ? { delivery, script: requiredInput(given, RUN.name), shell: parseShell(given(SHELL.name)) }
    : { delivery }
}

const jobProof = (given: GivenInput): JobProof => ({
  kind: inputChoice(given, CREDENTIALS),
  issuer: parseEndpoint(requiredInput(given, OIDC_ISSUER.name), OIDC_ISSUER.name),
})

function secretLines(given: GivenInput): readonly string[] {
  const lines = inputLines(given, SECRETS)
  if (lines.length > 0) return lines
  throw new ClawError('INPUT_MISSING', 'Input secrets names no secret.')
}

/** Reads the inputs of inject-secret. Throws a ClawError that names the input. */
export const injectInputs = <V extends SecretVersion, C>(
  host: InputHost,
  { stores, parseRequests, readCredentials }: SecretReaders<V, C>,
): InjectInputs<V, C> =>
  readAction('inject-secret', host, stores, (given) => ({
    requests: parseRequests(secretLines(given), SECRETS.name),
    target: deliveryTarget(given),
    allowEvents: parseEvents(inputLines(given, SECRET_EVENTS), SECRET_EVENTS.name),
    credentials: readCredentials(given, jobProof(given)),
    secretEndpoint: parsedInput(given, SECRET_ENDPOINT.name, parseEndpoint),
  }))
