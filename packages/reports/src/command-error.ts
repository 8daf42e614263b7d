// Formats an error that ends a command.
import { ClawError, errorLine, toldError } from '@open-claw/core'

export interface CommandError {
  /** Programs read stdout, people read stderr. */
  readonly stream: 'out' | 'err'
  readonly text: string
  /** The exit code. */
  readonly exit: number
}

/** Formats an error as one line, or as one JSON document. */
export function commandError(error: unknown, json: boolean): CommandError {
  const known = error instanceof ClawError ? error : new ClawError('INTERNAL', 'Something unexpected failed.')
  return json
    ? { stream: 'out', text: `${JSON.stringify({ ok: false, error: toldError(known) })}\n`, exit: known.exit }
    : { stream: 'err', text: `${errorLine(known)}\n`, exit: known.exit }
}
