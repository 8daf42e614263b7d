// The one form in which people read an error: in the log, the annotation, the summary and on the command line.
import type { ClawError, ErrorCode } from './claw-error.ts'
import { line, printable, printableText, type Printable } from '../formats/printable.ts'

/** The documentation online, since readers of a log have no copy of it beside them. */
const DOCUMENTATION = 'https://github.com/open-claw/open-claw/blob/main/docs'

/** The page of all errors; reasons of a denial have their place on it too. */
export const errorAddress = (code: string): Printable =>
  printable(`${DOCUMENTATION}/errors.md#${code.toLowerCase()}`)

export interface ToldError {
  readonly code: ErrorCode
  readonly message: Printable
  readonly remedy: Printable
  readonly address: Printable
}

/** The parts of an error, each on one line and without hidden characters. */
export const toldError = ({ code, message, remedy }: ClawError): ToldError => ({
  code,
  message: printableText(message),
  remedy: printableText(remedy),
  address: errorAddress(code),
})

/** `CODE: what failed. What to do. https://…#code`, on one line. */
export function errorLine(error: ClawError): Printable {
  const { code, message, remedy, address } = toldError(error)
  return line`${printable(code)}: ${message} ${remedy} ${address}`
}
