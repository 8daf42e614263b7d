// The job summary of a failed step: people who look there first must not find it empty.
import { ERRORS, toldError, type ClawError } from '@open-claw/core'
import { codeText } from './markdown.ts'

/** Returns the section of an error: what failed, what to do, where to read more. */
export function errorSummary(error: ClawError): string {
  const { code, message, remedy, address } = toldError(error)
  return [
    `## ❌ Open Claw: [${code}](${address})`,
    codeText(message),
    // A remedy made for this error may quote untrusted text.
    `**What to do:** ${remedy === ERRORS[code].remedy ? remedy : codeText(remedy)}`,
  ].join('\n\n')
}
