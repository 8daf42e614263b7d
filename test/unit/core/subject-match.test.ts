// A statement speaks about what has one of its strong digests and contradicts none.
import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import {
  digestSet,
  hashesToCompare,
  hashesToConfirm,
  matchSubjects,
  parseBundle,
  parseStatement,
  trustedKey,
  verifyBundle,
  type FileHash,
} from '@open-claw/core'
import { indexSubjects, type KnownSubject } from '../../../packages/core/src/verify/subject-match.ts'
import { caseBytes, describeWithCases } from '../../support/cases.ts'
import { codeOf, refusal } from '../../support/errors.ts'

const NODE: Record<string, string> = { sha3_256: 'sha3-256', sha3_384: 'sha3-384', sha3_512: 'sha3-512' }
const hash = (name: string, text = 'app') =>
  createHash(NODE[name] ?? name)
    .update(text)
    .digest('hex')
const digestsOf = (names: readonly string[], text = 'app') =>
  Object.fromEntries(names.map((name) => [name, hash(name, text)]))
const known = (...names: FileHash[]) => digestSet(names.map((name) => [name, hash(name)]))
const subject = (digests: Record<string, string>, name?: string): KnownSubject => ({ name, digests })
const match = (subjects: readonly KnownSubject[], ...names: FileHash[]) =>
  matchSubjects(indexSubjects(subjects), known(...names))

const STRONG = ['sha256', 'sha384', 'sha512', 'sha3_256', 'sha3_384', 'sha3_512'] as const

test.each(STRONG)('matching by %s alone', (name) => {
  const subjects = [subject(digestsOf([name], 'other'), 'a'), subject(digestsOf([name]), 'b')]
  expect(match(subjects, name)).toEqual({ kind: 'same', subjects: [subjects[1]] })
})

test.each(['md5', 'sha1', 'sha224'] as const)('matching never by %s', (name) => {
  expect(match([subject(digestsOf([name]))], 'sha256', name)).toEqual({ kind: 'untested', hashes: [name] })
})

test('matching every subject with the digest is given back, whatever its name', () => {
  const subjects = [subject(digestsOf(['sha256']), 'a'), subject(digestsOf(['sha256', 'sha512']))]
  expect(match(subjects, 'sha256', 'sha512')).toEqual({ kind: 'same', subjects })
})

test.each(['sha512', 'sha3_256', 'sha1', 'md5'] as const)(
  'matching the right sha256 beside the %s of something else is no match',
  (name) => {
    const forged = { ...digestsOf(['sha256']), ...digestsOf([name], 'other') }
    expect(match([subject(forged)], 'sha256', name)).toEqual({ kind: 'contradiction', hash: name })
  },
)

test('matching the right sha512 beside the sha256 of something else is no match', () => {
  const forged = { ...digestsOf(['sha512']), ...digestsOf(['sha256'], 'other') }
  expect(match([subject(forged)], 'sha256', 'sha512')).toEqual({ kind: 'contradiction', hash: 'sha256' })
})

test('matching a malformed digest of a hash that can be computed agrees with nothing', () => {
  const forged = { ...digestsOf(['sha256']), sha1: 'abc' }
  expect(match([subject(forged)], 'sha256', 'sha1')).toEqual({ kind: 'contradiction', hash: 'sha1' })
})

test('matching what cannot be computed contradicts nothing', () => {
  const subjects = [subject({ ...digestsOf(['sha256']), gitBlob: 'x', dirHash1: 'y', toString: 'z' })]
  expect(match(subjects, 'sha256')).toEqual({ kind: 'same', subjects })
})

test('matching a digest of one hash is none of another', () => {
  expect(match([subject({ sha3_256: hash('sha256') })], 'sha256')).toEqual({
    kind: 'untested',
    hashes: ['sha3_256'],
  })
})

test('matching a name in capitals is another name', () => {
  expect(match([subject({ SHA256: hash('sha256') })], 'sha256')).toEqual({
    kind: 'untested',
    hashes: ['SHA256'],
  })
})

test('matching others are others', () => {
  expect(match([subject(digestsOf(['sha256'], 'x'))], 'sha256')).toEqual({ kind: 'other' })
  expect(match([], 'sha256')).toEqual({ kind: 'other' })
})

describe('what is to be computed', () => {
  test('nothing where all subjects have a digest that is known', () => {
    const index = indexSubjects([subject(digestsOf(['sha256', 'sha512'], 'x'))])
    expect(hashesToCompare(index, new Set(['sha256']))).toEqual([])
    expect(hashesToConfirm(index, known('sha256'))).toEqual([])
  })

  test('strong hashes of subjects that cannot be compared', () => {
    const index = indexSubjects([subject({ ...digestsOf(['sha512', 'sha1']), gitCommit: 'x' })])
    expect(hashesToCompare(index, new Set(['sha256']))).toEqual(['sha512'])
  })

  test('all others of a subject that matches', () => {
    const index = indexSubjects([subject({ ...digestsOf(['sha256', 'sha512', 'sha1']), gitBlob: 'x' })])
    expect(hashesToConfirm(index, known('sha256'))).toEqual(['sha512', 'sha1'])
  })
})

const statement = (change: object) =>
  JSON.stringify({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [subject(digestsOf(['sha256']), 'a')].map(({ name, digests }) => ({ name, digest: digests })),
    predicateType: 'urn:x:y',
    predicate: {},
    ...change,
  })
const withSubject = (descriptor: object) => statement({ subject: [descriptor] })

describe('statements', () => {
  const digest = digestsOf(['sha256'])
  test.each([
    ['no name', withSubject({ digest })],
    ['null for a name', withSubject({ name: null, digest })],
    ['fields that are not known', withSubject({ digest, size: 1, annotations: 'x' })],
    ['no predicate', statement({ predicate: undefined })],
    ['null for a predicate', statement({ predicate: null })],
    ['a field of its own', statement({ note: 1 })],
    ['version 0.1', statement({ _type: 'https://in-toto.io/Statement/v0.1' })],
    ['a weak digest of any form', withSubject({ digest: { ...digest, sha1: 'ABC', gitCommit: 'main' } })],
  ])('with %s are read', (_, text) => {
    expect(parseStatement(text).subject).toHaveLength(1)
  })

  test.each([
    ['capitals in a strong digest', withSubject({ digest: { sha512: hash('sha512').toUpperCase() } })],
    ['a strong digest of another length', withSubject({ digest: { sha3_512: hash('sha256') } })],
    ['no digest', withSubject({ name: 'a', digest: {} })],
    ['a digest that is no text', withSubject({ digest: { sha256: 1 } })],
    ['a list for digests', withSubject({ digest: [hash('sha256')] })],
    ['version 1.0', statement({ _type: 'https://in-toto.io/Statement/v1.0' })],
    ['a predicate that is a list', statement({ predicate: [] })],
  ])('with %s are refused', async (_, text) => {
    expect(await codeOf(() => parseStatement(text))).toBe('STATEMENT_INVALID')
  })
})

describeWithCases('statements of other tools', () => {
  const HELLO = createHash('sha256').update('hello').digest('hex')
  const read = async (name: string) => {
    const keys = [trustedKey('case', caseBytes('07-statements/key.pem')?.toString() ?? '')]
    const facts = await verifyBundle(parseBundle(caseBytes(`07-statements/${name}`) ?? Buffer.of(), name), {
      keys,
    })
    if (facts.kind !== 'statement') throw new Error('is no statement')
    const hello = digestSet([
      ['sha256', HELLO],
      ['sha512', createHash('sha512').update('hello').digest('hex')],
    ])
    return { type: facts.predicateType, kind: matchSubjects(facts.subjects, hello).kind }
  }

  test.each([
    'annot.json',
    'both.json',
    'noname.json',
    'nopred.json',
    'second.json',
    'sibling.json',
    'urn.json',
    'v01.json',
    'noscheme.json',
  ])('%s speaks about the file', async (name) => {
    expect(await read(name)).toMatchObject({ kind: 'same' })
  })

  test('upper.json has digests that in-toto does not allow, v10.json a version that does not exist', async () => {
    expect((await refusal(() => read('upper.json'))).message).toContain('lower-case')
    expect((await refusal(() => read('v10.json'))).message).toContain('_type')
  })

  test('urn.json keeps its predicate type', async () => {
    expect(await read('urn.json')).toMatchObject({ type: 'urn:x:y' })
  })
})
