// Other projects' cases, where their folder is at hand. Suites without it are skipped, and counted as such.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from '@jest/globals'

const FOLDER = process.env['OPEN_CLAW_ORACLES'] ?? '../shared/oracles'

export const oraclePath = (path: string): string => join(FOLDER, path)

/** The JSON document at `path`, or undefined where the folder is absent. */
export const oracle = (path: string): any =>
  existsSync(FOLDER) ? JSON.parse(readFileSync(oraclePath(path), 'utf8')) : undefined

export const describeWithOracles = existsSync(FOLDER) ? describe : describe.skip
