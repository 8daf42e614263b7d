// Lists what the bundled clients read on their own, and what becomes of it, from the tables that the code obeys.
import type { Fate } from '@open-claw/core'
import { CLIENT_READS } from '@open-claw/wiring'
import { code, table } from './marked-sections.ts'

const VARIABLE_FATES = {
  never: 'taken away before a client is loaded',
  ambient: 'taken away; given back for `credentials: ambient`',
  heeded: 'heeded',
} as const satisfies Record<Fate, string>

const FILE_FATES = {
  never: 'the process has no home; nothing reads it',
  ambient: 'the process has no home; read for `credentials: ambient`',
  heeded: 'heeded: only an administrator can write it',
} as const satisfies Record<Fate, string>

/** Makes the table of variables by reader. */
export const clientVariableTable = (): string =>
  table(
    ['Read by', 'Variables', 'They would decide', 'What becomes of them'],
    CLIENT_READS.flatMap(({ variables }) => variables).map(({ reader, names, decides, fate }) => [
      reader,
      names.map(code).join(' '),
      decides.join(', '),
      VARIABLE_FATES[fate],
    ]),
  )

export const clientFileTable = (): string =>
  table(
    ['File', 'Read by', 'It would decide', 'What becomes of it'],
    CLIENT_READS.flatMap(({ files }) => files).map(({ path, reader, decides, fate }) => [
      code(path),
      reader,
      decides.join(', '),
      FILE_FATES[fate],
    ]),
  )
