import type { AdmittedEvent } from '@open-claw/core'
import { codeSpan } from './markdown.ts'

/** Returns what a reader of the summary must know about the event, in Markdown; empty if nothing was widened. */
export function eventNote(event: AdmittedEvent | undefined): string {
  if (event === undefined || event.allowed.length === 0) return ''
  const { name, widened, allowed } = event
  const list = allowed.map(codeSpan).join(', ')
  const effect = widened
    ? `This run was started by ${codeSpan(name)}, which is let through by that input alone.`
    : 'This run did not need it.'
  return `Input ${codeSpan('allow-events')} lets further events use keys and secrets: ${list}. ${effect}`
}
