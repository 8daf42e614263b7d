// A refusal tells the place that is wrong, also where a value may take one of several forms.
import { describe, expect, test } from '@jest/globals'
import { refusal } from '../../support/errors.ts'
import { edit, type Json, parsePolicy } from '../../support/policies.ts'

const certificate = { issuer: 'https://issuer.example', subjects: ['x'] }
const root = { path: 'r', digest: `sha256:${'0'.repeat(64)}` }
const messageOf = async (change: (spec: Json) => void): Promise<string> =>
  (await refusal(() => parsePolicy(edit((policy) => change(policy['spec']))))).message

describe('what is wrong with an attestor is told where it is wrong', () => {
  test.each<[string, unknown, string]>([
    ['an algorithm', { name: 'a', key: { publicKey: 'p', algorithm: 'rsa' } }, '0.key.algorithm: is not an'],
    ['a key URI', { name: 'a', key: { uri: 'x' } }, '0.key.uri: is not a key URI'],
    [
      'a key without a version',
      { name: 'a', key: { uri: 'gcpkms://projects/p/locations/l/keyRings/r/cryptoKeys/k' } },
      '0.key.uri: must name a version',
    ],
    ['a key that is none', { name: 'a', key: {} }, '0.key: needs uri, or publicKey'],
    ['a name', { name: 'A', certificate }, '0.name: is not a name'],
    [
      'a subject',
      { name: 'a', certificate: { ...certificate, subjects: ['*'] } },
      'certificate.subjects.0: ',
    ],
    [
      'a claim',
      { name: 'a', certificate: { ...certificate, claims: { sourceRepositoryID: 'x' } } },
      'certificate.claims: has "sourceRepositoryID", which is no claim of a certificate; "sourceRepositoryIdentifier" is one',
    ],
    ['a witness', { name: 'a', key: { publicKey: 'p' }, witnesses: { x: 1 } }, '0.witnesses.x: '],
    ['a field', { name: 'a', key: { publicKey: 'p' }, '\u001b[2J': 1 }, 'attestors.0.\\u{1b}[2J: '],
    ['no key', { name: 'a' }, 'spec.attestors.0: needs a name, and key or certificate'],
    ['both', { name: 'a', key: { publicKey: 'p' }, certificate }, 'attestors.0: needs a name, and key or'],
  ])('%s', async (_, attestor, expected) => {
    expect(await messageOf((spec) => (spec['attestors'] = [attestor]))).toContain(expected)
  })
})

describe('what is wrong with a trusted root is told where it is wrong', () => {
  test.each<[string, unknown, string]>([
    ['a digest', { ...root, digest: 'sha256:0' }, 'trustedRoots.0.digest: is not sha256:'],
    [
      'a mirror',
      { tuf: { mirror: 'http://tuf.example', root } },
      'trustedRoots.0.tuf.mirror: is not an https',
    ],
    ['nothing', {}, 'spec.trustedRoots.0: needs path and digest, or tuf'],
  ])('%s', async (_, trustedRoot, expected) => {
    expect(await messageOf((spec) => (spec['trustedRoots'] = [trustedRoot]))).toContain(expected)
  })
})
