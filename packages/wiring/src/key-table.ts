// Every way in which a key of any service signs: for the documentation, and for tests that sign with each row.
import type { KeyRow } from '@open-claw/core'
import { KEY_VENDORS } from './vendors.ts'

export interface KeyTableRow extends KeyRow {
  readonly scheme: string
  /** The service's usual name. */
  readonly vendor: string
}

/** Returns the rows of all vendors. */
export async function keyTable(): Promise<readonly KeyTableRow[]> {
  const tables = await Promise.all(
    KEY_VENDORS.map(async ({ credentials: { scheme, vendor }, keyRows }) =>
      (await keyRows()).map((row) => ({ ...row, scheme, vendor })),
    ),
  )
  return tables.flat()
}
