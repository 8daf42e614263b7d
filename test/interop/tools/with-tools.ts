// Suites that need tools. Where one is absent the suite is skipped under its name, and counted.
import { describe } from '@jest/globals'
import { isBuilt, type ToolName } from './table.ts'

/** A suite for which all `tools` have to be there. In CI an absent tool is an error: nothing may go untested unseen. */
export function withTools(tools: readonly ToolName[], title: string, suite: () => void): void {
  const absent = tools.filter((name) => !isBuilt(name))
  const named = absent.length === 0 ? title : `${title} (absent: ${absent.join(', ')})`
  if (absent.length > 0 && process.env['CI'] === 'true')
    throw new Error(`${named}: run node scripts/interop-tools.ts`)
  const declare = absent.length === 0 ? describe : describe.skip
  declare(named, suite)
}
