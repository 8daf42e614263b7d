// Runs the tests and ends with one line of counts, taken from Jest's own JSON result.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { moveTemporaryFiles } from './temporary-folder.ts'

const interop = process.env['OPEN_CLAW_INTEROP'] === '1'
const RESULTS = join('.test-results', interop ? 'interop.json' : 'jest.json')

mkdirSync('.test-results', { recursive: true })
rmSync(RESULTS, { force: true })
const leftOutside = moveTemporaryFiles()
const jest = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join('node_modules', 'jest', 'bin', 'jest.js'),
    '--json',
    `--outputFile=${RESULTS}`,
    ...process.argv.slice(2),
  ],
  // Jest writes its report for people to stderr; --json would print the result to stdout as well.
  { stdio: ['ignore', 'ignore', 'inherit'] },
)
// A signal ends Jest first, and then this process, which removes the temporary files.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => jest.kill(signal))
const [status, signal] = await once(jest, 'close')
if (signal !== null) {
  console.error(`Jest was ended by ${signal}.`)
  process.exit(1)
}
const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } =
  JSON.parse(readFileSync(RESULTS, 'utf8'))
// A suite that could not even start counts as one more failure.
const failed = numFailedTests + numRuntimeErrorTestSuites
const skipped = numPendingTests + numTodoTests
console.log(`${numPassedTests} passed, ${failed} failed, ${skipped} skipped`)
const left = leftOutside()
if (left.length > 0) console.error(`Left in the folder for temporary files: ${left.join(', ')}`)
// Without any tool all of test/interop is skipped; anywhere else that would mean that nothing ran.
const ran = numPassedTests + (interop ? skipped : 0)
process.exit(status === 0 && failed === 0 && left.length === 0 && ran > 0 ? 0 : 1)
