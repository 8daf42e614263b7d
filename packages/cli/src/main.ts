import { runTool } from '@open-claw/runner'
import { runProgram } from './program.ts'

await runTool(() =>
  runProgram(process.argv.slice(2), {
    folder: process.cwd(),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  }),
)
