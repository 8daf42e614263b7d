import { styleText } from 'node:util'
import { runTool } from '@open-claw/wiring'
import { runProgram } from './program.ts'

/** Runs the program in this process. */
export const clawx = (): Promise<void> =>
  runTool((host) =>
    runProgram(process.argv.slice(2), host, {
      out: (text) => void process.stdout.write(text),
      err: (text) => void process.stderr.write(text),
      // Styles on a terminal, unless NO_COLOR forbids it; elsewhere only if FORCE_COLOR asks for it.
      paint: (style, text) => styleText(style, text, { stream: process.stdout }),
    }),
  )
