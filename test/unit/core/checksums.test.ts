// Lines as they are in the manuals and releases of the tools that write them.
import { describe, expect, test } from '@jest/globals'
import { checksumsText, parseChecksums } from '@open-claw/core'
import { caseBytes, describeWithCases } from '../../support/cases.ts'
import { codeOf, refusal } from '../../support/errors.ts'

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)
const WIDE = 'c'.repeat(128)
const parse = (document: string | Buffer) =>
  parseChecksums(checksumsText(Buffer.from(document), 'sums'), 'sums').map(({ name, hash, digest }) => [
    name,
    hash,
    digest,
  ])
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('a checksums file is read as it is written by', () => {
  test.each<[string, string | Buffer]>([
    ['sha256sum, shasum, goreleaser', `${A}  a.tgz\n${B}  b.tgz\n`],
    ['sha256sum --binary, certutil wrappers', `${A} *a.tgz\r\n${B} *b.tgz\r\n`],
    ['sha256sum --tag, shasum --tag, macOS and the BSDs', `SHA256 (a.tgz) = ${A}\nSHA256 (b.tgz) = ${B}\n`],
    ['openssl 1 and LibreSSL', `SHA256(a.tgz)= ${A}\nSHA256(b.tgz)= ${B}\n`],
    ['openssl 3', `SHA2-256(a.tgz)= ${A}\nSHA2-256(b.tgz)= ${B}\n`],
    ['openssl dgst -r', `${A} *a.tgz\n${B} *b.tgz\n`],
    ['sha256 -r', `${A} a.tgz\n${B} b.tgz\n`],
    ['a script with a tab', `${A}\ta.tgz\n${B}\tb.tgz\n`],
    [
      'PowerShell 5 (UTF-16, capital digits)',
      utf16(`${A.toUpperCase()}  a.tgz\r\n${B.toUpperCase()}  b.tgz\r\n`),
    ],
    ['big-endian editors', utf16(`${A}  a.tgz\n${B}  b.tgz\n`).swap16()],
    ['PowerShell 7 with utf8BOM', `\ufeff${A.toUpperCase()} *a.tgz\r\n${B} *b.tgz\r\n`],
    ['Fedora, with comments', `# a.tgz: 20 bytes\nSHA256 (a.tgz) = ${A}\n\n# b\nSHA256 (b.tgz) = ${B}\n\n`],
    ['a shell loop, from the folder', `${A}  ./a.tgz\n${B}  ././b.tgz`],
    ['two runs', `${A}  a.tgz\n${B}  b.tgz\n${A}  a.tgz\n${A} *./a.tgz\n`],
  ])('%s', (_, document) => {
    expect(parse(document)).toEqual([
      ['a.tgz', 'sha256', A],
      ['b.tgz', 'sha256', B],
    ])
  })

  test('sha512sum, and tools that write several hashes of one file', () => {
    expect(parse(`${WIDE}  a.tgz\n`)).toEqual([['a.tgz', 'sha512', WIDE]])
    expect(parse(`SHA256 (a) = ${A}\nSHA512 (a) = ${WIDE}\nSHA3-512(a)= ${WIDE}\n`)).toEqual([
      ['a', 'sha256', A],
      ['a', 'sha512', WIDE],
      ['a', 'sha3_512', WIDE],
    ])
    expect(parse(`SHA384 (a) = ${'d'.repeat(96)}\n`)).toEqual([['a', 'sha384', 'd'.repeat(96)]])
  })

  test.each(['a b.txt', 'größe.bin', 'a (1).tgz', 'x) = y', '#1.txt', 'ghcr.io/acme/app:v1'])(
    'the name %j, in both forms',
    (name) => {
      expect(parse(`${A}  ${name}\n`)).toEqual([[name, 'sha256', A]])
      expect(parse(`SHA256 (${name}) = ${A}\n`)).toEqual([[name, 'sha256', A]])
    },
  )
})

test.each<[string, string | Buffer, string, number]>([
  ['a digest alone, as goreleaser splits them', `${A}\n`, 'CHECKSUMS_INVALID', 1],
  ['a name before its digest', `x.tgz  ${A}\n`, 'CHECKSUMS_INVALID', 1],
  ['the table of Get-FileHash', utf16(`SHA256          ${A}       C:\\a.tgz\r\n`), 'CHECKSUMS_INVALID', 1],
  ['the list of Get-FileHash', `${A}  a\nHash : ${B}\n`, 'CHECKSUMS_INVALID', 2],
  ['an SFV line', `${A}  a\n; comment\n`, 'CHECKSUMS_INVALID', 2],
  ['a signed list', `-----BEGIN PGP SIGNED MESSAGE-----\n`, 'CHECKSUMS_INVALID', 1],
  ['spaces alone', `${A}  a\n   \n`, 'CHECKSUMS_INVALID', 2],
  ['line ends of CR alone', `${A}  a\r${B}  b\r`, 'CHECKSUMS_INVALID', 1],
  ['Latin-1', Buffer.from(`${A}  a\n${A}  gr\u00fcn\n`, 'latin1'), 'CHECKSUMS_INVALID', 2],
  [
    'Shift-JIS',
    Buffer.concat([Buffer.from(`${A}  `), Buffer.from([0x83, 0x65, 0x0a])]),
    'CHECKSUMS_INVALID',
    1,
  ],
  [
    'UTF-8 that is cut off',
    Buffer.concat([Buffer.from(`${A}  a`), Buffer.from([0xe2, 0x82])]),
    'CHECKSUMS_INVALID',
    1,
  ],
  [
    'an overlong slash',
    Buffer.concat([Buffer.from(`${A}  a`), Buffer.from([0xc0, 0xaf])]),
    'CHECKSUMS_INVALID',
    1,
  ],
  ['UTF-16 without its mark', Buffer.from(`${A}  a\n`, 'utf16le'), 'CHECKSUMS_INVALID', 1],
  ['abuse case 10: SHA-1', `${'a'.repeat(40)}  a\n`, 'DIGEST_INVALID', 1],
  ['abuse case 10: MD5', `MD5 (a) = ${'a'.repeat(32)}\n`, 'DIGEST_INVALID', 1],
  ['abuse case 10: an odd length', `${A}a  a\n`, 'DIGEST_INVALID', 1],
  ['abuse case 10: a tag of another hash', `BLAKE2b (a) = ${WIDE}\n`, 'DIGEST_INVALID', 1],
  ['abuse case 10: a tag and a length that differ', `SHA512 (a) = ${A}\n`, 'DIGEST_INVALID', 1],
  ['a path of Windows', `${A} *dist\\a.exe\n`, 'ARTIFACT_REFUSED', 1],
  ['an escaped backslash', `${A}  b\n\\${A}  a\\\\b.tgz\n`, 'ARTIFACT_REFUSED', 2],
  ['an escaped line break', `\\SHA256 (a\\nb) = ${A}\n`, 'ARTIFACT_REFUSED', 1],
  ['a path upwards', `${A}  ./a\n${B}  ../b\n`, 'ARTIFACT_REFUSED', 2],
  ['one name, two digests', `${A}  a\n${B} *a\n`, 'SUBJECT_DUPLICATE', 2],
])('a line that is nothing of the kind is refused, and told %s', async (_, document, code, line) => {
  const error = await refusal(() => parse(document))
  expect([error.code, error.message]).toEqual([code, expect.stringContaining(`"sums" line ${line}`)])
})

test.each([
  ['nothing', ''],
  ['a byte order mark', '\ufeff'],
  ['comments alone', '# a\n#b\n'],
  ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x61])],
])('a line that is nothing of the kind is refused, and told a file of %s', async (_, document) => {
  expect(await codeOf(() => parse(document))).toBe('CHECKSUMS_INVALID')
})

describeWithCases('situations from real use', () => {
  const ONE = '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b'
  const TWO = 'd4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35'
  const READ: Record<string, Record<string, string>> = {
    bom: { 'a.tgz': ONE },
    comment: { 'a.tgz': ONE },
    crlf: { 'a.tgz': ONE, 'b.tgz': TWO },
    'goreleaser-images': { 'ghcr.io/acme/app:v1.0.0': ONE, 'ghcr.io/acme/app:latest': ONE },
    openssl: { 'a.tgz': ONE, 'b.tgz': TWO },
    sha512: { 'a.tgz': 'a'.repeat(128) },
    'single-space': { 'a.tgz': ONE, 'b.tgz': TWO },
    tab: { 'a.tgz': ONE },
    trailing: { 'a.tgz': ONE },
    twice: { 'a.tgz': ONE },
    uppercase: { 'a.tgz': ONE },
    utf16le: { 'a.tgz': ONE },
  }
  test.each(Object.entries(READ))('%s is read', (file, listed) => {
    const document = caseBytes(`09-checksums/${file}`) ?? ''
    expect(parse(document).map(([name, , digest]) => [name, digest])).toEqual(Object.entries(listed))
  })

  test('bsd-mixed is read: two hashes of one file', () => {
    expect(parse(caseBytes('09-checksums/bsd-mixed') ?? '').map(([name, hash]) => [name, hash])).toEqual([
      ['a.tgz', 'sha256'],
      ['a.tgz', 'sha512'],
    ])
  })

  test.each([
    ['cr', 'CHECKSUMS_INVALID', 1],
    ['digestonly', 'CHECKSUMS_INVALID', 1],
    ['reversed', 'CHECKSUMS_INVALID', 1],
    ['latin1', 'CHECKSUMS_INVALID', 1],
    ['dot', 'ARTIFACT_REFUSED', 2],
    ['escaped', 'ARTIFACT_REFUSED', 1],
    ['winpath', 'ARTIFACT_REFUSED', 1],
  ])('%s is refused with its line', async (file, code, line) => {
    const error = await refusal(() => parse(caseBytes(`09-checksums/${file}`) ?? ''))
    expect([error.code, error.message]).toEqual([code, expect.stringContaining(`line ${line}`)])
  })
})
