// What a reader may know: names, references, versions, how many masks. Never a value, nor its length.
import { codeSpan, markdownTable } from '@open-claw/runner'
import type { Delivery, InjectableSecret } from '@open-claw/secrets'

/** The section of the job summary. */
export function secretsSummary(
  secrets: readonly InjectableSecret[],
  delivery: Delivery,
  note: string,
): string {
  const rows = secrets.map(({ request, version, masks }) => [
    codeSpan(request.name),
    codeSpan(request.uri),
    codeSpan(version),
    codeSpan(delivery),
    String(masks.length),
  ])
  const table = markdownTable(['Name', 'Reference', 'Version read', 'Delivery', 'Masks'], rows)
  return `## Injected secrets\n\n${table}\n${note === '' ? '' : `\n${note}\n`}`
}
