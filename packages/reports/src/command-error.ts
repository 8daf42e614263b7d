// An error that ends a command.
import { ClawError, errorLine, toldError } from '@open-claw/core'

export interface CommandError {
  /** A program reads stdout, a person stderr. */
  readonly stream: 'out' | 'err'
  readonly text: string
  /** The exit code. */
  readonly exit: number
}

/** One line, or one JSON document. */
export function commandError(error: unknown, json: boolean): CommandError {
  const known = error instanceof ClawError ? error : new ClawError('INTERNAL', 'Something unexpected failed.')
  return json
    ? { stream: 'out', text: `${JSON.stringify({ ok: false, error: toldError(known) })}\n`, exit: known.exit }
    : { stream: 'err', text: `${errorLine(known)}\n`, exit: known.exit }
}
