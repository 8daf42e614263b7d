// Formats the verdict for the log and the annotation.
import { line, printable, printableText, type Printable } from '@open-claw/core'
import type { ArtifactVerdict, EntryVerdict, Verdict } from '@open-claw/policy'

const MAX_ARTIFACTS = 50
/** Reasons and artifacts that one annotation names. */
const MAX_REASONS = 5

/** Returns `CODE (what: expected X, found Y)` for each reason, what to do, and what the other bundles lack. */
function reasonsText({ reasons, others }: EntryVerdict): string {
  const named = reasons.slice(0, MAX_REASONS)
  const own = named.map(({ code, message }) => `${code} (${message})`)
  if (reasons.length > named.length) own.push(`and ${reasons.length - named.length} more`)
  const [first] = reasons
  const where = first?.bundle === undefined ? '' : ` in ${printable(first.bundle)}`
  // Several reasons may have the same remedy.
  const remedies = new Set(named.map(({ remedy }) => remedy))
  return `${own.join('; ')}${where}. ${[...remedies].join(' ')}${otherBundles(others)}`
}

/** Counts what the bundles other than the nearest lack. */
function otherBundles(others: EntryVerdict['others']): string {
  const total = others.reduce((sum, { count }) => sum + count, 0)
  const kinds = others.map(
    ({ code, count, bundle, message }) =>
      `${count} ${code} (${count > 1 ? 'first ' : ''}${printable(bundle)}: ${printable(message)})`,
  )
  return total === 0 ? '' : ` ${total} other ${total === 1 ? 'bundle' : 'bundles'}: ${kinds.join(', ')}.`
}

const deniedLines = ({ name, entries }: ArtifactVerdict): string[] =>
  entries
    .filter(({ satisfiedBy }) => satisfiedBy === undefined)
    .map((entry) => `${printable(name)}, ${entry.entry}: ${reasonsText(entry)}`)

const denied = ({ decision }: ArtifactVerdict): boolean => decision === 'deny'

/** Returns the outputs for a verdict that allows. A denial has none, so that no later step can read them. */
export const allowedOutputs = ({ artifacts, policy }: Verdict): Record<string, string> => ({
  verdict: 'allow',
  digests: JSON.stringify(artifacts.map(({ name, digest }) => ({ name, digest: `sha256:${digest}` }))),
  'policy-digest': `sha256:${policy.digest}`,
})

/** Names the denied artifacts with their reasons, for the annotation, and counts those beyond the limit. */
export function denialMessage(verdict: Verdict): string {
  const all = verdict.artifacts.filter(denied)
  const lines = all.slice(0, MAX_REASONS).flatMap(deniedLines)
  const rest = all.length - MAX_REASONS
  const total = verdict.artifacts.length
  return [
    `${all.length} of ${total} ${total === 1 ? 'artifact' : 'artifacts'} denied by the policy "${verdict.policy.name}".`,
    lines.join(' | '),
    ...(rest > 0 ? [`| and ${rest} more denied artifacts.`] : []),
  ].join(' ')
}

/** Returns the lines for the log: one for each artifact, and one for each demand that a denied one does not meet. */
export function verdictLines(verdict: Verdict): Printable[] {
  const sorted = [...verdict.artifacts.filter(denied), ...verdict.artifacts.filter((one) => !denied(one))]
  const shown = sorted.slice(0, MAX_ARTIFACTS)
  const rest = sorted.slice(MAX_ARTIFACTS)
  const cut = rest.filter(denied).length
  return [
    line`Policy ${printableText(verdict.policy.name)} sha256:${printable(verdict.policy.digest)}`,
    ...shown.flatMap((one) => [
      line`${printable(one.decision)}: sha256:${printableText(one.digest)} ${printable(one.name)}`,
      ...deniedLines(one).map((text) => line`  ${printableText(text)}`),
    ]),
    ...(rest.length > 0
      ? [line`… and ${cut} more denied and ${rest.length - cut} more allowed artifacts`]
      : []),
  ]
}
