// Chooses the services to use besides the key: before the first signature, from the inputs alone.
import { ClawError } from '@open-claw/core'
import { githubInstance, hasGithubInstance, PUBLIC_GOOD, type SigningServices } from '@open-claw/sigstore'
import type { Authority, WitnessChoice } from './request.ts'

/** The facts besides the inputs that the choice depends on. */
export interface ServiceContext {
  readonly keyless: boolean
  /** From the verified token of the job; undefined if it has none, which counts as private. */
  readonly visibility: string | undefined
  /** Issuer of the job's token, which identifies the GitHub server. */
  readonly issuer: URL
  /** Services of the signing config, if one is given. */
  readonly configured: SigningServices | undefined
}

/** Sigstore's public good instance and its staging instance: anybody can read the logs of both. */
const PUBLIC_DOMAINS = ['sigstore.dev', 'sigstage.dev'] as const

/** Checks for a public host. A name with a trailing dot is the same host. */
function isPublicHost({ hostname }: URL): boolean {
  const name = hostname.replace(/\.+$/, '')
  return PUBLIC_DOMAINS.some((domain) => name === domain || name.endsWith(`.${domain}`))
}

/** Checks whether anybody in the world can see the repository: on a company's server, `public` means the company. */
const isPublicRepository = ({ visibility, issuer }: ServiceContext): boolean =>
  visibility === 'public' && issuer.hostname === PUBLIC_ISSUER_HOST

/** Issuer of the tokens of github.com, with or without the path of an enterprise. */
const PUBLIC_ISSUER_HOST = 'token.actions.githubusercontent.com'

/** Checks whether the choice depends on the visibility of the repository. */
export function needsVisibility(
  { certificateAuthority, log, signingConfig }: WitnessChoice,
  keyless: boolean,
): boolean {
  if (signingConfig !== undefined || keyless) return true
  return [certificateAuthority, log].some(
    (one) => one === 'public' || (one instanceof URL && isPublicHost(one)),
  )
}

const refusal = (why: string, remedy?: string): ClawError => new ClawError('INPUT_INVALID', why, { remedy })

function resolve(
  authority: Authority,
  service: 'certificateAuthority' | 'timestampAuthority',
  issuer: URL,
): URL {
  if (authority === 'public') return PUBLIC_GOOD[service]
  return authority === 'github' ? githubInstance(issuer)[service] : authority
}

function timestampUrls(authorities: readonly Authority[], issuer: URL): URL[] {
  const urls = authorities.map((one) => resolve(one, 'timestampAuthority', issuer))
  const repeated = urls.find((url, index) => urls.findIndex(({ href }) => href === url.href) < index)
  // One witness named twice would look like two.
  if (repeated !== undefined)
    throw refusal(`Input timestamp-authority: ${repeated.host} is named twice.`, 'Remove one of them.')
  return urls
}

/** Returns the default authority for a repository of this visibility, as GitHub's own action does. */
function ownAuthority(context: ServiceContext): Authority {
  if (isPublicRepository(context)) return 'public'
  if (hasGithubInstance(context.issuer)) return 'github'
  throw refusal(
    `Input certificate-authority is empty, and neither Sigstore nor GitHub certifies the jobs of ${context.issuer.host}.`,
    'Name an authority that trusts this issuer in certificate-authority.',
  )
}

function chooseLog(inputs: WitnessChoice, fallback: 'none' | 'public'): SigningServices['log'] {
  const log = inputs.log ?? fallback
  if (log instanceof URL) return { url: log, version: inputs.logVersion ?? 2 }
  return log === 'public' ? PUBLIC_GOOD.log : undefined
}

function keylessServices(inputs: WitnessChoice, context: ServiceContext): SigningServices {
  const authority = inputs.certificateAuthority ?? ownAuthority(context)
  const own = authority instanceof URL ? [] : [authority]
  return {
    certificateAuthority: resolve(authority, 'certificateAuthority', context.issuer),
    timestampAuthorities: timestampUrls(inputs.timestampAuthorities ?? own, context.issuer),
    log: chooseLog(inputs, authority === 'public' ? 'public' : 'none'),
  }
}

function keyServices(inputs: WitnessChoice, { issuer }: ServiceContext): SigningServices {
  return {
    certificateAuthority: undefined,
    timestampAuthorities: timestampUrls(inputs.timestampAuthorities ?? [], issuer),
    log: chooseLog(inputs, 'none'),
  }
}

/** Takes all services from the signing config: other choices have no effect. */
function configuredServices(configured: SigningServices, keyless: boolean): SigningServices {
  if (keyless && configured.certificateAuthority === undefined)
    throw refusal(
      'Input signing-config: it names no certificate authority that is in use, which key: keyless needs.',
    )
  return keyless ? configured : { ...configured, certificateAuthority: undefined }
}

/** Requires a trusted time: a certificate lives ten minutes, and nobody could verify it later without one. */
function checkTime({ timestampAuthorities, log }: SigningServices, keyless: boolean): void {
  if (!keyless || timestampAuthorities.length > 0 || log?.version === 1) return
  throw refusal(
    'Input timestamp-authority: key: keyless needs a trusted time.',
    'Name an authority, or a transparency log of version 1.',
  )
}

function checkPublicity(services: SigningServices, inputs: WitnessChoice, context: ServiceContext): void {
  const { visibility, issuer } = context
  const written = [services.certificateAuthority, services.log?.url].find(
    (url) => url !== undefined && isPublicHost(url),
  )
  if (written === undefined || isPublicRepository(context) || inputs.allowPublicLog) return
  const who =
    visibility === 'public' ? `public on ${issuer.host} alone` : (visibility ?? 'not known to be public')
  throw new ClawError(
    'PUBLIC_LOG_REFUSED',
    `${written.host} writes to a public log, for all time, and this repository is ${who}: its name, its workflow and the digests would be public.`,
  )
}

/** Chooses the services to use. Throws INPUT_INVALID or PUBLIC_LOG_REFUSED. */
export function chooseServices(inputs: WitnessChoice, context: ServiceContext): SigningServices {
  const { configured, keyless } = context
  const services =
    configured === undefined
      ? keyless
        ? keylessServices(inputs, context)
        : keyServices(inputs, context)
      : configuredServices(configured, keyless)
  checkTime(services, keyless)
  checkPublicity(services, inputs, context)
  return services
}
