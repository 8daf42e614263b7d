// Formats the doctor's findings for people and for programs.
import { ERRORS, errorAddress, printableText, type ClawError, type ErrorCode } from '@open-claw/core'
import type { Finding } from '@open-claw/usecases'

/** A finding in words. */
export interface ToldFinding {
  readonly check: string
  readonly status: Finding['status']
  /** What was found, or what failed and why. */
  readonly detail: string
  /** Set for a failure only, as are the following. */
  readonly code?: ErrorCode
  readonly remedy?: string
  readonly address?: string
}

/** Colours `text` if the output shows colours. */
export type Paint = (style: 'green' | 'red' | 'dim', text: string) => string

type Passed = Extract<Finding, { status: 'ok' }>
type JobIdentity = Extract<Passed, { check: 'identity' }>['claims']
type Skipped = Extract<Finding, { status: 'skipped' }>
type Failed = Extract<Finding, { status: 'failed' }>

const SKIPPED = {
  'no job': 'There is no job here; the credentials of this machine are used.',
  'event refused': 'The event that started this run may not use it.',
  'no key': 'There is no key to sign with.',
  'no trial wanted': '--no-sign was given.',
  'no timestamp authority': 'No authority is named: signatures will carry no trusted time.',
} as const satisfies Record<Skipped['why'], string>

function logDetail(log: URL | undefined): string {
  return log === undefined
    ? 'No log is named.'
    : `${log.href} can hold what this key signs; it was not asked, since that would write to it.`
}

function identityDetail({ subject, issuer, repositoryVisibility }: JobIdentity): string {
  return `sub ${subject}, issuer ${issuer}, ${repositoryVisibility} repository`
}

function passedDetail(finding: Passed): string {
  const { check } = finding
  if (check === 'event') return finding.event.name
  if (check === 'identity') return identityDetail(finding.claims)
  if (check === 'key') return `${finding.key.uri}, ${finding.key.algorithm}, ${finding.key.protectionLevel}`
  if (check === 'signature') return 'A trial signature verifies; it was not kept.'
  if (check === 'log') return logDetail(finding.log)
  if (check === 'certificate') return `${finding.authority.host} certified this job for ${finding.algorithm}.`
  return check === 'timestamp' ? `${finding.authority.href} answers.` : finding.place
}

/** Returns the service's message and, for a key that opens but does not sign, the missing permission. */
function failedDetail({ error: { message }, forbidden }: Failed): string {
  if (forbidden === undefined) return message
  const { principal = 'the identity of this machine', permission, subject } = forbidden
  return `${message} The key exists; to sign with it, ${principal} needs ${permission}; the sub of your token is ${subject}.`
}

/** Returns the title of a check, with the host of its timestamp authority: there may be several. */
const checkTitle = (finding: Finding): string =>
  'authority' in finding && finding.check === 'timestamp'
    ? `timestamp ${finding.authority.host}`
    : finding.check

function failure({ code, remedy }: ClawError): Pick<ToldFinding, 'code' | 'remedy' | 'address'> {
  return { code, remedy, address: errorAddress(code) }
}

function tellFinding(finding: Finding): ToldFinding {
  const { status } = finding
  const check = checkTitle(finding)
  if (status === 'ok') return { check, status, detail: passedDetail(finding) }
  if (status === 'skipped') return { check, status, detail: SKIPPED[finding.why] }
  return { check, status, detail: failedDetail(finding), ...failure(finding.error) }
}

const MARKS = {
  ok: { mark: 'ok     ', style: 'green' },
  failed: { mark: 'FAILED ', style: 'red' },
  skipped: { mark: 'skipped', style: 'dim' },
} as const satisfies Record<Finding['status'], unknown>

/** Formats one line for each finding, and under a failure what to do. */
export function findingsText(findings: readonly Finding[], paint: Paint): string {
  const lines = findings
    .map(tellFinding)
    .flatMap(({ check, status, detail, code, remedy, address }) => [
      `${paint(MARKS[status].style, MARKS[status].mark)}  ${check}: ${printableText(detail)}`,
      ...(code === undefined ? [] : [`           ${code}: ${remedy ?? ''} ${address ?? ''}`]),
    ])
  return `${lines.join('\n')}\n`
}

/** Formats `{"ok":…,"findings":[…]}` and a line break. */
export function findingsJson(findings: readonly Finding[]): string {
  const described = findings.map(tellFinding)
  return `${JSON.stringify({ ok: findingsExit(findings) === 0, findings: described })}\n`
}

/** Returns the exit code: 0, or that of the gravest failure: wrong configuration (2) before what may pass by itself (3). */
export function findingsExit(findings: readonly Finding[]): number {
  const exits: number[] = findings.flatMap((one) =>
    one.status === 'failed' ? [ERRORS[one.error.code].exit] : [],
  )
  return exits.length === 0 ? 0 : Math.min(...exits)
}
