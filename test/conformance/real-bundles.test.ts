// Evidence that other projects' builds published, judged by the roots under which it was made. What is refused
// is so for a clause of its format, and the message says which.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parseBundles, trustedKey, verifyBundle, type EvidenceFacts, type ReadBundle } from '@open-claw/core'
import { parseTrustedRoot, readTrustedRoots } from '@open-claw/sigstore'
import { describeWithOracles, oracle, oraclePath } from '../support/oracles.ts'

const FOLDER = 'real/statements'

/** The key with which npm signs what it publishes. */
const NPM = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE1Olb3zMAFFxXKHiIkQO5cJ3Yhl5i6UPp+IhuteBJbuHcA5UogKo0EWtlWwW6KSaKoTNEYL7JlCQiVnkhBktUgg==
-----END PUBLIC KEY-----`

/** Bundles that hold: as many as the file has, but for those that are named below. */
const HOLDS: Readonly<Record<string, number>> = {
  'github-attest-bcr-module.intoto.jsonl': 1,
  'github-attest-custom-issuer.sigstore.json': 1,
  'github-attest-demo-private.jsonl': 1,
  'github-attest-reusable.sigstore.json': 1,
  'k8s-release-messagesignature.sigstore.json': 1,
  'npm-provenance-sigstore-1.3.json': 1,
  'npm-two-bundles.jsonl': 2,
  'pypi-publish-as-bundle.sigstore': 1,
  'slsa-container-based-v1.7.intoto.sigstore': 1,
  'slsa-delegator-v1.9.build.slsa': 1,
  'slsa-go-v2.1.intoto.jsonl': 1,
  'source-vsa-2025-06-tag.jsonl': 4,
}

/** Why the others are refused: what is no evidence, what nobody here trusts, and what breaks a clause. */
const REFUSED: readonly (readonly [code: string, said: string, files: readonly string[]])[] = [
  [
    'BUNDLE_INVALID',
    'an in-toto statement without a signature',
    [
      'azure-devops-moby-v0.2.json',
      'buildkit-spdx.intoto.json',
      'buildkit-v0.2-max.intoto.json',
      'buildkit-v1-local.intoto.json',
      'gitlab-runner-artifacts-metadata.json',
      'kubernetes-krel-v1.24.1.json',
      'provenance-v0.1-github-demo.json',
      'scai-hello-world.json',
      'source-provenance-gitcommit.json',
      'tekton-chains-pipelinerun-konflux.json',
    ],
  ],
  [
    'BUNDLE_INVALID',
    'the answer of an attestations API',
    [
      'npm-registry-gundam-visor.json',
      'npm-registry-ossf-builder.json',
      'npm-registry-sigstore-0.4.json',
      'npm-registry-v0.2-prega.json',
    ],
  ],
  [
    'BUNDLE_INVALID',
    'a PEP 740 attestation',
    ['pypi-github-publish.attestation', 'pypi-github-slsa.attestation', 'pypi-gitlab-publish.attestation'],
  ],
  ['BUNDLE_INVALID', "in-toto's older link format", ['intoto-link-classic.link']],
  ['BUNDLE_INVALID', 'an array', ['goreleaser-artifacts.json']],
  [
    'BUNDLE_INVALID',
    'something else',
    [
      'buildx-metadata-build.json',
      'cargo-dist-manifest-0.12.json',
      'gcb-v0.2.json',
      'gcb-v0.3-tag.json',
      'goreleaser-metadata.json',
    ],
  ],
  ['JSON_INVALID', 'more than 4096 values', ['cosign-vuln-predicate-trivy-0.31.json']],
  // Its signature is a placeholder.
  [
    'BUNDLE_INVALID',
    'signatures.0.sig: is not canonical base64',
    ['witness-collection-macaron.intoto.jsonl'],
  ],
  [
    'KEY_UNTRUSTED',
    'No trusted key',
    [
      'buildkit-v0.2-dsse.json',
      'intoto-link-dsse.link',
      'oss-rebuild.intoto.json',
      'scai-hermetic-dsse.json',
      'source-vsa-2025-02-empty-first.jsonl',
      // Certificate and timestamp are in fields of its own, which DSSE has readers ignore.
      'source-vsa-2025-02.jsonl',
      'tejolote-upper-case-alg.dsse.json',
      'tekton-chains-taskrun-dsse.json',
      'vsa-docker-v0.1.json',
      'vsa-gce-v1.jsonl',
    ],
  ],
  // A certificate beside a signature, and nothing that tells when it was made.
  [
    'TRUSTED_TIME_MISSING',
    'when the bundle was signed',
    ['slsa-generic-v0.2-multi.intoto.jsonl', 'slsa-generic-v1.10.intoto.jsonl'],
  ],
  // Made by GitHub for itself, without Fulcio's extensions: no policy could name it.
  ['CERTIFICATE_INVALID', '1.3.6.1.4.1.57264.1.8', ['github-release-v0.2.sigstore.json']],
]

const names: readonly string[] =
  oracle('real/INDEX.json') === undefined ? [] : readdirSync(oraclePath(FOLDER))
const bytesOf = (name: string): Buffer => readFileSync(oraclePath(`${FOLDER}/${name}`))
const rootsAt = () =>
  readTrustedRoots(
    ['public-good.json', 'github.json'].map((name) =>
      parseTrustedRoot(readFileSync(oraclePath(`trusted-roots/${name}`)), name),
    ),
  )

const verify = (item: ReadBundle): Promise<EvidenceFacts> =>
  'refused' in item
    ? Promise.reject(item.refused)
    : verifyBundle(item.bundle, { keys: [trustedKey('npm', NPM)], roots: rootsAt() })

interface Expected {
  readonly path: string
  readonly expected: {
    readonly statements?: readonly {
      readonly predicateType: string
      readonly subjects: number
      readonly 'first subject'?: { readonly name: string | null; readonly digest: Record<string, string> }
    }[]
    readonly 'certificate SAN'?: readonly string[]
  }
}
const index: readonly Expected[] = oracle('real/INDEX.json')?.files ?? []
const expectedOf = (name: string) =>
  index.find(({ path }) => path === `statements/${name}`)?.expected ?? { statements: [] }

/** The index has other names in place of some hosts. */
const pathOf = (uri: string | undefined): string | undefined =>
  uri === undefined ? undefined : URL.parse(uri)?.pathname

/** What the index says too. */
function toldBy(facts: EvidenceFacts): unknown {
  const signer = facts.signer.kind === 'certificate' ? `URI:${facts.signer.identity.subject}` : undefined
  const isTimed = facts.times.length > 0
  if (facts.kind === 'blob') return { signer, isTimed }
  const { subjects } = facts.subjects
  const first = { name: subjects[0]?.name ?? null, digest: subjects[0]?.digests }
  return { signer, isTimed, type: pathOf(facts.predicateType), subjects: subjects.length, first }
}

describeWithOracles('published evidence', () => {
  test('is in the table, each file once', () => {
    const listed = [...Object.keys(HOLDS), ...REFUSED.flatMap(([, , files]) => files)]
    expect(listed.toSorted()).toEqual(names.toSorted())
  })

  test.each(Object.entries(HOLDS))('%s holds', async (name, count) => {
    const { statements = [], 'certificate SAN': signers = [] } = expectedOf(name)
    const facts = await Promise.all(parseBundles(bytesOf(name), name).map(verify))
    const expected = Array.from({ length: count }, (_, at) => {
      const signed = { signer: signers[at] ?? signers[0], isTimed: true }
      const statement = statements[at]
      if (statement === undefined) return signed
      const { predicateType, subjects, 'first subject': first } = statement
      const { name: called = null, digest } = first ?? {}
      return { ...signed, type: pathOf(predicateType), subjects, first: { name: called, digest } }
    })
    expect(facts.map(toldBy)).toEqual(expected)
  })

  test.each(REFUSED.flatMap(([code, said, files]) => files.map((name) => ({ name, code, said }))))(
    '$name is refused with $code',
    async ({ name, code, said }) => {
      for (const item of parseBundles(bytesOf(name), name))
        await expect(verify(item)).rejects.toMatchObject({ code, message: expect.stringContaining(said) })
    },
  )
})

describeWithOracles('published evidence', () => {
  test.each(names.filter((name) => name.startsWith('npm-registry-')))(
    '%s holds once its bundles are taken out',
    async (name) => {
      const { attestations } = JSON.parse(bytesOf(name).toString('utf8'))
      const lines = attestations.map(({ bundle }: { bundle: unknown }) => JSON.stringify(bundle)).join('\n')
      const facts = await Promise.all(parseBundles(Buffer.from(lines), name).map(verify))
      expect(facts.map(({ signer }) => signer.kind).toSorted()).toEqual(['certificate', 'key'])
      for (const one of facts)
        expect(one.kind === 'statement' && [...one.subjects.byDigest.keys()].join()).toMatch(
          /^sha512:[0-9a-f]{128}$/,
        )
    },
  )

  test.each(names.filter((name) => name.endsWith('.attestation')))(
    '%s holds once it is written as a bundle',
    async (name) => {
      const { verification_material: material, envelope } = JSON.parse(bytesOf(name).toString('utf8'))
      const bundle = {
        mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
        verificationMaterial: {
          certificate: { rawBytes: material.certificate },
          tlogEntries: material.transparency_entries,
        },
        dsseEnvelope: {
          payload: envelope.statement,
          payloadType: 'application/vnd.in-toto+json',
          signatures: [{ sig: envelope.signature }],
        },
      }
      const [item] = parseBundles(Buffer.from(JSON.stringify(bundle)), name)
      if (item === undefined) throw new Error('nothing was read')
      expect(await verify(item)).toMatchObject({ kind: 'statement', signer: { kind: 'certificate' } })
    },
  )
})
