// Names and announcements that a build step chooses.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { checkSubjects, customPredicate, parseChecksums, parseSha256, type Subject } from '@open-claw/core'
import { selectSubjects } from '@open-claw/files'
import { codeOf, refusal } from '../../support/errors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const HEX = 'e'.repeat(64)
const announce = (name: string, kind: 'file' | 'oci' = 'oci') =>
  selectSubjects('/nowhere', {
    artifacts: [],
    images: [],
    checksums: undefined,
    announced: [{ name, kind, digest: `sha256:${HEX}` }],
  })

describe('announced images', () => {
  test.each(['registry.example/acme/app', 'registry.example:5000/acme/app', 'ghcr.io/octo-org/octo_repo'])(
    'as the runner lists them: %s',
    async (name) => {
      expect((await announce(name)).subjects).toMatchObject([{ name, digest: HEX, source: 'announced' }])
    },
  )

  test.each([
    'registry.example/app\n::error::x',
    'registry.example/app\u001b[2K',
    'registry.example/\u202eppa',
    'registry.example/..\\..\\..\\x',
    '../../x',
    '/etc/x',
    'registry.example/a//b',
    'C:\\x',
    '',
    'x'.repeat(2000),
  ])('abuse case 7: refused %j', async (name) => {
    const { code, message } = await refusal(() => announce(name))
    expect(code).toBe('ARTIFACT_REFUSED')
    expect(message).not.toMatch(/[\p{Cc}\u202e]/u)
  })
})

describe('names', () => {
  const subject = (name: string): Subject => ({
    name,
    digest: parseSha256(`sha256:${HEX}`, 't'),
    source: 'file',
  })

  test.each([
    ['ſystem.exe', 'system.exe'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['\u212Aey', 'key'],
    ['e\u0301.txt', '\u00c9.TXT'],
  ])('abuse case 9: %s and %s are one name', async (a, b) => {
    expect(await codeOf(() => checkSubjects([subject(a), subject(b)]))).toBe('SUBJECT_DUPLICATE')
  })

  test.each(['a\u3164b', 'a\uffa0', '\u115fa', 'a\u034fb', 'a\u{e0101}'])(
    'abuse case 7: a character that shows nothing: %j',
    async (name) => {
      expect(await codeOf(() => parseChecksums(`${HEX}  ${name}\n`, 'sums'))).toBe('ARTIFACT_REFUSED')
    },
  )

  test.each(['my file (1).txt', 'größe.bin', '日本語.tar.gz', 'lib@1.2.3+build.tgz', '❤️.txt', "it's.txt"])(
    'are taken: %s, with the line ends of Windows too',
    (name) => {
      expect(parseChecksums(`${HEX} *${name}\r\n`, 'sums')).toMatchObject([{ name, digest: HEX }])
    },
  )
})

describe('what a build supplies', () => {
  test.each([
    'https://slsa.dev/provenance/v1',
    'https://slsa.dev/provenance/v1/',
    'https://slsa.dev/provenance/v0.1',
    'https://slsa.dev/verification_summary/v0.2',
    'https://slsa.dev/verification_summary/v1',
    'https://in-toto.io/Provenance/v0.1',
  ])('abuse case 31: no predicate that the platform vouches for: %s', async (type) => {
    expect(await codeOf(() => customPredicate(type, Buffer.from('{}')))).toBe('PREDICATE_INVALID')
  })

  test.each([
    'https://x.example/\u001b[2K',
    'https://x.example/\u202e',
    'https://x.example/\u00e9',
    'javascript:1',
    'x',
  ])('no type that shows as another: %j', async (type) => {
    expect(await codeOf(() => customPredicate(type, Buffer.from('{}')))).toBe('PREDICATE_INVALID')
  })

  test('a file whose name is not UTF-8 is refused, not an unexpected failure', async () => {
    const root = temporaryFolder('names')
    writeFileSync(Buffer.concat([Buffer.from(`${root}/a`), Buffer.from([0xff]), Buffer.from('.txt')]), 'x')
    const sources = { artifacts: ['*.txt'], images: [], checksums: undefined, announced: [] }
    expect(await codeOf(() => selectSubjects(root, sources))).toBe('ARTIFACT_NOT_FOUND')
  })

  test.each(['2 MiB of blanks', '5 MiB'])('checksums over the limit: %s', async (text) => {
    const root = temporaryFolder('sums')
    writeFileSync(join(root, 'SUMS'), ' '.repeat(Number.parseInt(text, 10) * 1024 * 1024))
    const sources = { artifacts: [], images: [], checksums: 'SUMS', announced: [] }
    expect(await codeOf(() => selectSubjects(root, sources))).toBe('CHECKSUMS_INVALID')
  })
})
