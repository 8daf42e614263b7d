import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { crc32c, parseSha256, type Sha256 } from '@open-claw/core'
import { digestFile, digestFiles, readDocument } from '@open-claw/files'
import { codeOf, refusal } from '../../support/errors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder('digest')
const file = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
const hex = async (path: string): Promise<Sha256 | undefined> =>
  (await digestFile(path, ['sha256'])).get('sha256')

describe('a digest that is nearly right', () => {
  const digits = 'ab'.repeat(32)
  test.each([digits, digits.toUpperCase(), `sha256:${digits.toUpperCase()}`, `SHA256:${digits}`])(
    '%s',
    async (text) => {
      expect((await refusal(() => parseSha256(text, 'Input x'))).remedy).toBe(`Write "sha256:${digits}".`)
    },
  )
  test.each(['', 'sha256:', digits.slice(1), `sha512:${digits}`])(
    '%j: the form is told once',
    async (text) => {
      const { message, remedy } = await refusal(() => parseSha256(text, 'Input x'))
      expect(`${message} ${remedy}`.match(/64 lower-case/g)).toHaveLength(1)
    },
  )
})

test('digests agree with FIPS 180-4 examples, the empty file included', async () => {
  expect(await hex(file('abc', 'abc'))).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  )
  expect(await hex(file('empty', ''))).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
})

test.each([1, 4 * 1024 * 1024 - 1, 4 * 1024 * 1024, 4 * 1024 * 1024 + 1, 12 * 1024 * 1024 + 7])(
  'digests agree with one-shot hashing around the size of a buffer: %i bytes',
  async (size) => {
    const bytes = randomBytes(size)
    expect(await hex(file('random', bytes))).toBe(createHash('sha256').update(bytes).digest('hex'))
  },
)

test('digests several hashes come from one pass', async () => {
  const digests = await digestFile(file('abc', 'abc'), ['sha256', 'sha384', 'sha512'])
  expect([...digests.values()].map(({ length }) => length)).toEqual([64, 96, 128])
})

test('digests large files go to threads and small ones stay, with the same answers', async () => {
  const paths = ['large-1', 'large-2', 'large-3'].map((name) => {
    const path = file(name, name)
    truncateSync(path, 64 * 1024 * 1024 + name.charCodeAt(6))
    return path
  })
  paths.push(file('small', 'small'))
  const digests = await digestFiles(paths, ['sha256'])
  for (const path of paths) {
    const expected = execFileSync('openssl', ['dgst', '-sha256', '-r', path]).toString().slice(0, 64)
    expect(digests.get(path)?.get('sha256')).toBe(expected)
  }
})

test('digests an error in a thread keeps its code', async () => {
  const paths = ['a', 'b'].map((name) => {
    const path = file(`gone-${name}`, name)
    truncateSync(path, 65 * 1024 * 1024)
    return path
  })
  const link = join(folder, 'link-to-large')
  symlinkSync(paths[0] ?? '', link)
  expect(await codeOf(() => digestFiles([link, ...paths], ['sha256']))).toBe('ARTIFACT_REFUSED')
})

test('digests abuse case 4: a FIFO, a device and a folder are refused at once', async () => {
  const fifo = join(folder, 'fifo')
  execFileSync('mkfifo', [fifo])
  expect(await codeOf(() => digestFile(fifo, ['sha256']))).toBe('ARTIFACT_REFUSED')
  expect(await codeOf(() => digestFile('/dev/zero', ['sha256']))).toBe('ARTIFACT_REFUSED')
  expect(await codeOf(() => digestFile(folder, ['sha256']))).toBe('ARTIFACT_REFUSED')
})

test('digests abuse case 5: a file that changes while it is hashed is refused', async () => {
  const path = file('growing', '')
  truncateSync(path, 96 * 1024 * 1024)
  let ended = false
  const code = codeOf(() => digestFile(path, ['sha256'])).finally(() => {
    ended = true
  })
  while (!ended) {
    appendFileSync(path, 'x')
    await new Promise(setImmediate)
  }
  expect(await code).toBe('ARTIFACT_CHANGED')
})

test('digests a file that gives more bytes than its size says is refused', async () => {
  expect(await codeOf(() => digestFile('/proc/version', ['sha256']))).toBe('ARTIFACT_CHANGED')
})

test('digests a path that the system does not read has its cause', async () => {
  const long = 'a'.repeat(256)
  for (const read of [
    () => digestFile(join(folder, long), ['sha256']),
    () => digestFile(join(file('no-folder', 'x'), 'x'), ['sha256']),
    () =>
      readDocument({ path: join(folder, long), name: 'policy.yml' }, { limit: 9, code: 'POLICY_INVALID' }),
  ]) {
    const error = await refusal(read)
    expect(error.code).toBe('ARTIFACT_UNREADABLE')
    expect(error.message).toMatch(/could not be read \((?:ENAMETOOLONG|ENOTDIR)\)/)
  }
})

test('digests an absent file and a link are refused', async () => {
  expect(await codeOf(() => digestFile(join(folder, 'absent'), ['sha256']))).toBe('ARTIFACT_NOT_FOUND')
  const link = join(folder, 'link')
  symlinkSync(file('target', 'x'), link)
  expect(await codeOf(() => digestFile(link, ['sha256']))).toBe('ARTIFACT_REFUSED')
})

describe('CRC-32C', () => {
  // RFC 3720 appendix B.4, and the check value of the catalogue of parametrised CRCs.
  test.each([
    [Buffer.alloc(32), 0x8a9136aa],
    [Buffer.alloc(32, 0xff), 0x62a8ab43],
    [Buffer.from(Array.from({ length: 32 }, (_, index) => index)), 0x46dd794e],
    [Buffer.from('123456789'), 0xe3069283],
    [Buffer.alloc(0), 0],
  ])('known answer %#', (bytes, expected) => {
    expect(crc32c(bytes)).toBe(expected)
  })
})
