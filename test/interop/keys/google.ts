// Cloud KMS of the sandbox: there is no server of somebody else to be had.
import type { Algorithm } from '@open-claw/core'
import { keyInputs } from '../../support/job.ts'
import type { KeyKind } from './kind.ts'

const RING = 'gcpkms://projects/demo/locations/global/keyRings/release/cryptoKeys'

const KEYS: ReadonlyMap<Algorithm, string> = new Map([
  ['ecdsa-p256-sha256', 'ec-sign-p256-sha256'],
  ['ecdsa-p384-sha384', 'ec-sign-p384-sha384'],
  ['ecdsa-secp256k1-sha256', 'ec-sign-secp256k1-sha256'],
  ['ed25519', 'ec-sign-ed25519'],
  ['rsa-pkcs1-2048-sha256', 'rsa-sign-pkcs1-2048-sha256'],
  ['rsa-pkcs1-3072-sha256', 'rsa-sign-pkcs1-3072-sha256'],
  ['rsa-pkcs1-4096-sha256', 'rsa-sign-pkcs1-4096-sha256'],
  ['rsa-pkcs1-4096-sha512', 'rsa-sign-pkcs1-4096-sha512'],
  ['rsa-pss-2048-sha256', 'rsa-sign-pss-2048-sha256'],
  ['rsa-pss-4096-sha512', 'rsa-sign-pss-4096-sha512'],
  ['ml-dsa-65', 'pq-sign-ml-dsa-65'],
  ['ml-dsa-65-external-mu', 'pq-sign-ml-dsa-65-external-mu'],
  ['slh-dsa-sha2-128s', 'pq-sign-slh-dsa-sha2-128s'],
] satisfies readonly (readonly [Algorithm, string])[])

export const GOOGLE: KeyKind = {
  name: 'Google Cloud KMS of the sandbox',
  tools: [],
  algorithms: [...KEYS.keys()],
  start: async (sandbox) => ({
    inputs: async (algorithm) => ({
      ...keyInputs(sandbox),
      key: `${RING}/${KEYS.get(algorithm)}/cryptoKeyVersions/1`,
    }),
    stop: async () => {},
  }),
}
