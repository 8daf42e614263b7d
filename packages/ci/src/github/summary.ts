// The summary of a step, in the file that the runner reads.
import { appendFileSync } from 'node:fs'
import { commandFile } from './environment.ts'

/** The runner refuses a summary of a step over 1 MiB. */
const MAX_SUMMARY_BYTES = 1024 * 1024 - 64
const CUT = '\n\n… cut at the limit of a summary.\n'

/** Appends to the summary of the step; text over the limit is cut at the end of a line. Throws RUNNER_CONTRACT. */
export function appendSummary(markdown: string): void {
  const bytes = Buffer.from(markdown)
  const text =
    bytes.length <= MAX_SUMMARY_BYTES
      ? markdown
      : bytes.subarray(0, bytes.lastIndexOf('\n', MAX_SUMMARY_BYTES - CUT.length)).toString('utf8') + CUT
  appendFileSync(commandFile('GITHUB_STEP_SUMMARY'), `${text}\n`)
}
