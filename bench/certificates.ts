// Measures the verification of bundles with certificates, timestamps and log entries. Each bundle has its own
// certificate, as jobs make them.
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { bundleFromJSON } from '@sigstore/bundle'
import { toSignedEntity, toTrustMaterial, Verifier } from '@sigstore/verify'
import {
  parseBundle,
  sha256FromBytes,
  signStatements,
  verifyBundle,
  Token,
  type IdentityTokens,
} from '@open-claw/core'
import { systemClock } from '@open-claw/net'
import { startSandbox, type Sandbox } from '@open-claw/sandbox'
import { fulcioKey, parseTrustedRoot, readTrustedRoots, combinedWitness } from '@open-claw/sigstore'
import { clocked, race } from './rounds.ts'
import { speed, type Figure } from './table.ts'

const BUNDLES = 100
const ROUNDS = 5

const sandboxIdentity = (sandbox: Sandbox): IdentityTokens => ({
  mint: async (audience) => {
    const { token = '' } = await sandbox.control({ op: 'mint', audience })
    return Token.receive(token, () => {})
  },
})

async function keylessBundle(sandbox: Sandbox, index: number): Promise<Buffer> {
  const url = new URL(sandbox.fulcioEndpoint)
  const { key, drop } = await fulcioKey({ url, identity: sandboxIdentity(sandbox), clock: systemClock })
  const witness = combinedWitness({
    timestampAuthorities: [new URL(sandbox.tsaEndpoint)],
    log: { url: new URL(sandbox.rekorTilesEndpoint), version: 2 },
    clock: systemClock,
  })
  const digest = Buffer.alloc(32)
  digest.writeUInt32BE(index)
  const subject = { name: `dist/file-${index}`, digest: sha256FromBytes(digest), source: 'file' } as const
  const predicate = { type: 'https://sigstore.dev/cosign/sign/v1', body: {} }
  const [bundle] = await signStatements(key, [subject], predicate, witness)
  drop()
  if (bundle === undefined) throw new Error('Nothing was signed.')
  return Buffer.from(bundle.json)
}

async function signedBundles(sandbox: Sandbox): Promise<Buffer[]> {
  const documents: Buffer[] = []
  for (let index = 0; index < BUNDLES; index += 1) documents.push(await keylessBundle(sandbox, index))
  return documents
}

type Verification = (documents: readonly Buffer[]) => Promise<void>

function ours(root: string): Verification {
  const roots = readTrustedRoots([parseTrustedRoot(Buffer.from(root), 'root')])
  return async (documents) => {
    await Promise.all(
      documents.map((document) => verifyBundle(parseBundle(document, 'bundle'), { keys: [], roots })),
    )
  }
}

function peer(root: string): Verification {
  const verifier = new Verifier(toTrustMaterial(TrustedRoot.fromJSON(JSON.parse(root))), {
    ctlogThreshold: 1,
    tlogThreshold: 1,
    timestampThreshold: 1,
  })
  return async (documents) => {
    for (const document of documents)
      verifier.verify(toSignedEntity(bundleFromJSON(JSON.parse(document.toString()))))
  }
}

/** Checks that a contestant does the work: it must not accept a timestamp of another bundle. */
async function expectRefusal(
  who: string,
  verification: Verification,
  documents: readonly Buffer[],
): Promise<void> {
  const [one, two] = documents.map((document) => JSON.parse(document.toString()))
  one.verificationMaterial.timestampVerificationData = two.verificationMaterial.timestampVerificationData
  const accepted = await verification([Buffer.from(JSON.stringify(one))]).then(
    () => true,
    () => false,
  )
  if (accepted) throw new Error(`${who} accepted a timestamp over other bytes.`)
}

/** Times the verification of bundles that each have a certificate, an SCT, a timestamp and a log entry. */
export async function certificateFigures(): Promise<Figure[]> {
  const sandbox = await startSandbox()
  try {
    const documents = await signedBundles(sandbox)
    const contestants = { ours: ours(sandbox.trustedRoot), peer: peer(sandbox.trustedRoot) }
    for (const [who, verification] of Object.entries(contestants))
      await expectRefusal(who, verification, documents)
    const timing = await race(ROUNDS, {
      ours: clocked(() => contestants.ours(documents)),
      peer: clocked(() => contestants.peer(documents)),
    })
    return [
      speed({
        what: `${BUNDLES} keyless bundles verified, speed`,
        ours: timing('ours'),
        peer: timing('peer'),
        peerName: '`@sigstore/verify`',
        budget: { atLeast: 1.5 },
      }),
    ]
  } finally {
    await sandbox.stop()
  }
}
