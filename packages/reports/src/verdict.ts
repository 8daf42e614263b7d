// The verdict for the log and the annotation.
import { line, printable, printableText, type Printable } from '@open-claw/core'
import type { ArtifactVerdict, EntryVerdict, Verdict } from '@open-claw/policy'

const MAX_ARTIFACTS = 50
/** Reasons and artifacts that one annotation names. */
const MAX_REASONS = 5

/** `CODE (what: expected X, found Y)` for each reason, what to do, and how many bundles came less near. */
function reasonsText({ reasons, others }: EntryVerdict): string {
  const told = reasons.slice(0, MAX_REASONS)
  const own = told.map(({ code, message }) => `${code} (${message})`)
  if (reasons.length > told.length) own.push(`and ${reasons.length - told.length} more`)
  const [first] = reasons
  const where = first?.bundle === undefined ? '' : ` in ${printable(first.bundle)}`
  // Several reasons may call for the same.
  const remedies = new Set(told.map(({ remedy }) => remedy))
  return `${own.join('; ')}${where}. ${[...remedies].join(' ')}${otherBundles(others)}`
}

/** Counts what the bundles that came less near lack. */
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

/** Outputs of the action for a verdict that allows. A step that reads them must not find any for another one. */
export const allowedOutputs = ({ artifacts, policy }: Verdict): Record<string, string> => ({
  verdict: 'allow',
  digests: JSON.stringify(artifacts.map(({ name, digest }) => ({ name, digest: `sha256:${digest}` }))),
  'policy-digest': `sha256:${policy.digest}`,
})

/** The denied artifacts with their reasons, for the annotation. Those that it does not name are counted. */
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

/** The verdict for the log: one line for each artifact, and one for each demand that a denied one does not meet. */
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
