// What cosign signs with real servers, our verification accepts, and refuses once it is tampered with.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parseBundle, trustedKey, verifyBundle, type EvidenceFacts, type Trust } from '@open-claw/core'
import { startSandbox, type Sandbox } from '@open-claw/sandbox'
import { parseTrustedRoot, readTrustedRoots } from '@open-claw/sigstore'
import { codeOf } from '../support/errors.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { keylessSigner, signWithCosign, vaultSigner, type CosignSigner } from './servers/signed-by-cosign.ts'
import { SIGSTORE_TOOLS, startSigstore, type SigstoreServers } from './servers/sigstore.ts'
import { startVault, type VaultServer } from './servers/vault.ts'
import { withTools } from './tools/with-tools.ts'

const FILE = 'app'
const FILE_DIGEST = createHash('sha256').update(FILE).digest('hex')

type Json = Record<string, any>

const flipped = (base64: string): string => {
  const bytes = Buffer.from(base64, 'base64')
  const last = bytes.length - 1
  bytes[last] = (bytes[last] ?? 0) ^ 1
  return bytes.toString('base64')
}

const TOOLS = [...SIGSTORE_TOOLS, 'vault'] as const
const SUITE = 'what cosign signs'

let sandbox: Sandbox
let vault: VaultServer
let sigstore: SigstoreServers
let folder: string
beforeAll(async () => {
  sandbox = await startSandbox()
  vault = await startVault(sandbox)
  sigstore = await startSigstore(sandbox)
  folder = temporaryFolder('interop-cosign')
  writeFileSync(join(folder, FILE), FILE)
  writeFileSync(join(folder, 'other'), 'other')
  for (const type of ['ecdsa-p256', 'ed25519', 'rsa-2048'])
    await vault.ask('POST', `transit/keys/${type}`, { type })
})
afterAll(async () => {
  await sigstore?.stop()
  await vault?.stop()
  await sandbox?.stop()
})

const rootsOf = (document: Uint8Array) => readTrustedRoots([parseTrustedRoot(document, 'trusted-root.json')])
const trustInSigstore = (): Trust => ({ keys: [], roots: rootsOf(readFileSync(sigstore.trustedRoot)) })
async function trustInKey(name: string, algorithm?: 'rsa-pkcs1-2048-sha256'): Promise<Trust> {
  const { data } = await vault.ask('GET', `transit/keys/${name}`)
  const text: string = data.keys['1'].public_key
  // Vault shows Ed25519 keys as 32 raw bytes; before them goes the rest of their SubjectPublicKeyInfo.
  const spki = text.startsWith('-----')
    ? text
    : Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(text, 'base64')])
  return { keys: [trustedKey(name, spki, { algorithm })] }
}

const judge = (bundle: Uint8Array, trust: Trust): Promise<EvidenceFacts> =>
  verifyBundle(parseBundle(bundle, 'bundle'), trust)
const changed = (bundle: Uint8Array, change: (json: Json) => void): Buffer => {
  const json = JSON.parse(Buffer.from(bundle).toString())
  change(json)
  return Buffer.from(JSON.stringify(json))
}
const breakSignature = ({ messageSignature, dsseEnvelope }: Json): void => {
  const [place, name] =
    dsseEnvelope === undefined ? [messageSignature, 'signature'] : [dsseEnvelope.signatures[0], 'sig']
  place[name] = flipped(place[name])
}
const breakContent = ({ messageSignature, dsseEnvelope }: Json): void => {
  if (dsseEnvelope === undefined)
    messageSignature.messageDigest.digest = flipped(messageSignature.messageDigest.digest)
  else {
    const statement = Buffer.from(dsseEnvelope.payload, 'base64').toString()
    dsseEnvelope.payload = Buffer.from(statement.replace(FILE_DIGEST, 'f'.repeat(64))).toString('base64')
  }
}
const subjectOf = (facts: EvidenceFacts): string =>
  facts.kind === 'blob' ? facts.digest : [...facts.subjects.byDigest.keys()].join().replaceAll('sha256:', '')

// cosign cannot sign with Ed25519 keys of Vault: it hashes, and Vault takes whole messages for these alone.
const KEYS = [
  ['blob', 'ecdsa-p256', undefined],
  ['statement', 'ecdsa-p256', undefined],
  ['blob', 'rsa-2048', 'rsa-pkcs1-2048-sha256'],
  ['statement', 'rsa-2048', 'rsa-pkcs1-2048-sha256'],
] as const

const WITNESSED: [string, () => Promise<CosignSigner> | CosignSigner, () => Promise<Trust>][] = [
  [
    'a key of Vault',
    () => vaultSigner(vault, 'ecdsa-p256', sigstore),
    async () => ({ ...trustInSigstore(), ...(await trustInKey('ecdsa-p256')) }),
  ],
  ['a certificate', () => keylessSigner(sandbox, sigstore), async () => trustInSigstore()],
]
const REFUSALS: [string, (json: Json, other: Json) => void, RegExp][] = [
  ['another signature', breakSignature, /^(SIGNATURE_INVALID|TIMESTAMP_INVALID|LOG_ENTRY_MISMATCH)$/],
  ['another content', breakContent, /^(SIGNATURE_INVALID|LOG_ENTRY_MISMATCH)$/],
  [
    'a timestamp of another signature',
    (json, other) => {
      json['verificationMaterial'].timestampVerificationData =
        other['verificationMaterial'].timestampVerificationData
    },
    /^TIMESTAMP_INVALID$/,
  ],
  [
    'a log entry of another signature',
    (json, other) => {
      json['verificationMaterial'].tlogEntries = other['verificationMaterial'].tlogEntries
    },
    /^LOG_ENTRY_MISMATCH$/,
  ],
  [
    'another place in the log',
    ({ verificationMaterial: { tlogEntries } }) => {
      const { inclusionProof } = tlogEntries[0]
      // The first entry of a log has no neighbours.
      inclusionProof.hashes = (inclusionProof.hashes ?? []).map(flipped)
      inclusionProof.rootHash = flipped(inclusionProof.rootHash)
    },
    /^LOG_ENTRY_INVALID$/,
  ],
  [
    'a checkpoint that is not signed',
    ({ verificationMaterial: { tlogEntries } }) => {
      const { checkpoint } = tlogEntries[0].inclusionProof
      checkpoint.envelope = checkpoint.envelope.replace(/(?<=\n— \S+ )\S+/, (signature: string) =>
        flipped(signature),
      )
    },
    /^LOG_ENTRY_INVALID$/,
  ],
]

withTools(TOOLS, SUITE, () => {
  test.each(KEYS)(
    'a %s by the key %s of Vault: accepted for this key and this content alone',
    async (form, key, algorithm) => {
      const bundle = await signWithCosign(folder, FILE, form, vaultSigner(vault, key))
      const trust = await trustInKey(key, algorithm)
      const facts = await judge(bundle, trust)
      expect([facts.kind, facts.signer.kind, subjectOf(facts)]).toEqual([form, 'key', FILE_DIGEST])
      expect(facts).toMatchObject({ times: [], logged: [], unverified: { logEntries: 0, timestamps: 0 } })
      expect(await codeOf(() => judge(changed(bundle, breakSignature), trust))).toBe('SIGNATURE_INVALID')
      expect(await codeOf(() => judge(changed(bundle, breakContent), trust))).toBe('SIGNATURE_INVALID')
      const stranger = await trustInKey(key === 'ecdsa-p256' ? 'ed25519' : 'ecdsa-p256')
      expect(await codeOf(() => judge(bundle, stranger))).toMatch(/^KEY_/)
    },
  )
})

withTools(TOOLS, SUITE, () => {
  for (const [who, signer, trust] of WITNESSED) {
    describe.each(['blob', 'statement'] as const)(
      `a %s by ${who}, with a timestamp and a log entry`,
      (form) => {
        let bundle: Buffer
        let other: Buffer
        beforeAll(async () => {
          bundle = await signWithCosign(folder, FILE, form, await signer())
          other = await signWithCosign(folder, 'other', form, await signer())
        })
        test('is accepted, with the time and the entry', async () => {
          const facts = await judge(bundle, await trust())
          expect([facts.kind, subjectOf(facts)]).toEqual([form, FILE_DIGEST])
          expect(facts.times.map(({ source, authority }) => [source, authority])).toEqual([
            ['timestamp-authority', sigstore.tsa.url],
          ])
          expect(facts.logged).toEqual([{ log: sigstore.rekor.url, index: expect.stringMatching(/^\d+$/) }])
        })
        test.each(REFUSALS)('is refused with %s', async (_, change, code) => {
          const tampered = changed(bundle, (json) => change(json, JSON.parse(other.toString())))
          expect(await codeOf(async () => judge(tampered, await trust()))).toMatch(code)
        })
        test('is refused by the roots of another Sigstore', async () => {
          const strangers = rootsOf(Buffer.from(sandbox.trustedRoot))
          const { keys } = await trust()
          expect(await codeOf(() => judge(bundle, { keys, roots: strangers }))).toMatch(
            /^(CERTIFICATE_UNTRUSTED|TIMESTAMP_INVALID)$/,
          )
        })
      },
    )
  }
})

withTools(TOOLS, SUITE, () => {
  test('the identity in a certificate of a real Fulcio is read as GitHub means it', async () => {
    const bundle = await signWithCosign(folder, FILE, 'blob', await keylessSigner(sandbox, sigstore))
    const { signer } = await judge(bundle, trustInSigstore())
    const workflow = `${sandbox.oidcIssuer}/octo-org/octo-repo/.github/workflows/release.yml@refs/heads/main`
    expect(signer).toEqual({
      kind: 'certificate',
      identity: {
        issuer: sandbox.oidcIssuer,
        subject: workflow,
        claims: expect.objectContaining({
          buildSignerURI: workflow,
          sourceRepositoryIdentifier: '456789',
          sourceRepositoryRef: 'refs/heads/main',
          runnerEnvironment: 'github-hosted',
        }),
      },
    })
  })

  test('a certificate without a trusted time is refused: it may have been used after its end', async () => {
    const bundle = await signWithCosign(folder, FILE, 'blob', await keylessSigner(sandbox, sigstore))
    const bare = changed(bundle, ({ verificationMaterial }) => {
      delete verificationMaterial.timestampVerificationData
    })
    expect(await codeOf(() => judge(bare, trustInSigstore()))).toBe('TRUSTED_TIME_MISSING')
    expect(await codeOf(() => judge(bundle, { keys: [] }))).toBe('CERTIFICATE_UNTRUSTED')
  })
})
