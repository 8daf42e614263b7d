// What a signing step makes of lists: one statement, each subject by all that is known of it, nothing twice.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { parseBundle, parseStatement, signStatements } from '@open-claw/core'
import { selectSubjects, type SubjectSources } from '@open-claw/files'
import { caseBytes, casePath, describeWithCases } from '../../support/cases.ts'
import { codeOf } from '../../support/errors.ts'
import { testKey } from '../../support/keys.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const hex = (text: string, hash = 'sha256'): string => createHash(hash).update(text).digest('hex')
const key = testKey('ecdsa-p256-sha256')
let root = ''
const put = (name: string, text: string | Buffer): void => writeFileSync(join(root, name), text)
const select = async (sources: Partial<SubjectSources>) =>
  (await selectSubjects(root, { artifacts: [], images: [], checksums: undefined, announced: [], ...sources }))
    .subjects

/** The subjects of the one statement that is signed. */
async function signed(sources: Partial<SubjectSources>) {
  const bundles = await signStatements(key, await select(sources), {
    type: 'https://example.com/p',
    body: {},
  })
  expect(bundles).toHaveLength(1)
  const { content } = parseBundle(Buffer.from(bundles[0]?.json ?? ''), 'b')
  return parseStatement(content.kind === 'envelope' ? content.payload : Buffer.alloc(0)).subject
}
beforeEach(() => {
  root = temporaryFolder('listed')
})

describe('a checksums file', () => {
  test('of another strong hash gives subjects of that hash', async () => {
    put('sums', `${hex('a', 'sha512')}  a.tgz\n${hex('b')}  b.tgz\n`)
    expect(await signed({ checksums: 'sums' })).toEqual([
      { name: 'a.tgz', digest: { sha512: hex('a', 'sha512') } },
      { name: 'b.tgz', digest: { sha256: hex('b') } },
    ])
  })

  test('of several hashes gives one subject with all of them', async () => {
    put(
      'sums',
      `SHA512 (a) = ${hex('a', 'sha512')}\nSHA256 (a) = ${hex('a')}\nSHA3-256 (a) = ${hex('a', 'sha3-256')}\n`,
    )
    expect(await signed({ checksums: 'sums' })).toEqual([
      { name: 'a', digest: { sha256: hex('a'), sha512: hex('a', 'sha512'), sha3_256: hex('a', 'sha3-256') } },
    ])
  })

  test.each(['sha256', 'sha384', 'sha512'])(
    'of %s may name a file that is hashed, and must agree',
    async (hash) => {
      put('a', 'a')
      put('sums', `${hex('a', hash)}  a\n`)
      expect(await signed({ artifacts: ['a'], checksums: 'sums' })).toEqual([
        { name: 'a', digest: { sha256: hex('a') } },
      ])
      put('sums', `${hex('b', hash)}  a\n`)
      expect(await codeOf(() => select({ artifacts: ['a'], checksums: 'sums' }))).toBe('SUBJECT_DUPLICATE')
    },
  )

  test('agrees in every hash or in none', async () => {
    put('a', 'a')
    put('sums', `SHA256 (a) = ${hex('a')}\nSHA512 (a) = ${hex('b', 'sha512')}\n`)
    expect(await codeOf(() => select({ artifacts: ['a'], checksums: 'sums' }))).toBe('SUBJECT_DUPLICATE')
  })

  test('may not name what another source names with another digest, nor in another case', async () => {
    put('sums', `${hex('a')}  r.example/acme/app\n`)
    const image = (text: string): string => `r.example/acme/app@sha256:${hex(text)}`
    expect(await select({ checksums: 'sums', images: [image('a')] })).toHaveLength(1)
    expect(await codeOf(() => select({ checksums: 'sums', images: [image('b')] }))).toBe('SUBJECT_DUPLICATE')
    put('sums', `${hex('a')}  A\n${hex('a')}  a\n`)
    expect(await codeOf(() => select({ checksums: 'sums' }))).toBe('SUBJECT_DUPLICATE')
  })
})

describe('images', () => {
  const image = (text: string, tag = ''): string => `r.example/acme/app${tag}@sha256:${hex(text)}`

  test('an index and its platforms stand under one name, in one statement', async () => {
    const subjects = await signed({ images: ['index', 'amd64', 'arm64'].map((text) => image(text)) })
    expect(subjects.map(({ name }) => name)).toEqual(Array.from({ length: 3 }, () => 'r.example/acme/app'))
    expect(new Set(subjects.map(({ digest }) => digest['sha256']))).toEqual(
      new Set(['index', 'amd64', 'arm64'].map((text) => hex(text))),
    )
  })

  test('the same line, and the same digest under several tags, count once', async () => {
    expect(await select({ images: [image('a'), image('a')] })).toHaveLength(1)
    expect(
      await select({ images: [image('a', ':1'), image('a', ':1.2'), image('a', ':latest')] }),
    ).toHaveLength(1)
  })

  test('announced by an earlier step, they count once as well', async () => {
    const one = { name: 'r.example/acme/app', digest: `sha256:${hex('a')}`, kind: 'oci' as const }
    expect(await select({ announced: [one, one] })).toHaveLength(1)
  })
})

describeWithCases('situations from real use', () => {
  test('several digests under one image name', async () => {
    const images = (caseBytes('05-multiarch/images.txt') ?? Buffer.alloc(0))
      .toString('utf8')
      .trim()
      .split('\n')
    expect(await signed({ images })).toHaveLength(3)
    expect(await signed({ images: [...images, ...images] })).toHaveLength(3)
  })

  test.each([
    ['both', 'no error'],
    ['both-diff', 'SUBJECT_DUPLICATE'],
    ['case', 'SUBJECT_DUPLICATE'],
    ['empty', 'CHECKSUMS_INVALID'],
    ['sha512', 'no error'],
  ])('a file and the list %s: %s', async (name, code) => {
    put('a.tgz', 'hello')
    put('sums', caseBytes(`09-checksums/${name}`) ?? '')
    const artifacts = name.startsWith('both') ? ['a.tgz'] : []
    expect([casePath(name), await codeOf(() => select({ artifacts, checksums: 'sums' }))]).toEqual([
      casePath(name),
      code,
    ])
  })
})
