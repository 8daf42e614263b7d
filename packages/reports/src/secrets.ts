// What a reader may know: names, references, versions, how many masks. Never a value, nor its length.
import { codeText, folded, jsonBlock, markdownTable, plural, shortName } from './markdown.ts'
import type { Delivery, InjectableSecret } from '@open-claw/secrets'

/** From this many on, the list is folded. */
const FOLDED_FROM = 11
/** References that fit beside a name and a version. */
const REFERENCE_COLUMN = 52
const NAME_COLUMN = 26

const TO = {
  exec: 'for one script',
  output: 'as outputs of this step',
  env: 'as variables of every later step',
} as const satisfies Record<Delivery, string>

function headline(count: number, delivery: Delivery, exitCode: number): string {
  const what = `${plural(count, 'secret')} ${TO[delivery]}`
  return exitCode === 0
    ? `## ✅ ${what}`
    : `## ❌ The script ended with exit code ${exitCode}; it had ${what}`
}

function lines(secrets: readonly InjectableSecret[]): string {
  const [only, ...others] = secrets
  if (only !== undefined && others.length === 0) {
    return [
      `- **Name** ${codeText(only.request.name)}`,
      `- **Reference** ${codeText(only.request.uri)}`,
      `- **Version read** ${codeText(only.version)}`,
      `- **Masks** ${only.masks.length}`,
    ].join('\n')
  }
  const table = markdownTable(
    ['Name', 'Reference', 'Version read', 'Masks'],
    secrets.map(({ request, version, masks }) => [
      shortName(request.name, NAME_COLUMN),
      shortName(request.uri, REFERENCE_COLUMN),
      shortName(version, NAME_COLUMN),
      String(masks.length),
    ]),
  )
  const whole = jsonBlock(
    secrets.map(({ request, version }) => ({ name: request.name, reference: request.uri, version })),
  )
  const list = `${table}\n\n${folded('Whole names and references', whole)}`
  return secrets.length < FOLDED_FROM ? list : folded(`${secrets.length} secrets`, list)
}

/** What there is to tell beside the secrets themselves. */
export interface InjectionFacts {
  readonly delivery: Delivery
  /** Of the script, or 0 where there is none. */
  readonly exitCode: number
  /** Markdown; empty where there is nothing to say. */
  readonly note: string
}

/** The section of the job summary. */
export function secretsSummary(
  secrets: readonly InjectableSecret[],
  { delivery, exitCode, note }: InjectionFacts,
): string {
  const parts = [headline(secrets.length, delivery, exitCode), note, lines(secrets)]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
