// Every way in which a key of some service signs, side by side: for the documentation, and for tests that sign
// with each row.
import type { KeyRow } from '@open-claw/core'
import { KEY_VENDORS } from './vendors.ts'

export interface KeyTableRow extends KeyRow {
  readonly scheme: string
  /** As a person calls the service. */
  readonly vendor: string
}

export async function keyTable(): Promise<readonly KeyTableRow[]> {
  const tables = await Promise.all(
    KEY_VENDORS.map(async ({ credentials: { scheme, vendor }, keyRows }) =>
      (await keyRows()).map((row) => ({ ...row, scheme, vendor })),
    ),
  )
  return tables.flat()
}
