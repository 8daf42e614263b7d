// The tools are the pinned ones: a suite that passes with another version proves nothing of these.
import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { programOf, TOOL_NAMES, TOOLS } from './tools/table.ts'
import { withTools } from './tools/with-tools.ts'

for (const name of TOOL_NAMES) {
  withTools([name], name, () => {
    test('is of the pinned version', () => {
      const { asked, version } = TOOLS[name]
      const said = execFileSync(programOf(name), asked, { encoding: 'utf8' })
      expect(said.match(/\bv?\d+\.\d+\.\d+\b/)?.[0].replace(/^v/, '')).toBe(version.replace(/^v/, ''))
    })
  })
}
