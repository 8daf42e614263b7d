// What an input is given arrives, for every input of every action.
import { describe, expect, test } from '@jest/globals'
import { actionInputs, attachProvenanceInputs } from '@open-claw/inputs'
import { CREDENTIAL_SETS, KEY_VENDORS } from '@open-claw/wiring'
import { refusal } from '../../support/errors.ts'
import { inputHost } from '../../support/input-host.ts'
import { cert, EFFECTIVE, GOOGLE_KEY, key, NAMES, read, VAULT_KEY } from './given.ts'

/** What stands beside these would be refused without them. */
const NOT_ALONE: ReadonlySet<string> = new Set([
  'predicate-type',
  'predicate-path',
  'vault-client-certificate',
  'vault-client-key',
  'delivery',
  'credentials',
])

const CASES = NAMES.flatMap((action) =>
  actionInputs(action, CREDENTIAL_SETS).map(({ name }) => [action, name] as const),
)

describe('what is given arrives', () => {
  test.each(CASES)('%s: %s', async (action, name) => {
    const [value = '', beside = {}] = EFFECTIVE[name] ?? []
    expect(value).not.toBe('')
    const changed = read(action, { ...beside, [name]: value })
    const before = read(action, NOT_ALONE.has(name) ? {} : beside)
    expect(JSON.stringify(changed)).not.toBe(JSON.stringify(before))
  })
})

test('that a value is wrong is told before that it has no effect', async () => {
  const { message } = await refusal(() => read('sign-artifact', { ...GOOGLE_KEY, 'aws-role': 'release' }))
  expect(message).toMatch(/^Input aws-role: (?!only)/)
})

test('secrets among the inputs are masked, and nothing else is', () => {
  const host = inputHost('attach-provenance', {
    ...VAULT_KEY,
    'github-token': 'ghs_canary',
    'vault-client-certificate': cert,
    'vault-client-key': key,
  })
  attachProvenanceInputs(host, KEY_VENDORS)
  expect(host.masked).toEqual(['ghs_canary', key.trim()])
})
