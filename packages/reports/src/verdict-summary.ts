// The summary of a verdict: the decision first, then what keeps artifacts from being deployed, then the rest.
import type { ArtifactVerdict, EntryVerdict, OtherReasons, Reason, Verdict } from '@open-claw/policy'
import {
  codeLink,
  codeSpan,
  codeText,
  folded,
  jsonBlock,
  markdownTable,
  plural,
  shortDigest,
  shortName,
} from './markdown.ts'

/** Denied artifacts that are shown open; the others are folded. */
const MAX_OPEN = 5
/** Limit of listed artifacts. */
const MAX_LISTED = 1000
const NAME_COLUMN = 36
const ENTRY_COLUMN = 14
const BUNDLE_COLUMN = 30

const isDenied = ({ decision }: ArtifactVerdict): boolean => decision === 'deny'
const unmet = ({ satisfiedBy }: EntryVerdict): boolean => satisfiedBy === undefined

/** Links the error that refused a bundle, which explains more than the code of the reason. */
const refusalLink = (found: string): string => {
  const code = /^([A-Z][A-Z_]*): /.exec(found)?.[1]
  return code === undefined ? '' : ` (${codeLink(code)})`
}

const reasonLine = ({ code, what, expected, found, remedy }: Reason): string =>
  `- **${codeLink(code)}**${code === 'EVIDENCE_REFUSED' ? refusalLink(found) : ''} ${codeText(what)}: expected ${codeText(expected)}, found ${codeText(found)}<br>${remedy}`

const otherLine = ({ code, count, bundle, message }: OtherReasons): string =>
  `- ${count} × ${codeLink(code)}, ${count === 1 ? '' : 'first '}${codeText(bundle)}: ${codeText(message)}`

/** Says why one demand is not met: everything that the nearest bundle lacks and, folded, what the others lack. */
function denial({ entry, reasons, others }: EntryVerdict): string {
  const bundle = reasons[0]?.bundle
  const total = others.reduce((sum, { count }) => sum + count, 0)
  return [
    `Demand ${codeSpan(entry)}${bundle === undefined ? '' : `, nearest bundle ${codeText(bundle)}`}:`,
    reasons.map(reasonLine).join('\n'),
    total === 0 ? '' : folded(plural(total, 'other bundle'), others.map(otherLine).join('\n')),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const deniedSection = (artifact: ArtifactVerdict): string =>
  [
    `### ❌ ${codeText(artifact.name)} (SHA-256 ${shortDigest(artifact.digest)}…)`,
    ...artifact.entries.filter(unmet).map(denial),
  ].join('\n\n')

function deniedSections(denied: readonly ArtifactVerdict[]): string {
  const open = denied.slice(0, MAX_OPEN).map(deniedSection)
  const rest = denied.slice(MAX_OPEN, MAX_LISTED).map(deniedSection)
  const more = denied.length - MAX_OPEN
  return [
    ...open,
    ...(more > 0 ? [folded(plural(more, 'more denied artifact'), rest.join('\n\n'))] : []),
  ].join('\n\n')
}

/** Says what was not checked, so that nobody takes an unchecked timestamp for a checked one. */
function notChecked(artifacts: readonly ArtifactVerdict[]): string[] {
  const all = artifacts.flatMap(({ entries }) => entries.map(({ unverified }) => unverified))
  const sum = (count: (one: EntryVerdict['unverified']) => number): number =>
    all.reduce((total, one) => total + count(one), 0)
  const [timestamps, logEntries] = [sum((one) => one.timestamps), sum((one) => one.logEntries)]
  return timestamps + logEntries === 0
    ? []
    : [
        `**Not checked**, since the policy has no trustedRoots: timestamps ${timestamps}, log entries ${logEntries}`,
      ]
}

const entryLine = ({ entry, satisfiedBy, attestor }: EntryVerdict): string =>
  `- **Demand** ${codeSpan(entry)} met by ${codeText(satisfiedBy ?? '')}, signed by ${codeSpan(attestor ?? '')}`

function allowedTable(artifacts: readonly ArtifactVerdict[]): string {
  return markdownTable(
    ['Artifact', 'SHA-256', 'Demand', 'Met by'],
    artifacts.flatMap(({ name, digest, entries }) =>
      entries.map(({ entry, satisfiedBy }) => [
        shortName(name, NAME_COLUMN),
        shortDigest(digest),
        shortName(entry, ENTRY_COLUMN),
        satisfiedBy === undefined ? 'nothing' : shortName(satisfiedBy, BUNDLE_COLUMN),
      ]),
    ),
  )
}

function allowedSection(allowed: readonly ArtifactVerdict[], isOnly: boolean): string[] {
  const [only] = allowed
  if (only === undefined) return []
  if (isOnly) {
    return [
      [
        `- **Artifact** ${codeText(only.name)}`,
        `- **SHA-256** ${codeSpan(only.digest)}`,
        ...only.entries.map(entryLine),
      ].join('\n'),
    ]
  }
  const more = allowed.length - MAX_LISTED
  const table = allowedTable(allowed.slice(0, MAX_LISTED))
  return [
    folded(
      `✅ ${plural(allowed.length, 'allowed artifact')}`,
      more > 0 ? `${table}\n\nand ${more} more.` : table,
    ),
  ]
}

const artifactJson = ({ name, digest, decision, entries }: ArtifactVerdict): object => ({
  name,
  digest: `sha256:${digest}`,
  decision,
  demands: entries.map(({ entry, satisfiedBy, attestor, reasons }) => ({
    demand: entry,
    ...(satisfiedBy === undefined
      ? {
          reasons: reasons.map(({ code, what, expected, found, bundle }) => ({
            code,
            what,
            expected,
            found,
            bundle,
          })),
        }
      : { bundle: satisfiedBy, attestor }),
  })),
})

function headline({ decision, artifacts }: Verdict, denied: number): string {
  return decision === 'allow'
    ? `## ✅ ${plural(artifacts.length, 'artifact')} allowed`
    : `## ❌ ${denied} of ${plural(artifacts.length, 'artifact')} denied`
}

/** Returns the section of the job summary. */
export function verdictSummary(verdict: Verdict): string {
  const denied = verdict.artifacts.filter(isDenied)
  const allowed = verdict.artifacts.filter((artifact) => !isDenied(artifact))
  const isOnly = verdict.artifacts.length === 1
  const { name, digest } = verdict.policy
  return [
    headline(verdict, denied.length),
    ...(denied.length === 0 ? [] : [deniedSections(denied)]),
    ...(isOnly ? allowedSection(allowed, true) : []),
    [`Policy ${codeText(name)}, SHA-256 ${codeSpan(digest)}`, ...notChecked(verdict.artifacts)].join('<br>'),
    ...(isOnly ? [] : allowedSection(allowed, false)),
    // Last, since a summary over its limit is cut at its end.
    folded(
      'Whole names and digests, as JSON',
      jsonBlock([...denied, ...allowed].slice(0, MAX_LISTED).map(artifactJson)),
    ),
  ].join('\n\n')
}
