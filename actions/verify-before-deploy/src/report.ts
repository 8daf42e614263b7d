// The verdict, for people.
import type { ArtifactVerdict, EntryVerdict, Verdict } from '@open-claw/policy'
import { codeSpan, markdownTable, mermaidFlow } from '@open-claw/runner'

const MAX_ARTIFACTS = 50
/** Reasons shown per entry: a flood of foreign bundles must not bury the one that counts. */
const MAX_REASONS = 5

const MARK = { allow: '✅ allow', deny: '❌ deny' } as const

function artifactRows({ name, entries }: ArtifactVerdict): string[][] {
  return entries.map(({ entry, satisfiedBy, attestor, unverified, reasons, unlisted }) => [
    codeSpan(name),
    codeSpan(entry),
    satisfiedBy === undefined ? MARK.deny : MARK.allow,
    satisfiedBy === undefined
      ? reasons
          .slice(0, MAX_REASONS)
          .map(
            ({ code, message, bundle }) =>
              `${code}: ${codeSpan(message)} ${bundle === undefined ? '' : codeSpan(bundle)}`,
          )
          .join('<br>') + more(reasons.length + unlisted)
      : `${codeSpan(satisfiedBy)}, signed by ${codeSpan(attestor ?? '')}${skipped(unverified)}`,
  ])
}

const more = (count: number): string => (count > MAX_REASONS ? `<br>and ${count - MAX_REASONS} more` : '')

/** What decided nothing is said, so that nobody takes a timestamp that was never checked for one that was. */
const skipped = ({ timestamps, logEntries }: EntryVerdict['unverified']): string =>
  timestamps + logEntries === 0
    ? ''
    : `; not checked, since the policy has no trustedRoots: timestamps ${timestamps}, log entries ${logEntries}`

function picture(verdict: Verdict): string {
  const count = verdict.artifacts.length
  const [first] = verdict.artifacts
  const bundles = new Set(
    verdict.artifacts.flatMap(({ entries }) => entries.flatMap(({ satisfiedBy }) => satisfiedBy ?? [])),
  )
  return mermaidFlow(
    [
      { id: 'artifacts', label: count === 1 ? (first?.name ?? '') : `${count} artifacts` },
      { id: 'bundles', label: bundles.size === 0 ? 'no bundle that satisfies' : `${bundles.size} verified` },
      { id: 'policy', label: `policy ${verdict.policy.name}` },
      { id: 'verdict', label: verdict.decision },
    ],
    [
      { from: 'artifacts', to: 'bundles', label: 'sha256' },
      { from: 'bundles', to: 'policy', label: 'facts' },
      { from: 'policy', to: 'verdict', label: '' },
    ],
  )
}

/** The job summary of a verdict. */
export function summaryOf(verdict: Verdict): string {
  const shown = verdict.artifacts
    .toSorted((a, b) => (a.decision === b.decision ? 0 : a.decision === 'deny' ? -1 : 1))
    .slice(0, MAX_ARTIFACTS)
  const rest = verdict.artifacts.length - shown.length
  return [
    `## Deployment gate: ${MARK[verdict.decision]}`,
    picture(verdict),
    `Policy ${codeSpan(verdict.policy.name)} ${codeSpan(`sha256:${verdict.policy.digest}`)}`,
    markdownTable(['Artifact', 'Demand', 'Verdict', 'Because'], shown.flatMap(artifactRows)),
    rest > 0 ? `and ${rest} more artifacts.` : '',
  ].join('\n\n')
}

/** One line for each denied artifact and demand, for the log and the annotation. */
export function denialMessage(verdict: Verdict): string {
  const denied = verdict.artifacts.filter(({ decision }) => decision === 'deny')
  const lines = denied.slice(0, MAX_REASONS).flatMap(({ name, entries }) =>
    entries
      .filter(({ satisfiedBy }) => satisfiedBy === undefined)
      .map(
        ({ entry, reasons }) =>
          `${name}, ${entry}: ${reasons
            .slice(0, MAX_REASONS)
            .map(({ code, message }) => `${code} (${message})`)
            .join('; ')}`,
      ),
  )
  return `${denied.length} of ${verdict.artifacts.length} artifacts are denied by the policy "${verdict.policy.name}". ${lines.join(' | ')}`
}

/** The verdict for the log: one line for each artifact. */
export function logLines(verdict: Verdict): string[] {
  const lines = verdict.artifacts
    .slice(0, MAX_ARTIFACTS)
    .map(({ name, digest, decision }) => `${decision}: sha256:${digest} ${name}`)
  const rest = verdict.artifacts.length - lines.length
  return [
    `Policy ${verdict.policy.name} sha256:${verdict.policy.digest}`,
    ...lines,
    ...(rest > 0 ? [`… and ${rest} more artifacts`] : []),
  ]
}
