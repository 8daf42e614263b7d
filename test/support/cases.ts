// Situations from real use, where their folder is at hand. Suites without it are skipped, and counted as such.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from '@jest/globals'

const FOLDER = process.env['OPEN_CLAW_CASES'] ?? '../shared/cases'

export const casePath = (path: string): string => join(FOLDER, path)

/** The bytes of the file at `path`, or undefined where the folder is absent. */
export const caseBytes = (path: string): Buffer | undefined =>
  existsSync(FOLDER) ? readFileSync(casePath(path)) : undefined

/** The JSON document at `path`, or undefined where the folder is absent. */
export const caseJson = (path: string): any => {
  const bytes = caseBytes(path)
  return bytes === undefined ? undefined : JSON.parse(bytes.toString('utf8'))
}

export const describeWithCases = existsSync(FOLDER) ? describe : describe.skip
