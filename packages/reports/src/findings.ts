// Findings and failures, for people and for programs.
import { ClawError, ERRORS, errorLine, printableText, toldError } from '@open-claw/core'
import type { Finding } from '@open-claw/usecases'
import type { Surroundings } from './surroundings.ts'

const MARKS = {
  ok: { mark: 'ok     ', style: 'green' },
  failed: { mark: 'FAILED ', style: 'red' },
  skipped: { mark: 'skipped', style: 'dim' },
} as const satisfies Record<Finding['status'], unknown>

/** One line for each finding, and under a failure what to do. */
export function textOf(findings: readonly Finding[], paint: Surroundings['paint']): string {
  const lines = findings.flatMap(({ check, status, detail, code, remedy, address }) => [
    `${paint(MARKS[status].style, MARKS[status].mark)}  ${check}: ${printableText(detail)}`,
    ...(code === undefined ? [] : [`           ${code}: ${remedy ?? ''} ${address ?? ''}`]),
  ])
  return `${lines.join('\n')}\n`
}

/** `{"ok":…,"findings":[…]}` and a line break. */
export function jsonOf(findings: readonly Finding[]): string {
  return `${JSON.stringify({ ok: exitOf(findings) === 0, findings })}\n`
}

/** 0, or the gravest of the failures: wrong configuration (2) before what may pass (3). */
export function exitOf(findings: readonly Finding[]): number {
  const exits: number[] = findings.flatMap(({ code }) => (code === undefined ? [] : [ERRORS[code].exit]))
  return exits.length === 0 ? 0 : Math.min(...exits)
}

/** Tells of an error that ends the command: one line, or one JSON document. The result is the exit code. */
export function reportError(error: unknown, json: boolean, { out, err }: Surroundings): number {
  const known = error instanceof ClawError ? error : new ClawError('INTERNAL', 'Something unexpected failed.')
  if (json) out(`${JSON.stringify({ ok: false, error: toldError(known) })}\n`)
  else err(`${errorLine(known)}\n`)
  return known.exit
}
