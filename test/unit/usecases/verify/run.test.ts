// The whole gate in this process, on a folder that a build step has prepared.
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { parseSha256, signStatements, trustedKey } from '@open-claw/core'
import { policyDigest } from '@open-claw/policy'
import { run } from '../../../support/gate.ts'
import { NO_CLOUD } from '../../../support/cloud-inputs.ts'
import { codeOf } from '../../../support/errors.ts'
import { edit, key } from '../../../support/policies.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const TYPE = 'https://example.com/p/v1'
const PEM = trustedKey('k', key.publicKey).key.export({ type: 'spki', format: 'pem' }).toString()
const POLICY = edit((json) => {
  json['spec'] = {
    attestors: [{ name: 'release', key: { publicKey: PEM } }],
    attestations: [{ name: 'tested', predicateType: TYPE, attestors: ['release'] }],
  }
})
const FILES = ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']
let root = ''
const put = (name: string, text: string | Buffer): void => writeFileSync(join(root, name), text)
const outputs = (): string => readFileSync(join(root, 'GITHUB_OUTPUT'), 'utf8')
const gate = (artifacts: string[], bundles = ['*.sigstore.json']) =>
  codeOf(() =>
    run({
      workspace: root,
      sources: { artifacts, images: [], checksums: undefined, announced: [] },
      bundles,
      policy: 'policy.yml',
      policyDigest: policyDigest(POLICY),
      cloud: NO_CLOUD,
    }),
  )

beforeEach(async () => {
  root = temporaryFolder('gate')
  for (const name of FILES) {
    put(name, '')
    process.env[name] = join(root, name)
  }
  mkdirSync(join(root, 'dist'))
  put('dist/app.js', 'app')
  put('policy.yml', POLICY)
  const digest = parseSha256(`sha256:${createHash('sha256').update('app').digest('hex')}`, 't')
  const [bundle] = await signStatements(key, [{ name: 'dist/app.js', digest, source: 'file' }], {
    type: TYPE,
    body: {},
  })
  put('app.sigstore.json', bundle?.json ?? '')
})
afterEach(() => {
  for (const name of FILES) delete process.env[name]
})

test('the gate allows what is signed', async () => {
  expect(await gate(['dist/**'])).toBe('no error')
  expect(outputs()).toContain('allow')
})

test('the gate tells of the timestamps and log entries that nobody checked', async () => {
  const summary = (): string => readFileSync(join(root, 'GITHUB_STEP_SUMMARY'), 'utf8')
  expect(await gate(['dist/**'])).toBe('no error')
  expect(summary()).not.toContain('Not checked')
  const bundle = JSON.parse(readFileSync(join(root, 'app.sigstore.json'), 'utf8'))
  const rfc3161Timestamps = [{ signedTimestamp: 'AAAA' }]
  Object.assign(bundle.verificationMaterial, {
    timestampVerificationData: { rfc3161Timestamps },
    tlogEntries: [{}, {}],
  })
  put('app.sigstore.json', JSON.stringify(bundle))
  expect(await gate(['dist/**'])).toBe('no error')
  expect(summary()).toContain(
    '**Not checked**, since the policy has no trustedRoots: timestamps 1, log entries 2',
  )
})

test.each([
  ['a file more', 'dist/evil.js', 'DENIED'],
  ['a hidden file more', 'dist/.htaccess', 'ARTIFACT_REFUSED'],
  ['other bytes', 'dist/app.js', 'DENIED'],
])('the gate %s: no output is set', async (_, name, code) => {
  put(name, 'evil')
  expect(await gate(['dist/**'])).toBe(code)
  expect(outputs()).toBe('')
})

test.each([[[]], [['!dist/**']], [['dist/*.txt']]])(
  'the gate nothing to verify is no success: %j',
  async (artifacts) => {
    expect(await gate(artifacts)).not.toBe('no error')
    expect(outputs()).toBe('')
  },
)

test.each([
  ['dist/app[.]js', 'dist/app.js'],
  ['dist/{app,x}.js', 'dist/app.js'],
  ['[cd]ist/app.js', 'dist/app.js'],
])(
  'the gate judges the file that is named %s, and never the signed %s in its place',
  async (named, signed) => {
    expect(await gate([named])).toBe('no error')
    writeFileSync(join(root, 'GITHUB_OUTPUT'), '')
    mkdirSync(dirname(join(root, named)), { recursive: true })
    put(named, 'never signed')
    expect(await gate([named])).toBe('INPUT_INVALID')
    rmSync(join(root, signed))
    expect(await gate([named])).toBe('DENIED')
    expect(outputs()).toBe('')
  },
)

describe('the gate with bundles beside the artifacts', () => {
  beforeEach(() => copyFileSync(join(root, 'app.sigstore.json'), join(root, 'dist/app.js.sigstore.json')))
  const beside = (...artifacts: string[]) => gate(artifacts, ['dist/*'])

  test('they need no exclusion, and a dropped one stops nothing', async () => {
    put('dist/junk.sigstore.json', 'junk')
    symlinkSync('nowhere', join(root, 'dist/link.sigstore.json'))
    execFileSync('mkfifo', [join(root, 'dist/pipe.sigstore.json')])
    put('dist/odd\u202e.sigstore.json', 'junk')
    expect(await gate(['dist/*.js'], ['dist/*.sigstore.json', 'app.sigstore.json'])).toBe('no error')
  })

  test('bundles on lines need no exclusion either', async () => {
    const bundle = readFileSync(join(root, 'app.sigstore.json'), 'utf8').trim()
    put('dist/app.js.jsonl', `${bundle}\n${bundle}\n`)
    expect(await gate(['dist/*.js'], ['dist/*'])).toBe('no error')
  })

  test.each<[string, () => void]>([
    ['a script', () => put('dist/evil.cjs', 'evil')],
    ['a configuration', () => put('dist/config.json', '{}')],
    ['data on lines', () => put('dist/rules.jsonl', '{"allow":"*"}\n{"allow":"/"}\n')],
    ['a script by the name of bundles', () => put('dist/x.intoto.jsonl', '#!/bin/sh\n')],
    [
      'data behind a bundle',
      () => put('dist/x.jsonl', `${readFileSync(join(root, 'app.sigstore.json'), 'utf8')}\n{"allow":"*"}\n`),
    ],
    ['a link that ends like lines', () => symlinkSync('app.js', join(root, 'dist/x.jsonl'))],
    ['a linked folder', () => symlinkSync('..', join(root, 'dist/x.sigstore.json'))],
    [
      'a folder',
      () => {
        mkdirSync(join(root, 'dist/x.sigstore.json'))
        put('dist/x.sigstore.json/evil.cjs', 'evil')
      },
    ],
  ])('a pattern of bundles excuses nothing else: %s', async (_, drop) => {
    expect(await beside('dist/*.js')).toBe('no error')
    drop()
    expect(await beside('dist/*.js')).toBe('ARTIFACT_REFUSED')
  })
})
