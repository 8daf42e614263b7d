// A list says what files had which digests when it was made. The gate believes none of it.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  digestSet,
  parseSha256,
  preAuthEncoding,
  signBlobs,
  signStatements,
  trustedKey,
  type HashName,
} from '@open-claw/core'
import { policyDigest } from '@open-claw/policy'
import { run } from '../../../support/gate.ts'
import { NO_CLOUD } from '../../../support/cloud-inputs.ts'
import { codeOf } from '../../../support/errors.ts'
import { edit, key } from '../../../support/policies.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const PEM = trustedKey('k', key.publicKey).key.export({ type: 'spki', format: 'pem' }).toString()
const policyOf = (demand: Record<string, unknown>): Buffer =>
  edit((json) => {
    json['spec'] = { attestors: [{ name: 'release', key: { publicKey: PEM } }], ...demand }
  })
const SIGNED = policyOf({ signatures: [{ name: 'signed', attestors: ['release'] }] })
const FILES = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']
const hex = (text: string | Buffer, hash: HashName = 'sha256'): string =>
  createHash(hash).update(text).digest('hex')
let root = ''
const put = (name: string, text: string | Buffer): void => {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
}
const outputs = (): string => readFileSync(join(root, 'GITHUB_OUTPUT'), 'utf8')

interface Sources {
  readonly artifacts?: string[]
  readonly images?: string[]
  readonly checksums?: string
}
const gate = (sources: Sources, policy = SIGNED) => {
  put('policy.yml', policy)
  return codeOf(() =>
    run({
      workspace: root,
      sources: { artifacts: [], images: [], checksums: undefined, announced: [], ...sources },
      bundles: ['**/*.sigstore.json'],
      policy: 'policy.yml',
      policyDigest: policyDigest(policy),
      cloud: NO_CLOUD,
    }),
  )
}

/** A signature over the bytes of `text`, stored as that of `name`. */
async function sign(name: string, text: string | Buffer): Promise<void> {
  const digest = parseSha256(`sha256:${hex(text)}`, 't')
  const digests = new Map([[name, digestSet([['sha256', digest]])]])
  const [bundle] = await signBlobs(key, [{ name, digest, source: 'file' }], digests)
  put(`${name}.sigstore.json`, bundle?.json ?? '')
}

beforeEach(async () => {
  root = temporaryFolder('gate-sums')
  for (const name of FILES) {
    put(name, '')
    process.env[name] = join(root, name)
  }
  put('dist/app.js', 'app')
  await sign('dist/app.js', 'app')
  put('dist/sums', `${hex('app')}  app.js\n`)
})
afterEach(() => {
  for (const name of FILES) delete process.env[name]
})

test('a checksums file of the gate names files, relative to the workspace or to itself, which are hashed', async () => {
  expect(await gate({ checksums: 'dist/sums' })).toBe('no error')
  expect(outputs()).toContain('"name":"dist/app.js"')
  rmSync(join(root, 'dist/sums'))
  put('sums', `${hex('app')} *./dist/app.js\n`)
  expect(await gate({ checksums: 'sums' })).toBe('no error')
})

test.each<[string, () => void, string]>([
  ['a file that was replaced since', () => put('dist/app.js', 'evil'), 'CHECKSUM_MISMATCH'],
  ['a file that is absent', () => rmSync(join(root, 'dist/app.js')), 'ARTIFACT_NOT_FOUND'],
  ['a list that was replaced', () => put('dist/sums', `${hex('evil')}  app.js\n`), 'CHECKSUM_MISMATCH'],
  ['an image', () => put('dist/sums', `${hex('app')}  ghcr.io/acme/app:v1\n`), 'ARTIFACT_NOT_FOUND'],
  [
    'a signed file and its list, both replaced',
    () => {
      put('dist/app.js', 'evil')
      put('dist/sums', `${hex('evil')}  app.js\n`)
    },
    'DENIED',
  ],
  [
    'a link in place of the file',
    () => {
      rmSync(join(root, 'dist/app.js'))
      put('app', 'app')
      symlinkSync('../app', join(root, 'dist/app.js'))
    },
    'ARTIFACT_REFUSED',
  ],
  [
    'a folder in place of the file',
    () => {
      rmSync(join(root, 'dist/app.js'))
      put('dist/app.js/x', 'app')
    },
    'ARTIFACT_REFUSED',
  ],
  ['a file of that name in both places', () => put('app.js', 'app'), 'INPUT_INVALID'],
  [
    'a file that the list does not name, beside the others',
    () => put('dist/evil.js', 'x'),
    'ARTIFACT_REFUSED',
  ],
  ['a hidden one', () => put('dist/.htaccess', 'x'), 'ARTIFACT_REFUSED'],
  [
    'the digest of another hash',
    () => put('dist/sums', `${hex('evil', 'sha512')}  app.js\n`),
    'CHECKSUM_MISMATCH',
  ],
  [
    'one right digest and one wrong',
    () => put('dist/sums', `SHA256 (app.js) = ${hex('app')}\nSHA512 (app.js) = ${hex('evil', 'sha512')}\n`),
    'CHECKSUM_MISMATCH',
  ],
  ['a name beyond the folder', () => put('dist/sums', `${hex('app')}  ../dist/app.js\n`), 'ARTIFACT_REFUSED'],
])('a checksums file of the gate allows nothing for %s', async (_, change, code) => {
  change()
  expect(await gate({ checksums: 'dist/sums' })).toBe(code)
  expect(outputs()).toBe('')
})

test.each<HashName>(['sha384', 'sha512'])('a checksums file of the gate takes %s', async (hash) => {
  put('dist/sums', `${hex('app', hash)}  app.js\n`)
  expect(await gate({ checksums: 'dist/sums' })).toBe('no error')
})

test('a checksums file of the gate may name what artifacts name, with the same digest', async () => {
  expect(await gate({ artifacts: ['dist/*.js'], checksums: 'dist/sums' })).toBe('no error')
  put('dist/sums', `${hex('other')}  app.js\n`)
  expect(await gate({ artifacts: ['dist/*.js'], checksums: 'dist/sums' })).toBe('CHECKSUM_MISMATCH')
})

describe('the signature of an envelope', () => {
  const payload = Buffer.from('{"_type":"https://in-toto.io/Statement/v1"}')
  const encoded = preAuthEncoding('application/vnd.in-toto+json', payload)

  test('is none over a file, whatever a list says of its digest', async () => {
    await sign('dist/app.js', encoded)
    put('dist/sums', `${hex(encoded)}  app.js\n`)
    expect(await gate({ checksums: 'dist/sums' })).toBe('CHECKSUM_MISMATCH')
    put('dist/app.js', encoded)
    expect(await gate({ checksums: 'dist/sums' })).toBe('ARTIFACT_REFUSED')
  })

  test('is none over an image of that digest, and no signature over bytes is', async () => {
    await sign('dist/app.js', encoded)
    expect(await gate({ images: [`r.example/acme/app@sha256:${hex(encoded)}`] })).toBe('DENIED')
    await sign('dist/app.js', 'app')
    expect(await gate({ images: [`r.example/acme/app@sha256:${hex('app')}`] })).toBe('DENIED')
  })

  test('while a statement about the image is one', async () => {
    const type = 'https://example.com/p/v1'
    const demand = policyOf({ attestations: [{ name: 'p', predicateType: type, attestors: ['release'] }] })
    const digest = parseSha256(`sha256:${hex('image')}`, 't')
    const [bundle] = await signStatements(key, [{ name: 'r.example/a/b', digest, source: 'image' }], {
      type,
      body: {},
    })
    put('image.sigstore.json', bundle?.json ?? '')
    expect(await gate({ images: [`r.example/a/b@sha256:${hex('image')}`] }, demand)).toBe('no error')
  })
})
