// inject: admit the event → fetch all → mask all → check all → deliver → result. One failure delivers nothing: no
// workflow expects to run with half of its secrets.
import { checkMaskable, fetchMasked, type InjectableSecret, type SecretVersion } from '@open-claw/secrets'
import { checkRequest } from './checks.ts'
import type { Caution, Injection } from './injection.ts'
import { namedValues } from './named-values.ts'
import type { InjectPorts } from './ports.ts'
import type { InjectRequest, Target } from './request.ts'
import { runScriptWith } from './run-script.ts'
import { versionsOutput } from './versions-output.ts'

const latest = (secrets: readonly InjectableSecret[]): Caution[] =>
  secrets
    .filter(({ request }) => request.reference.version === 'latest')
    .map(({ request }) => ({ kind: 'latest', name: request.name }))

const visible = (secrets: readonly InjectableSecret[]): Caution[] =>
  secrets.flatMap(({ request: { name }, unmaskable, partial }): Caution[] => {
    if (unmaskable !== undefined) return [{ kind: 'unmaskable', extent: 'whole', name, reason: unmaskable }]
    return partial === undefined ? [] : [{ kind: 'unmaskable', extent: 'part', name, reason: partial }]
  })

const injected = ({ request, version, masks }: InjectableSecret) => ({
  name: request.name,
  uri: request.uri,
  version,
  masks: masks.length,
})

/** Returns the exit code of the script, or 0 if there is none. */
async function deliver<V extends SecretVersion>(
  target: Target,
  secrets: readonly InjectableSecret[],
  ports: InjectPorts<V>,
): Promise<number> {
  if (target.delivery === 'exec') return runScriptWith(target, secrets, ports)
  ports.warn({ kind: 'readers', delivery: target.delivery })
  if (target.delivery === 'env') ports.exportVariables(namedValues(secrets))
  // All outputs in one append: a step that is killed between two appends leaves only a part of them.
  else ports.setOutputs({ ...versionsOutput(secrets.map(injected)), ...namedValues(secrets) })
  return 0
}

/** Fetches the secrets and delivers them. A failing script is a result, not an error. Throws a ClawError. */
export async function inject<V extends SecretVersion>(
  request: InjectRequest<V>,
  ports: InjectPorts<V>,
): Promise<Injection> {
  const { requests, target, allowEvents } = request
  const event = ports.admitEvent(allowEvents)
  checkRequest(request, ports)
  const secrets = await fetchMasked(requests, ports)
  checkMaskable(secrets, target.delivery)
  for (const caution of [...latest(secrets), ...visible(secrets)]) ports.warn(caution)
  const exitCode = await deliver(target, secrets, ports)
  return { event, delivery: target.delivery, secrets: secrets.map(injected), exitCode }
}
