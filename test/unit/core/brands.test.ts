// Texts of one type cannot stand for those of another, and only their guards and parsers make them.
import { createHash } from 'node:crypto'
import { expect, test } from '@jest/globals'
import {
  digestSet,
  isCommit,
  isRef,
  isRepository,
  type Digests,
  type HexDigest,
  type KeyUri,
  type PinnedKeyUri,
  type Sha256,
} from '@open-claw/core'
import type { Commit, Ref, Repository } from '../../../packages/core/src/formats/git-names.ts'
import { KEY_URIS } from '../../support/key-uris.ts'
import { guarded } from '../../support/guarded.ts'
import { codeOf } from '../../support/errors.ts'

test('names of git and GitHub do not mix', () => {
  const repository = guarded(isRepository, 'octo-org/octo-repo')
  const ref = guarded(isRef, 'refs/heads/main')
  const commit = guarded(isCommit, 'a'.repeat(40))
  const text: string = ref
  const attempts = [
    // @ts-expect-error A text that nobody checked.
    (): Repository => text,
    // @ts-expect-error A repository is no ref.
    (): Ref => repository,
    // @ts-expect-error A ref is no commit.
    (): Commit => ref,
    // @ts-expect-error A commit is no repository.
    (): Repository => commit,
  ]
  expect(attempts).toHaveLength(4)
})

test.each([
  ['a repository', isRepository, ['octo-org/octo.repo'], ['octo', '/b', 'a/', 'a/b/c', 'a b/c', 'a/b\n']],
  ['a ref', isRef, ['refs/heads/main', 'refs/tags/v1@x', 'main'], ['']],
  [
    'a commit',
    isCommit,
    ['a'.repeat(40), '0'.repeat(64)],
    ['a'.repeat(41), 'A'.repeat(40), 'g'.repeat(40), '', `${'a'.repeat(40)}\n`],
  ],
] as const)('%s is told from other texts', (_, isOne, good, bad) => {
  expect([good.map((text) => isOne(text)), bad.map((text) => isOne(text))]).toEqual([
    good.map(() => true),
    bad.map(() => false),
  ])
})

const PINNED = 'hashivault://release/versions/2'
const OPEN = 'hashivault://release'

test('a key version can stand for a key, and a key for no version', async () => {
  const key = KEY_URIS.parse(OPEN, 'key')
  const version = KEY_URIS.parsePinned(PINNED, 'key')
  const attempts = [
    (): KeyUri => version,
    // @ts-expect-error A key of any version.
    (): PinnedKeyUri => key,
    // @ts-expect-error A text that nobody parsed.
    (): KeyUri => String(key),
  ]
  expect(attempts).toHaveLength(3)
  expect([KEY_URIS.isPinned(key), KEY_URIS.isPinned(version)]).toEqual([false, true])
  expect(await codeOf(() => KEY_URIS.parsePinned(OPEN, 'key'))).toBe('KEY_URI_INVALID')
})

test('digests of two hashes do not mix, and a set gives each under its own', async () => {
  const hex = (hash: 'sha256' | 'sha384' | 'sha512') => createHash(hash).update('a').digest('hex')
  const digests = digestSet([
    ['sha256', hex('sha256')],
    ['sha512', hex('sha512')],
  ])
  const attempts = [
    (): Sha256 | undefined => digests.get('sha256'),
    // @ts-expect-error A SHA-512 is no SHA-256.
    (): Sha256 | undefined => digests.get('sha512'),
    // @ts-expect-error A digest by any hash is no SHA-256.
    (): Sha256 | undefined => [...digests.values()][0],
    // @ts-expect-error A text that nobody checked.
    (): HexDigest<'sha384'> => hex('sha384'),
    // @ts-expect-error A map of texts is no set of digests.
    (): Digests => new Map([['sha256', hex('sha256')]]),
  ]
  expect(attempts).toHaveLength(5)
  expect(await codeOf(async () => digestSet([['sha256', hex('sha512')]]))).toBe('INTERNAL')
})
