// Reads the inputs of an action: those of its rows in the table, and no others.
import type { GivenInput, KeyVendor } from '@open-claw/core'
import { refuseIdleInputs } from './effects.ts'
import { givenInputs, type InputHost } from './reader.ts'
import { actionInputs, type ActionName } from './table.ts'

/**
 * Returns what `read` makes of the inputs of `action`. Wrong values are reported before inputs without an effect.
 * Throws INPUT_INVALID, and what `read` throws.
 */
export function readAction<T>(
  action: ActionName,
  host: InputHost,
  vendors: readonly Pick<KeyVendor, 'credentials'>[],
  read: (given: GivenInput) => T,
): T {
  const sets = vendors.map(({ credentials }) => credentials)
  const facts = actionInputs(action, sets)
  const given = givenInputs(host, facts)
  const values = read(given)
  refuseIdleInputs(facts, given)
  return values
}
