// Parameters of a build are published with its provenance. The value of one that looks like a secret is left
// out and its name is kept, so that a reader knows that the record is incomplete.

const SECRET_NAME: RegExp = /secret|token|passw|passphrase|credential|private|api[-_]?key|access[-_]?key/i

/** Shapes of credentials that providers document. */
const SECRET_VALUES: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\./,
  /\b(?:gh[opsur]_|github_pat_)[A-Za-z0-9_]{16,}/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bAIza[A-Za-z0-9_-]{30,}/,
  /\bya29\.[A-Za-z0-9_-]{16,}/,
  /\bxox[abposr]-[A-Za-z0-9-]{10,}/,
  /\bhv[sb]\.[A-Za-z0-9_-]{16,}/,
  /\b(?:sk|rk)[-_](?:live|test|proj)?[-_]?[A-Za-z0-9]{16,}/,
  /:\/\/[^/\s:@]+:[^/\s@]+@/,
  /\bglpat-[A-Za-z0-9_-]{16,}/,
  /\bnpm_[A-Za-z0-9]{30,}/,
  /\bpypi-[A-Za-z0-9_-]{30,}/,
  /\bdckr_pat_[A-Za-z0-9_-]{16,}/,
  // A document or a command line with a secret in it, which the name of the input does not tell.
  /(?:secret|token|passw(?:or)?d|passphrase|api[-_]?key|access[-_]?key)["']?\s*[:=]\s*["']?[^\s"'$,;}]{4,}/i,
]

const REDACTED = '[redacted]'

const looksSecret = (name: string, value: unknown): boolean =>
  SECRET_NAME.test(name) ||
  SECRET_VALUES.some((shape) => shape.test(typeof value === 'string' ? value : JSON.stringify(value)))

/** Returns the parameters with secrets redacted, and the names of those. */
export function redactParameters(parameters: { readonly [name: string]: unknown }): {
  values: { [name: string]: unknown }
  redacted: string[]
} {
  const entries = Object.entries(parameters)
  const redacted = new Set(entries.filter(([name, value]) => looksSecret(name, value)).map(([name]) => name))
  const values = Object.fromEntries(
    entries.map(([name, value]) => [name, redacted.has(name) ? REDACTED : value]),
  )
  return { values, redacted: [...redacted] }
}
