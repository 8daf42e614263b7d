// What is named and would be passed over is refused, before anything is asked.
import { expect, test } from '@jest/globals'
import { signerInputs } from '@open-claw/inputs'
import { KEY_VENDORS } from '@open-claw/wiring'
import { codeOf, refusal } from '../../support/errors.ts'
import { inputHost } from '../../support/input-host.ts'

const read = (inputs: Record<string, string>) => signerInputs(inputHost('sign-artifact', inputs), KEY_VENDORS)

test('an algorithm for the key that is made here', async () => {
  const error = await refusal(() => read({ key: 'keyless', 'key-algorithm': 'ecdsa-p384-sha384' }))
  expect([error.code, error.message]).toEqual(['INPUT_INVALID', expect.stringContaining('key-algorithm')])
})
test.each([
  ['', undefined],
  ['1', 1],
  ['2', 2],
])('the version %j of a log', (version, expected) => {
  const log = { 'transparency-log': 'https://rekor.example', 'transparency-log-version': version }
  expect(read({ key: 'keyless', ...log }).witnesses.logVersion).toBe(expected)
})
test.each(['0', '3', '1.0', 'v2', '١'])('a version that no log has: %j', async (version) => {
  expect(await codeOf(() => read({ key: 'keyless', 'transparency-log-version': version }))).toBe(
    'INPUT_INVALID',
  )
})

const README_KEY =
  'gcpkms://projects/acme-release/locations/europe-west1/keyRings/release/cryptoKeys/release/cryptoKeyVersions/1'
test.each([README_KEY, 'azurekms://acme-release.vault.azure.net/release'])(
  'the key of the documentation: %s',
  async (key) => {
    const error = await refusal(() => read({ key }))
    expect([error.code, error.message, error.remedy]).toEqual([
      'KEY_URI_INVALID',
      expect.stringContaining('is the example of the documentation'),
      expect.stringContaining('your own key'),
    ])
  },
)
test('and no other key of a project that is called so', () => {
  const own = README_KEY.replace('cryptoKeys/release', 'cryptoKeys/own')
  expect(read({ key: own }).key).toEqual({ kind: 'kms', uri: own, algorithm: undefined })
})
test('a key without its scheme, with what was meant', async () => {
  const { remedy } = await refusal(() => read({ key: README_KEY.replace('gcpkms://', '') }))
  expect(remedy).toBe(`Write "${README_KEY}".`)
})
