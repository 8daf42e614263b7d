import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { parseSha256, type SignedBundle } from '@open-claw/core'
import type { SubjectSource } from '../../../packages/core/src/formats/subject.ts'
import { bundleNames } from '../../../packages/files/src/bundle-names.ts'
import { folderStore, parseFileDestination } from '@open-claw/files'
import { codeOf } from '../../support/errors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const digest = parseSha256(`sha256:${'d'.repeat(64)}`, 't')
const bundle = (names: string[], predicateType?: string, source: SubjectSource = 'file'): SignedBundle => ({
  json: `{"for":${JSON.stringify(names)}}\n`,
  subjects: names.map((name) => ({ name, digest, source })),
  predicateType,
})
let root = ''
beforeEach(() => {
  root = temporaryFolder('evidence')
})
const beside = () => parseFileDestination('file:', root, 'push-to')
const PROVENANCE = 'https://slsa.dev/provenance/v1'

describe('where a bundle goes', () => {
  test.each([
    ['file:', [bundle(['dist/a'])], ['dist/a.sigstore.json']],
    ['file:', [bundle(['dist/a'], PROVENANCE)], ['dist/a.provenance.sigstore.json']],
    ['file:', [bundle(['dist/a'], 'https://cyclonedx.org/bom')], ['dist/a.bom.sigstore.json']],
    ['file:', [bundle(['dist/x/a', 'dist/y/b'], PROVENANCE)], ['dist/artifacts.provenance.sigstore.json']],
    ['file:', [bundle(['a', 'dist/b'], PROVENANCE)], ['artifacts.provenance.sigstore.json']],
    [
      'file:out',
      [bundle(['dist/a']), bundle(['dist/b'])],
      ['out/dist/a.sigstore.json', 'out/dist/b.sigstore.json'],
    ],
    [
      'file:',
      [bundle(['a', 'b'], PROVENANCE), bundle(['c', 'd'], PROVENANCE)],
      ['artifacts-1-of-2.provenance.sigstore.json', 'artifacts-2-of-2.provenance.sigstore.json'],
    ],
    ['file:', [bundle(['registry.example/acme/app'], PROVENANCE, 'image')], ['app.provenance.sigstore.json']],
  ])('%s %#', (text, bundles, paths) => {
    expect(bundleNames(parseFileDestination(text, root, 'push-to'), bundles)).toEqual(paths)
  })

  test.each(['', 'dist', 'oci', 'file:../out', 'file:/etc', 'file:a/../../b'])(
    '%j is refused',
    async (text) => {
      expect(await codeOf(() => parseFileDestination(text, root, 'push-to'))).toBe('INPUT_INVALID')
    },
  )
})

describe('writing', () => {
  test('folders are made, nothing but the bundles is left', async () => {
    await folderStore(parseFileDestination('file:out', root, 'push-to')).put([
      bundle(['dist/a']),
      bundle(['dist/b']),
    ])
    expect(readdirSync(join(root, 'out/dist')).toSorted()).toEqual(['a.sigstore.json', 'b.sigstore.json'])
    expect(JSON.parse(readFileSync(join(root, 'out/dist/a.sigstore.json'), 'utf8'))).toEqual({
      for: ['dist/a'],
    })
  })

  test('abuse case 106: what exists is not replaced, and of several bundles none is written', async () => {
    writeFileSync(join(root, 'b.sigstore.json'), 'mine')
    expect(await codeOf(() => folderStore(beside()).put([bundle(['a']), bundle(['b']), bundle(['c'])]))).toBe(
      'EVIDENCE_EXISTS',
    )
    expect(readdirSync(root)).toEqual(['b.sigstore.json'])
    expect(readFileSync(join(root, 'b.sigstore.json'), 'utf8')).toBe('mine')
  })

  test('abuse case 106: a link is not followed, neither as the file nor as its folder', async () => {
    const elsewhere = temporaryFolder('elsewhere')
    symlinkSync(join(elsewhere, 'x'), join(root, 'a.sigstore.json'))
    expect(await codeOf(() => folderStore(beside()).put([bundle(['a'])]))).toBe('EVIDENCE_EXISTS')
    symlinkSync(elsewhere, join(root, 'dist'))
    expect(await codeOf(() => folderStore(beside()).put([bundle(['dist/a'])]))).toBe('EVIDENCE_WRITE_FAILED')
    expect(readdirSync(elsewhere)).toEqual([])
  })

  test('a file where a folder should be', async () => {
    writeFileSync(join(root, 'dist'), '')
    expect(await codeOf(() => folderStore(beside()).put([bundle(['dist/a'])]))).toMatch(/^EVIDENCE_/)
    expect(
      await codeOf(() => folderStore(parseFileDestination('file:dist/x', root, 'push-to')).check()),
    ).toBe('EVIDENCE_WRITE_FAILED')
  })

  test('a destination that can be written passes before anything is signed', async () => {
    mkdirSync(join(root, 'out'))
    chmodSync(join(root, 'out'), 0o755)
    await folderStore(parseFileDestination('file:out/deeper', root, 'push-to')).check()
    expect(existsSync(join(root, 'out/deeper'))).toBe(false)
  })
})
