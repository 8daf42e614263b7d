// Findings, for people and for programs.
import { ERRORS, printable } from '@open-claw/core'
import type { Finding } from './doctor.ts'

const MARKS = { ok: 'ok     ', failed: 'FAILED ', skipped: 'skipped' } as const satisfies Record<
  Finding['status'],
  string
>

/**
 * All of `text` for a terminal or a log: `printable` cuts where a name would end, and what is advised comes
 * last. The runner obeys `##[` anywhere in a line.
 */
export const readable = (text: string): string =>
  (text.match(/[^]{1,20}/gu) ?? []).map(printable).join('').replaceAll('##[', '## [')

/** One line for each finding, and under a failure what to do. */
export function textOf(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ check, status, detail, code, remedy }) => [
    `${MARKS[status]}  ${check}: ${readable(detail)}`,
    ...(code === undefined ? [] : [`           ${code}: ${remedy ?? ''}`]),
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
