import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder for this test alone. The run takes it away at its end: scripts/temporary-folder.ts. */
export const temporaryFolder = (name: string): string => mkdtempSync(join(tmpdir(), `${name}-`))
