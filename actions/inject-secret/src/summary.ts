// What a reader may know: names, references, versions, how many masks. Never a value, nor its length.
import { codeSpan, markdownTable } from '@open-claw/runner'
import type { Delivery, InjectableSecret } from '@open-claw/secrets'

/** The section of the job summary. */
export function secretsSummary(secrets: readonly InjectableSecret[], delivery: Delivery): string {
  const rows = secrets.map(({ request, version, masks }) => [
    codeSpan(request.name),
    codeSpan(request.uri),
    codeSpan(version),
    codeSpan(delivery),
    String(masks.length),
  ])
  return `## Injected secrets\n\n${markdownTable(['Name', 'Reference', 'Version read', 'Delivery', 'Masks'], rows)}\n`
}
