// What the summary of a job says of a step that failed: whoever looks there first must not find it empty.
import { ERRORS, toldError, type ClawError } from '@open-claw/core'
import { appendSummary, codeText } from './markdown.ts'

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

/** Writes it. A denial has its own summary, which lists the reasons; no failure to write may hide the error itself. */
export function writeErrorSummary(error: ClawError): void {
  if (error.code === 'DENIED') return
  try {
    appendSummary(errorSummary(error))
  } catch {
    // The annotation and the exit code tell of the error that counts.
  }
}
