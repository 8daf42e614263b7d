import { printableText } from '@open-claw/core'

/** Returns one line in which no name can smuggle a command to a CI that reads the output. */
export const harmlessLine = (line: string): string => printableText(line).replace(/^\s*::/, ': :')
