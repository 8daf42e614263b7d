// Documents that anybody could have dropped into the workspace: each is refused in a way that the caller
// can name, and none ends the process, hangs it or fills its memory.
import { execFileSync } from 'node:child_process'
import { symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  parseBundle,
  parseJson,
  parseSha256,
  parseStatement,
  signStatements,
  trustedKey,
  verifyBundle,
} from '@open-claw/core'
import { readDocument } from '@open-claw/files'
import { codeOf } from '../../support/errors.ts'
import { testKey } from '../../support/keys.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const DIGEST = parseSha256(`sha256:${'a'.repeat(64)}`, 't')
const key = testKey()
const folder = temporaryFolder('documents')
const LIMITS = { limit: 100, code: 'BUNDLE_INVALID' } as const
const at = (name: string) => ({ name, path: join(folder, name) })

describe('JSON', () => {
  test.each([1_000, 20_000, 1_000_000])(
    'abuse case 45: %i levels do not exhaust the stack',
    async (levels) => {
      const arrays = '['.repeat(levels) + ']'.repeat(levels)
      const objects = '{"a":'.repeat(levels) + '1' + '}'.repeat(levels)
      expect(await codeOf(() => parseJson(arrays, 'It'))).toBe('JSON_INVALID')
      expect(await codeOf(() => parseJson(objects, 'It'))).toBe('JSON_INVALID')
      expect(await codeOf(() => parseBundle(Buffer.from(arrays), 'b'))).toBe('JSON_INVALID')
    },
  )

  test.each([
    ['written in two ways', String.raw`{"a":1,"\u0061":2}`],
    ['of the prototype', '{"__proto__":1,"__proto__":2}'],
    ['of a constructor', '{"constructor":{"x":1,"x":2}}'],
    ['in an array in an array', '[[{"a":1,"a":1}]]'],
  ])('abuse case 39: a duplicate key %s', async (_, text) => {
    expect(await codeOf(() => parseJson(text, 'It'))).toBe('JSON_INVALID')
  })

  test.each(['{"a":1,}', '{"a":1}//', '/**/{}', "{'a':1}", '{"a":1}{}', '[1,]', 'NaN', ''])(
    'what only a lenient reader takes: %s',
    async (text) => {
      expect(await codeOf(() => parseJson(text, 'It'))).toBe('JSON_INVALID')
    },
  )
})

describe('statements', () => {
  const statement = (fields: object) =>
    JSON.stringify({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ digest: { sha256: DIGEST } }],
      predicateType: 'https://example.com/p/v1',
      predicate: {},
      ...fields,
    })

  test.each([
    ['a predicate that is a list', { predicate: [] }],
    ['a subject that is a list', { subject: [[]] }],
    ['digests in a list', { subject: [{ digest: ['a'] }] }],
    ['a digest under a prototype key alone', { subject: [JSON.parse('{"digest":{"__proto__":"a"}}')] }],
    ['a digest under a constructor alone', { subject: [{ digest: { constructor: 'a' } }] }],
    ['no digest', { subject: [{ digest: {} }] }],
    ['no subject', { subject: [] }],
  ])('abuse case 40: %s', async (_, fields) => {
    expect(await codeOf(() => parseStatement(statement(fields)))).toBe('STATEMENT_INVALID')
  })

  test('what is signed at the limit of a statement can be verified', async () => {
    const body = { text: 'x'.repeat(15 * 1024 * 1024) }
    const [bundle] = await signStatements(key, [{ name: 'a', digest: DIGEST, source: 'file' }], {
      type: 'https://example.com/p/v1',
      body,
    })
    const parsed = parseBundle(Buffer.from(bundle?.json ?? ''), 'b')
    expect(await verifyBundle(parsed, { keys: [trustedKey('release', key.publicKey)] })).toMatchObject({
      kind: 'statement',
    })
  })

  test.each(['publicKey', 'timestampVerificationData'])('a list for %s is no bundle', async (field) => {
    const [bundle] = await signStatements(key, [{ name: 'a', digest: DIGEST, source: 'file' }], {
      type: 'https://example.com/p/v1',
      body: {},
    })
    const json = JSON.parse(bundle?.json ?? '')
    json.verificationMaterial[field] = []
    json.dsseEnvelope.signatures[0].keyid = ''
    expect(await codeOf(() => parseBundle(Buffer.from(JSON.stringify(json)), 'b'))).toBe('BUNDLE_INVALID')
  })
})

describe('reading a file whole', () => {
  test('a file at the limit', async () => {
    await writeFile(at('full').path, 'x'.repeat(100))
    expect(await readDocument(at('full'), LIMITS)).toHaveLength(100)
  })

  test('an empty file is empty, not absent', async () => {
    await writeFile(at('empty').path, '')
    expect(await readDocument(at('empty'), LIMITS)).toHaveLength(0)
  })

  test('abuse case 45: a file over the limit is not read', async () => {
    await writeFile(at('huge').path, '')
    await truncate(at('huge').path, 2 ** 40)
    expect(await codeOf(() => readDocument(at('huge'), LIMITS))).toBe('BUNDLE_INVALID')
    await writeFile(at('over').path, 'x'.repeat(101))
    expect(await codeOf(() => readDocument(at('over'), LIMITS))).toBe('BUNDLE_INVALID')
  })

  test('abuse case 4: a FIFO put in its place does not hang, a folder is no file', async () => {
    execFileSync('mkfifo', [at('fifo').path])
    expect(await codeOf(() => readDocument(at('fifo'), LIMITS))).toBe('ARTIFACT_REFUSED')
    expect(await codeOf(() => readDocument({ name: '.', path: folder }, LIMITS))).toBe('ARTIFACT_REFUSED')
  })

  test('abuse case 3: a link put in its place is not followed', async () => {
    await writeFile(at('real').path, 'x')
    await symlink(at('real').path, at('link').path)
    expect(await codeOf(() => readDocument(at('link'), LIMITS))).toBe('ARTIFACT_REFUSED')
  })

  test('a file that went away has a code of its own', async () => {
    expect(await codeOf(() => readDocument(at('gone'), LIMITS))).toBe('ARTIFACT_NOT_FOUND')
  })
})
