// Bundles that do not say which file they are over, beside many artifacts.
import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { digestSet, parseSha256, signBlobs, trustedKey, type Subject } from '@open-claw/core'
import type { Artifact } from '@open-claw/policy'
import { examine } from '../../../../packages/usecases/src/verify/examination.ts'
import { testKey } from '../../../support/keys.ts'
import { sourceOf } from './hostile-bundles.ts'

const key = testKey()
const trust = { keys: [trustedKey('release', key.publicKey)] }
const artifactOf = (name: string): Artifact => {
  const digest = parseSha256(`sha256:${createHash('sha256').update(name).digest('hex')}`, 't')
  return { name, digest, source: 'file', digests: digestSet([['sha256', digest]]) }
}

/** A bundle over the artifact without its digest. */
async function unnamed({ name, digest }: Artifact): Promise<Buffer> {
  const subject: Subject = { name, digest, source: 'file' }
  const digests = digestSet([['sha256', digest]])
  const [bundle] = await signBlobs(key, [subject], new Map([[name, digests]]))
  const json = JSON.parse(bundle?.json ?? '')
  delete json.messageSignature.messageDigest
  return Buffer.from(JSON.stringify(json))
}
const artifacts = Array.from({ length: 300 }, (_, index) => artifactOf(`app-${1000 + index}.tgz`))
const last = artifactOf('zzz.tgz')

describe('a bundle that says no digest, by its name alone', () => {
  test.each(['a.sigstore.json', 'app-1000.tgz.sigstore.json'])(
    'is found although a copy of it has the name %s',
    async (copy) => {
      const bytes = await unnamed(last)
      const sources = [sourceOf(copy, bytes), sourceOf('zzz.tgz.sigstore.json', bytes)]
      const { evidence } = await examine(sources, { artifacts: [...artifacts, last], trust })
      expect(evidence.filter((item) => 'facts' in item)).toHaveLength(1)
    },
  )

  test('is looked at for each file of a large release', async () => {
    const sources = await Promise.all(
      artifacts.map(async (one) => sourceOf(`${one.name}.sigstore.json`, await unnamed(one))),
    )
    const { evidence, expense } = await examine(sources, { artifacts, trust })
    expect(evidence.filter((item) => 'facts' in item)).toHaveLength(artifacts.length)
    expect(expense.unexamined).toBe(0)
  })
})
