// Variables that the runner sets for a step.
import { existsSync } from 'node:fs'
import { ClawError } from '@open-claw/core'

/** Returns the value of a variable that every step has. Throws RUNNER_CONTRACT. */
export function variable(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '') {
    throw new ClawError(
      'RUNNER_CONTRACT',
      `${name} is not set: this runs as a step of a GitHub Actions workflow.`,
    )
  }
  return value
}

/** Returns the workspace, absolute. */
export const workspace = (): string => variable('GITHUB_WORKSPACE')

/** Returns the path of a file command; the runner makes the file for each step. Throws RUNNER_CONTRACT. */
export function commandFile(name: string): string {
  const path = variable(name)
  if (!existsSync(path)) throw new ClawError('RUNNER_CONTRACT', `The file that ${name} names does not exist.`)
  return path
}

/** Checks that the runner takes answers, before there are any. Throws RUNNER_CONTRACT. */
export function checkAnswerFiles(): void {
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) commandFile(name)
}

/** Says whether the job runs with debug logging, which the runner tells every step. */
export const isDebugging = (): boolean => process.env['RUNNER_DEBUG'] === '1'
