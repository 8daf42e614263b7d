import { printableText } from '@open-claw/core'

/** One line, whole, in which no name can smuggle a command to a CI that reads what is printed. */
export const harmlessLine = (line: string): string => printableText(line).replace(/^\s*::/, ': :')
