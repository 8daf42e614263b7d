import { execFileSync } from 'node:child_process'
import { rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@jest/globals'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const GIB = 1024 * 1024 * 1024
const CORE = pathToFileURL(join(import.meta.dirname, '../../../packages/files/src/digest.ts')).href

/** Peak memory in MiB of a process of its own that hashes a sparse file of `size` bytes. */
function peakOf(size: number): number {
  const folder = temporaryFolder('large')
  const path = join(folder, 'file')
  writeFileSync(path, '')
  truncateSync(path, size)
  const script = `import { digestFile } from '${CORE}'; await digestFile(process.argv[1], ['sha256']); console.log(process.resourceUsage().maxRSS)`
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script, path], {
    encoding: 'utf8',
  })
  rmSync(folder, { recursive: true })
  return Number(output) / 1024
}

test('memory is flat: 3 GiB take no more than 64 MiB take', () => {
  const small = peakOf(GIB / 16)
  expect(peakOf(3 * GIB)).toBeLessThan(small + 32)
})
