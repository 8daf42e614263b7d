// What the summary of a job says of a step that failed: whoever looks there first must not find it empty.
import { ERRORS, toldError, type ClawError } from '@open-claw/core'
import { codeText } from './markdown.ts'

/** The section of an error: what failed, what to do, where to read more. */
export function errorSummary(error: ClawError): string {
  const { code, message, remedy, address } = toldError(error)
  return [
    `## ❌ Open Claw: [${code}](${address})`,
    codeText(message),
    // A remedy of its own may name what comes from outside.
    `**What to do:** ${remedy === ERRORS[code].remedy ? remedy : codeText(remedy)}`,
  ].join('\n\n')
}
